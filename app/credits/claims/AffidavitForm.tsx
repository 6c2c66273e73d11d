import { type Stale, writeBase } from "~/platform/http/stale-form";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { Section } from "~/ui/frame/Page";

interface AffidavitFormProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** A text to come that is changed; null: another one is planned. */
  changed: { version: string; fromDate: string; text: string } | null;
  /** What another one begins with. */
  newest: string | undefined;
  tomorrow: string;
  stale: Stale | null;
}

const LABELS = { fromDate: "For claims from", text: "Text" };

/** Plans another text of the affidavit, or changes one to come. */
export function AffidavitForm({ lastResult, changed, newest, tomorrow, stale }: AffidavitFormProps) {
  const draft = changed && { fromDate: changed.fromDate, text: changed.text };
  const [form, fields] = useServerForm<Record<"fromDate" | "text", string>>({
    id: changed ? `affidavit-${changed.version}` : "affidavit",
    lastResult,
    defaultValue: draft ?? { text: newest },
  });
  return (
    <Section
      id="affidavit-form"
      title={changed ? `Change version ${changed.version}` : "Plan another text"}
      description="It must say that the hours were earned by actual attendance, that no college credit is sought for the same course, and that it is declared under penalty of perjury."
    >
      <FormFrame form={form} className="grid max-w-3xl gap-5">
        <VersionFields
          base={draft && writeBase(draft)}
          stale={stale}
          changedBy={stale?.change?.by ?? null}
          labels={LABELS}
        />
        {changed ? <Hidden name="version" value={changed.version} /> : null}
        <TextField field={fields.fromDate} label={LABELS.fromDate} type="date" min={tomorrow} required />
        <TextArea field={fields.text} label={LABELS.text} rows={6} maxLength={2000} required />
        <div className="flex flex-wrap gap-3">
          <SubmitButton intent={changed ? "change-affidavit" : "plan-affidavit"}>
            {changed ? "Save the text" : "Plan this text"}
          </SubmitButton>
          {changed ? (
            <LinkButton to="/admin/affidavit" variant="quiet">
              Leave it as it is
            </LinkButton>
          ) : null}
        </div>
      </FormFrame>
    </Section>
  );
}
