import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/fields/choice-fields";
import { KEPT_TYPES_ACCEPT, KEPT_TYPES_WORDS } from "~/platform/files/kept-type";
import { FileField } from "~/ui/fields/FileField";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { EmptyState } from "~/ui/frame/Page";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { STATUS_LABELS } from "~/registration/seats/registration-words";
import { ROSTER_STATUSES, type RegistrationStatus } from "~/registration/seats/status";

interface MessageFieldsProps {
  /** How many people have each status; none are left out. */
  counts: { status: RegistrationStatus; count: number }[];
  nonce: string;
  /** How many files may go with it, and how large all of them, in words. */
  limits: { files: number; bytes: string };
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** A message to people by the status of their registration. */
export function MessageFields({ counts, nonce, limits, lastResult }: MessageFieldsProps) {
  const expected: readonly RegistrationStatus[] = ROSTER_STATUSES;
  const [form, fields] = useServerForm<{ statuses: string[]; subject: string; body: string; files: unknown }>({
    id: "message",
    lastResult,
    defaultValue: { statuses: counts.map(({ status }) => status).filter((status) => expected.includes(status)) },
  });
  if (counts.length === 0)
    return (
      <EmptyState title="Nobody has registered yet">
        <p>You can write to people as soon as somebody has.</p>
      </EmptyState>
    );
  return (
    <FormFrame form={form} encType="multipart/form-data">
      <Hidden name="nonce" value={nonce} />
      <CheckboxGroup
        field={fields.statuses}
        legend="To"
        options={counts.map(({ status, count }) => ({
          value: status,
          label: `${STATUS_LABELS[status]} (${plural(count, "person", "people")})`,
        }))}
        required
      />
      <TextField field={fields.subject} label="Subject" maxLength={120} required />
      <TextArea
        field={fields.body}
        label="Message"
        hint="A blank line starts a paragraph. Each person gets a message of their own and sees nobody else's address."
        rows={8}
        maxLength={5000}
        required
      />
      <FileField
        field={fields.files}
        label="Files"
        hint={`${KEPT_TYPES_WORDS}. At most ${limits.files}, and ${limits.bytes} in total.`}
        accept={KEPT_TYPES_ACCEPT}
        multiple
      />
      <div>
        <SubmitButton>Send the message</SubmitButton>
      </div>
    </FormFrame>
  );
}
