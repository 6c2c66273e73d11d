import { type Option, SelectField } from "~/ui/fields/choice-fields";
import type { FieldsOf } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { ROLE_KIND_LABELS, ROLE_KINDS } from "~/people/roles/role";

/** What a form asks about one workplace. */
export type AffiliationShape = Record<
  "organisationId" | "roleKind" | "title" | "employeeId" | "building" | "fromDate" | "toDate",
  string
>;

interface AffiliationFieldsProps {
  fields: FieldsOf<AffiliationShape>;
  organisations: Option[];
  /** Whether somebody fills it in for themselves. */
  own: boolean;
  /** A form that takes "none of these" needs nothing of the rest then. */
  optional?: boolean;
  /** Left out where only the day is asked for. */
  withLastDay?: boolean;
}

/** Where somebody works, as what, and on which days. No day is guessed: hours reach a district by these dates (S1). */
export function AffiliationFields({
  fields,
  organisations,
  own,
  optional,
  withLastDay = true,
}: AffiliationFieldsProps) {
  return (
    <>
      <SelectField
        field={fields.organisationId}
        label={own ? "Where do you work?" : "Organization"}
        options={organisations}
        placeholder="Choose …"
        required
        className="sm:col-span-2"
      />
      <SelectField
        field={fields.roleKind}
        label={own ? "What you do there" : "Role there"}
        placeholder="Choose …"
        options={ROLE_KINDS.map((value) => ({ value, label: ROLE_KIND_LABELS[value] }))}
        required={!optional}
      />
      <TextField field={fields.building} label="School or building" autoComplete="off" />
      <TextField field={fields.employeeId} label="Employee ID" hint="As the district writes it." autoComplete="off" />
      <TextField field={fields.title} label="Position" hint="Such as reading specialist." autoComplete="off" />
      <TextField
        field={fields.fromDate}
        label={own ? "Your first day there" : "First day"}
        hint="Hours from this day on reach its HR."
        type="date"
        required={!optional}
      />
      {withLastDay ? (
        <TextField field={fields.toDate} label="Last day" type="date" hint="Leave empty while it lasts." />
      ) : null}
    </>
  );
}
