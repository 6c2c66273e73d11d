import type { Stale } from "~/platform/http/stale-form";
import { VersionFields } from "~/ui/fields/VersionFields";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { type FieldsOf, FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";
import { POLICY_FIELD_LABELS, POLICY_FIELD_OPTIONS } from "./policy-field-words";
import type { PolicyFieldName } from "./policy-form";

type Shape = Record<PolicyFieldName, string>;
type Fields = FieldsOf<Shape>;

interface PolicyFieldsProps {
  fromDate: string;
  values: Partial<Shape>;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** The version that a policy was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  intent?: string;
  submitLabel: string;
}

const grid = "grid gap-5 sm:grid-cols-3 sm:items-end";

/** Every value of a policy; its first day was chosen before. */
export function PolicyFields(props: PolicyFieldsProps) {
  const { fromDate, values, lastResult, base = null, stale = null, intent, submitLabel } = props;
  const [form, fields] = useServerForm<Shape>({ id: "policy", lastResult, defaultValue: values });
  return (
    <FormFrame form={form} className="grid gap-8">
      <VersionFields
        base={base}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={POLICY_FIELD_LABELS}
        options={POLICY_FIELD_OPTIONS}
      />
      <Hidden name="fromDate" value={fromDate} />
      <HourFields fields={fields} />
      <RegistrationFields fields={fields} />
      <ClaimFields fields={fields} />
      <FeeFields fields={fields} />
      <div>
        <SubmitButton {...(intent !== undefined && { intent })}>{submitLabel}</SubmitButton>
      </div>
    </FormFrame>
  );
}

function HourFields({ fields }: { fields: Fields }) {
  return (
    <Section title="Hours and approval">
      <div className={grid}>
        <TextField field={fields.name} label="Name of the rules" maxLength={60} required />
        <TextField
          field={fields.incrementMinutes}
          label="Rounded down to"
          type="number"
          min={1}
          max={60}
          suffix="minutes"
          required
        />
        <TextField
          field={fields.minimumMinutes}
          label="Least for an offering"
          type="number"
          min={0}
          max={600}
          suffix="minutes"
          required
        />
        <TextField
          field={fields.leadWorkingDays}
          label="Approval before the first session"
          type="number"
          min={0}
          max={60}
          suffix="working days"
          required
        />
        <CheckboxField
          field={fields.breaksCount}
          label="Breaks count as clock hours"
          hint="Meals never do."
          className="sm:col-span-3"
        />
      </div>
    </Section>
  );
}

function RegistrationFields({ fields }: { fields: Fields }) {
  return (
    <Section title="Registration and waitlist">
      <div className={grid}>
        <TextField
          field={fields.offerHours}
          label="Time to accept a seat"
          type="number"
          min={1}
          max={240}
          suffix="hours"
          required
        />
        <TextField
          field={fields.cancelDays}
          label="Cancel by oneself until"
          type="number"
          min={0}
          max={60}
          suffix="days before"
          required
        />
        <TextField
          field={fields.lateRegistrationDays}
          label="Staff still register people"
          hint="0: until the end."
          type="number"
          min={0}
          max={365}
          suffix="days after"
          required
        />
        <CheckboxField
          field={fields.offerInOfficeHours}
          label="Count office hours only"
          hint="For the time to accept a seat: Monday to Friday, 8 to 18, without the provider’s holidays."
          className="sm:col-span-3"
        />
      </div>
      <fieldset className="grid max-w-2xl gap-3">
        <legend className="font-semibold">Refund of the price</legend>
        <p className="text-[0.9375rem] text-soft">
          Most days first. Leave all of it empty to promise nothing. Shown with each offering that has a price.
        </p>
        {([1, 2, 3] as const).map((tier) => (
          <div key={tier} className="grid gap-5 sm:grid-cols-2">
            <TextField
              field={fields[`refundDays${tier}`]}
              label={`Until, line ${tier}`}
              type="number"
              min={0}
              max={365}
              suffix="days before"
            />
            <TextField
              field={fields[`refundPercent${tier}`]}
              label={`Part given back, line ${tier}`}
              type="number"
              min={0}
              max={100}
              suffix="percent"
            />
          </div>
        ))}
      </fieldset>
    </Section>
  );
}

function ClaimFields({ fields }: { fields: Fields }) {
  return (
    <Section title="Claims">
      <div className={grid}>
        <TextField
          field={fields.claimDays}
          label="Hours can be claimed until"
          hint="Empty: no deadline."
          type="number"
          min={1}
          max={3650}
          suffix="days after"
        />
        <div className="sm:col-span-2">
          <CheckboxField field={fields.evaluationGates} label="Hours are posted after the evaluation only" />
          <CheckboxField field={fields.paymentGates} label="Hours are posted once the fee is settled only" />
        </div>
      </div>
    </Section>
  );
}

function FeeFields({ fields }: { fields: Fields }) {
  return (
    <Section title="Fee for clock hours" description="Base and price per hour are added; the least is charged if more.">
      <div className={grid}>
        <TextField field={fields.feeBase} label="Base in dollars" inputMode="decimal" required />
        <TextField field={fields.feePerHour} label="Dollars per hour" inputMode="decimal" required />
        <TextField field={fields.feeMinimum} label="At least, in dollars" inputMode="decimal" required />
        <TextField
          field={fields.latePercent}
          label="More when paid late"
          hint="0: nothing."
          type="number"
          min={0}
          max={100}
          suffix="percent"
          required
        />
        <TextField
          field={fields.lateAfterDays}
          label="Late after"
          hint="From the day of completion."
          type="number"
          min={0}
          max={3650}
          suffix="days"
          required
        />
        <CheckboxField
          field={fields.cooperativeWaives}
          label="Members of the cooperative owe nothing"
          className="sm:col-span-3"
        />
      </div>
    </Section>
  );
}
