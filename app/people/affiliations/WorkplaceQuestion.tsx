import type { Option } from "~/ui/fields/choice-fields";
import type { FieldsOf } from "~/ui/fields/form";
import { AffiliationFields, type AffiliationShape } from "./AffiliationFields";
import { NO_ORGANISATION } from "./affiliation-draft";

interface WorkplaceQuestionProps {
  legend: string;
  fields: FieldsOf<AffiliationShape>;
  organisations: Option[];
  withLastDay?: boolean;
}

/** Asks within another form where somebody works: hours reach a district only by what is answered here (S1). */
export function WorkplaceQuestion({ legend, fields, organisations, withLastDay = false }: WorkplaceQuestionProps) {
  return (
    <fieldset className="grid gap-5 rounded-lg border border-line p-4 sm:grid-cols-2">
      <legend className="px-1 font-semibold">{legend}</legend>
      <p className="text-soft sm:col-span-2">
        Your hours reach the HR of your district by these dates, once it has confirmed them. The rest may stay empty if
        you work for none of these.
      </p>
      <AffiliationFields
        fields={fields}
        organisations={[...organisations, { value: NO_ORGANISATION, label: "None of these" }]}
        own
        optional
        withLastDay={withLastDay}
      />
    </fieldset>
  );
}
