import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { SelectOptions } from "~/ui/fields/choice-fields";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { COLUMN_CHOICES, COLUMN_WORDS, type ColumnChoice } from "./list-heads";

export interface ReadColumn {
  head: string;
  as: ColumnChoice;
}

interface ColumnFieldsProps {
  columns: ReadColumn[];
  unread: string[];
  list: string;
  reason: string;
}

const OPTIONS = COLUMN_CHOICES.map((value) => ({ value, label: COLUMN_WORDS[value] }));

/** How the columns of a list were read, to be corrected. */
export function ColumnFields({ columns, unread, list, reason }: ColumnFieldsProps) {
  return (
    <details open={unread.length > 0} className="rounded-lg border border-line p-4">
      <summary className="min-h-11 cursor-pointer font-semibold">
        {unread.length > 0 ? `Not read: ${unread.join(", ")}` : "How the columns were read"}
      </summary>
      <Form method="post" className="mt-3 grid gap-4">
        <OnceField />
        <Hidden name="list" value={list} />
        <Hidden name="reason" value={reason} />
        <p className="text-soft">
          Where somebody works is read only when the list has columns for the district, what they do there and the first
          day.
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          {columns.map(({ head, as }, index) => (
            <div key={index} className="grid min-w-0 gap-1">
              <label htmlFor={`column-${index}`} className="font-semibold break-words">
                {head || `Column ${index + 1}`}
              </label>
              <select id={`column-${index}`} name="columns" defaultValue={as} className="input">
                <SelectOptions options={OPTIONS} />
              </select>
            </div>
          ))}
        </div>
        <div>
          <SubmitButton intent="check" variant="secondary">
            Read the columns so
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
