import { formatPlainDate } from "~/platform/format";
import { ROLE_KIND_LABELS, type RoleKind } from "~/people/roles/role";
import type { Stale } from "~/platform/http/stale-form";
import { VersionFields } from "~/ui/fields/VersionFields";
import { LinkButton, SubmitButton } from "~/ui/Button";
import type { Option } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Notice } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";
import { AffiliationFields, type AffiliationShape } from "./AffiliationFields";
import type { AffiliationConflict } from "./affiliation-conflict";

interface AffiliationEditorProps {
  organisations: Option[];
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** What stands so far; days are never guessed for a new entry. */
  defaults?: Partial<{ [Name in keyof AffiliationShape]: string | null }>;
  /** The version that an entry was opened with; absent for a new one. */
  base?: string;
  stale?: Stale | null;
  /** The entry in the way of what was typed. */
  conflict: AffiliationConflict | null;
  /** The page where that entry is corrected. */
  hrefOf: (affiliationId: string) => string;
  own?: boolean;
  /** Asks whom it is about, by address or certificate number. */
  asksWho?: boolean;
  submitLabel: string;
}

/** Enters a workplace or corrects one; an entry that is in the way is shown with the way to correct it instead. */
export function AffiliationEditor(props: AffiliationEditorProps) {
  const { organisations, lastResult, defaults, conflict, hrefOf, own = false, asksWho = false, submitLabel } = props;
  const { base = null, stale = null } = props;
  const [form, fields] = useServerForm<AffiliationShape & { who: string }>({
    id: "affiliation",
    lastResult,
    defaultValue: defaults ?? {},
  });
  return (
    <>
      {conflict ? (
        <Notice
          tone="attention"
          title={`${conflict.organisation} is entered already, ${spanInWords(conflict)}`}
          action={<LinkButton to={hrefOf(conflict.affiliationId)}>Correct that entry</LinkButton>}
        >
          <p>
            Days cannot be entered twice. If its dates are wrong, correct it; if they are right, there is nothing to do.
          </p>
        </Notice>
      ) : null}
      <FormFrame form={form} className="grid gap-5 sm:grid-cols-2">
        <div className="contents [&>*]:sm:col-span-2">
          <VersionFields
            base={base}
            stale={stale}
            changedBy={stale?.change?.by ?? null}
            labels={LABELS}
            wordsOf={(field, value) => wordsOf(field, value, organisations)}
          />
        </div>
        {asksWho ? (
          <TextField
            field={fields.who}
            label="Email address or certificate number"
            hint="The whole of it: Hourbook does not show people of other districts."
            autoComplete="off"
            className="sm:col-span-2"
            required
          />
        ) : null}
        <AffiliationFields fields={fields} organisations={organisations} own={own} />
        <div className="sm:col-span-2">
          <SubmitButton intent="affiliation">{submitLabel}</SubmitButton>
        </div>
      </FormFrame>
    </>
  );
}

const LABELS: Record<keyof AffiliationShape, string> = {
  organisationId: "Organization",
  roleKind: "Role",
  title: "Position",
  employeeId: "Employee ID",
  building: "School or building",
  fromDate: "First day",
  toDate: "Last day",
};

function wordsOf(field: string, value: unknown, organisations: Option[]): string {
  if (typeof value !== "string" || value === "") return "nothing";
  if (field === "organisationId") return organisations.find((each) => each.value === value)?.label ?? "another";
  if (field === "roleKind") return ROLE_KIND_LABELS[value as RoleKind];
  return field === "fromDate" || field === "toDate" ? formatPlainDate(value) : value;
}

function spanInWords({ fromDate, toDate }: AffiliationConflict): string {
  return `${formatPlainDate(fromDate)} to ${toDate ? formatPlainDate(toDate) : "today"}`;
}
