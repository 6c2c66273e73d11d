import { SubmitButton } from "~/ui/Button";
import { describeControl, FieldFrame } from "~/ui/fields/field-parts";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { TextArea, TextField } from "~/ui/fields/text-fields";

interface ImportFieldsProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** What was looked at last, to be corrected. */
  draft: { list: string; reason: string } | null;
}

/** A list of people to register: typed, pasted, or from a file. Nothing happens before it was looked at. */
export function ImportFields({ lastResult, draft }: ImportFieldsProps) {
  const [form, fields] = useServerForm<Record<"list" | "file" | "reason", string>>({
    id: "import",
    lastResult,
    defaultValue: draft ?? {},
  });
  const fileHint =
    "A CSV or text file as your spreadsheet, your mail program or another system saves it. With columns, one is for the address, and two for first and last name of people who are new; where they work takes columns for the district, their role and their first day there. Never Social Security numbers.";
  return (
    <Section title={draft ? "Correct the list" : "Whom"}>
      <FormFrame form={form} encType="multipart/form-data">
        <TextArea
          field={fields.list}
          label="Addresses"
          hint="One on each line, or as your mail program copies them. For people who are new to Hourbook add their names: ana@district.example, Ana, Sample"
          rows={6}
        />
        <FieldFrame field={fields.file} label="Or a file" hint={fileHint}>
          <input
            key={fields.file.key}
            {...describeControl(fields.file, fileHint)}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            className="input"
          />
        </FieldFrame>
        <TextField
          field={fields.reason}
          label="Why you register them"
          hint="Everyone reads it in the history of their registration."
          maxLength={300}
          required
        />
        <div>
          <SubmitButton intent="check" variant={draft ? "secondary" : "primary"}>
            {draft ? "Check again" : "Check the list"}
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
