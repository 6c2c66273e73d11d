import { KEPT_TYPES_ACCEPT, KEPT_TYPES_WORDS } from "~/platform/files/kept-type";
import { formatBytes } from "~/platform/format";
import { PLACEHOLDERS_IN_WORDS } from "~/registration/messages/placeholder";
import { ROSTER_STATUSES, type RegistrationStatus } from "~/registration/seats/status";
import { SubmitButton } from "~/ui/Button";
import { FileField } from "~/ui/fields/FileField";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { EmptyState } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import { AudienceFields, type AudienceShape } from "./AudienceFields";
import type { listAudiences, MessageReach } from "./audience.server";

interface MessageFieldsProps {
  /** How many people have each status; none are left out. */
  counts: { status: RegistrationStatus; count: number }[];
  audiences: ReturnType<typeof listAudiences>;
  reach: MessageReach;
  /** Chosen in a list that led here. */
  chosen: string[];
  /** With which it begins. */
  template: { subject: string; body: string } | null;
  nonce: string;
  /** How many files may go with it, and how large all of them, in words. */
  limits: { files: number; bytes: string };
  /** Files that came with an earlier post of this form. */
  files: { position: number; name: string; size: number }[];
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

type Shape = AudienceShape & { subject: string; body: string; files: unknown; templateName: string };

/** A message to people of an offering: shown, tried on oneself, kept as a template, and sent. */
export function MessageFields(props: MessageFieldsProps) {
  const { counts, audiences, reach, chosen, template, nonce, limits, files, lastResult } = props;
  const expected: readonly RegistrationStatus[] = ROSTER_STATUSES;
  const [form, fields] = useServerForm<Shape>({
    id: "message",
    lastResult,
    defaultValue: {
      audience: chosen.length > 0 ? "chosen" : "status",
      statuses: counts.map(({ status }) => status).filter((status) => expected.includes(status)),
      people: chosen,
      ...template,
    },
  });
  if (counts.length === 0)
    return (
      <EmptyState title="Nobody has registered yet">
        <p>You can write to people as soon as somebody has.</p>
      </EmptyState>
    );
  const posted = lastResult?.initialValue?.nonce;
  return (
    <FormFrame form={form} encType="multipart/form-data">
      <Hidden name="nonce" value={typeof posted === "string" ? posted : nonce} />
      <AudienceFields fields={fields} counts={counts} audiences={audiences} reach={reach} />
      <TextField field={fields.subject} label="Subject" maxLength={120} required />
      <TextArea
        field={fields.body}
        label="Message"
        hint={`A blank line starts a paragraph. In braces stands what is filled in for each person: ${PLACEHOLDERS_IN_WORDS}. Nobody sees anybody else’s address.`}
        rows={8}
        maxLength={5000}
        required
      />
      <KeptFiles files={files} />
      <FileField
        field={fields.files}
        label={files.length > 0 ? "More files" : "Files"}
        hint={`${KEPT_TYPES_WORDS}. At most ${limits.files}, and ${limits.bytes} in total.`}
        accept={KEPT_TYPES_ACCEPT}
        multiple
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton intent="preview" variant="secondary">
          Preview
        </SubmitButton>
        <SubmitButton intent="test" variant="secondary">
          Send a test to me
        </SubmitButton>
        <SubmitButton intent="send">Send the message</SubmitButton>
      </div>
      <Unfold title="Keep as a template" open={Boolean(fields.templateName.errors)}>
        <p className="text-soft">Subject and text, without files, for everybody who writes for the provider.</p>
        <TextField field={fields.templateName} label="Name of the template" maxLength={80} />
        <div>
          <SubmitButton intent="keep-template" variant="secondary">
            Keep the template
          </SubmitButton>
        </div>
      </Unfold>
    </FormFrame>
  );
}

/** Files that are here already, since a page cannot choose a file again for somebody; unticked, one is left out. */
function KeptFiles({ files }: { files: MessageFieldsProps["files"] }) {
  if (files.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">Go with it</legend>
      {files.map(({ position, name, size }) => (
        <div key={position} className="choice">
          <input id={`kept-${position}`} type="checkbox" name="kept" value={position} defaultChecked />
          <label htmlFor={`kept-${position}`} className="wrap-anywhere">
            {name} <span className="text-soft">({formatBytes(size)})</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
