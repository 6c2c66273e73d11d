import { SubmitButton } from "~/ui/Button";
import { RadioGroup } from "~/ui/fields/choice-fields";
import { FileField } from "~/ui/fields/FileField";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { KEPT_TYPES_ACCEPT, KEPT_TYPES_WORDS } from "~/platform/files/kept-type";
import { MATERIAL_AUDIENCE_LABELS, MATERIAL_AUDIENCES } from "./material-audience";

type Result = Parameters<typeof useServerForm>[0]["lastResult"];

export const AUDIENCE_OPTIONS = MATERIAL_AUDIENCES.map((value) => ({
  value,
  label: MATERIAL_AUDIENCE_LABELS[value],
}));

interface AddProps {
  /** How many there are: a form that was sent is another than the one that comes after it, and does not come back filled. */
  number: number;
  lastResult: Result;
}

/** The form by which a file is added. Give it its number as `key`, too. */
export function AddFile({ number, lastResult, most }: AddProps & { most: string }) {
  const [form, fields] = useServerForm<{ title: string; audience: string; file: unknown }>({
    id: `add-file-${number}`,
    lastResult,
    defaultValue: { audience: "seat" },
  });
  return (
    <FormFrame form={form} encType="multipart/form-data">
      <FileField
        field={fields.file}
        label="File"
        hint={`${KEPT_TYPES_WORDS}, at most ${most}.`}
        accept={KEPT_TYPES_ACCEPT}
        required
      />
      <TextField field={fields.title} label="Title" hint="Empty: the name of the file." maxLength={120} />
      <RadioGroup field={fields.audience} legend="For" options={AUDIENCE_OPTIONS} required />
      <div>
        <SubmitButton intent="add-file">Add the file</SubmitButton>
      </div>
    </FormFrame>
  );
}

/** The form by which a link is added. Give it its number as `key`, too. */
export function AddLink({ number, lastResult }: AddProps) {
  const [form, fields] = useServerForm<{ title: string; audience: string; link: string }>({
    id: `add-link-${number}`,
    lastResult,
    defaultValue: { audience: "seat" },
  });
  return (
    <FormFrame form={form}>
      <TextField field={fields.link} label="Web address" type="url" maxLength={500} required />
      <TextField field={fields.title} label="Title" maxLength={120} required />
      <RadioGroup field={fields.audience} legend="For" options={AUDIENCE_OPTIONS} required />
      <div>
        <SubmitButton intent="add-link" variant="secondary">
          Add the link
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
