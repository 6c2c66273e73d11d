import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, CheckboxGroup, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { CRITERIA, CRITERION_WORDS } from "./local-rule";
import type { LocalRuleDraft } from "./local-rule-form";

interface LocalRuleFieldsProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  draft: LocalRuleDraft;
  /** For a new one: whose it becomes. */
  organisations?: { value: string; label: string }[];
  /** The version that the rule was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  intent?: string;
  submitLabel: string;
}

const LABELS: Record<keyof LocalRuleDraft, string> = {
  fromDate: "Holds from",
  cutoff: "Cut-off",
  acceptedFrom: "Completed on or after",
  acceptedTo: "Completed on or before",
  leastPerCourse: "At least for a course",
  leastPerYear: "At least in a salary year",
  mostPerYear: "At most in a salary year",
  criteria: "Criteria that are accepted",
  afterDegree: "Only after the degree",
  onceOnly: "Once only",
};

const CRITERION_OPTIONS = CRITERIA.map((value) => ({ value, label: `${value}. ${CRITERION_WORDS[value]}` }));

/** What a district lets count for pay, from a day on. */
export function LocalRuleFields(props: LocalRuleFieldsProps) {
  const { lastResult, draft, organisations, base = null, stale = null, intent, submitLabel } = props;
  const [form, fields] = useServerForm<{ [Key in keyof LocalRuleDraft | "organisationId"]: string }>({
    id: "local-rule",
    lastResult,
    defaultValue: { ...draft, organisationId: organisations?.[0]?.value },
  });
  return (
    <FormFrame form={form}>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
      {organisations && organisations.length > 1 ? (
        <SelectField field={fields.organisationId} label="Organization" options={organisations} required />
      ) : organisations?.[0] ? (
        <Hidden name="organisationId" value={organisations[0].value} />
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          field={fields.fromDate}
          type="date"
          label={LABELS.fromDate}
          hint="Hours that were completed before keep the rule of their time."
          required
        />
        <TextField
          field={fields.cutoff}
          label={LABELS.cutoff}
          hint="The last day of the salary year, as month and day: 09-30."
          maxLength={5}
          required
        />
        <TextField field={fields.acceptedFrom} type="date" label={LABELS.acceptedFrom} />
        <TextField field={fields.acceptedTo} type="date" label={LABELS.acceptedTo} />
        <TextField field={fields.leastPerCourse} label={LABELS.leastPerCourse} inputMode="decimal" suffix="hours" />
        <TextField field={fields.leastPerYear} label={LABELS.leastPerYear} inputMode="decimal" suffix="hours" />
        <TextField field={fields.mostPerYear} label={LABELS.mostPerYear} inputMode="decimal" suffix="hours" />
      </div>
      <CheckboxGroup field={fields.criteria} legend={LABELS.criteria} options={CRITERION_OPTIONS} required />
      <CheckboxField
        field={fields.afterDegree}
        label="Hours that were completed before the degree do not count"
        hint="You say the day of the degree on the person’s page."
      />
      <CheckboxField
        field={fields.onceOnly}
        label="Hours count once only"
        hint="What you accepted for one salary year is flagged in another."
      />
      <div>
        <SubmitButton {...(intent !== undefined && { intent })}>{submitLabel}</SubmitButton>
      </div>
    </FormFrame>
  );
}
