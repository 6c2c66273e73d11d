import { useId } from "react";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import type { EvidenceChoice } from "./award-page";

interface AwardPageFormProps {
  evidence: EvidenceChoice[];
  page: { isPublic: boolean; shown: string[]; shownFiles: string[]; inBadge: boolean; revision: number } | null;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The public page of one's own award: whether it is there, and what it shows. Nothing is shown unless it is ticked. */
export function AwardPageForm({ evidence, page, lastResult }: AwardPageFormProps) {
  const id = useId();
  const [form, fields] = useServerForm<Record<"isPublic" | "inBadge", string>>({
    id: "page",
    lastResult,
    defaultValue: { isPublic: page?.isPublic ? "on" : "", inBadge: page?.inBadge ? "on" : "" },
  });
  return (
    <FormFrame form={form} className="grid max-w-3xl gap-5">
      <input type="hidden" name="revision" value={page?.revision ?? 0} />
      <CheckboxField
        field={fields.isPublic}
        label="Show this award on a page of its own"
        hint="Whoever has its address sees your name, the micro-credential and whether it is valid. You can turn it off at any time."
      />
      {evidence.length > 0 ? (
        <fieldset className="grid min-w-0 gap-3">
          <legend className="font-semibold">Evidence on that page</legend>
          <p className="text-[0.9375rem] text-soft">
            Only what you tick. Look at your students’ privacy once more: what assessors may see is not always for
            everybody.
          </p>
          {evidence.map(({ key, title, files }) => (
            <div key={key} className="grid gap-1">
              <Tick id={`${id}-${key}`} name="shown" value={key} label={title} checked={page?.shown.includes(key)} />
              {files.map((file) => (
                <div key={file.id} className="pl-8">
                  <Tick
                    id={`${id}-${file.id}`}
                    name="shownFiles"
                    value={file.id}
                    label={`with the file ${file.name}`}
                    checked={page?.shownFiles.includes(file.id)}
                  />
                </div>
              ))}
            </div>
          ))}
          <CheckboxField
            field={fields.inBadge}
            label="Name this evidence in the badge itself"
            hint="A new badge takes the place of the present one. It links to the evidence on your page."
          />
        </fieldset>
      ) : null}
      <div>
        <SubmitButton intent="page">Save the page</SubmitButton>
      </div>
    </FormFrame>
  );
}

interface TickProps {
  id: string;
  name: string;
  value: string;
  label: string;
  checked: boolean | undefined;
}

function Tick({ id, name, value, label, checked = false }: TickProps) {
  return (
    <div className="choice">
      <input id={id} type="checkbox" name={name} value={value} defaultChecked={checked} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
