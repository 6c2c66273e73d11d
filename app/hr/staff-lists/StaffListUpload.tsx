import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { FileField } from "~/ui/fields/FileField";
import { SubmitButton } from "~/ui/Button";
import { Section } from "~/ui/frame/Page";

interface StaffListUploadProps {
  organisationId: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** Whether it takes the place of a list that waits. */
  replaces: boolean;
}

/** A staff list to look at. Nothing happens before somebody looked at it. */
export function StaffListUpload({ organisationId, lastResult, replaces }: StaffListUploadProps) {
  const [form, fields] = useServerForm<{ file: string }>({ id: "staff-list", lastResult });
  return (
    <Section
      title={replaces ? "Another file instead" : "A list of your staff"}
      description="From your HR system, with one line for each person. First you see what would change; nothing is changed before you say so."
    >
      <FormFrame form={form} encType="multipart/form-data" className="grid gap-4">
        <Hidden name="organisationId" value={organisationId} />
        <FileField
          field={fields.file}
          label="Excel workbook (.xlsx) or CSV file"
          hint="With a head that names its columns: employee ID, last and first name, email, school, what they do, first and last day. Never Social Security numbers."
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
        />
        <div>
          <SubmitButton intent="read" pendingLabel="Reading …">
            Read the list
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
