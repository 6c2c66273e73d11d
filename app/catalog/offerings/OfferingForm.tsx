import { useEffect } from "react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, RadioGroup, SelectField, type Option } from "~/ui/fields/choice-fields";
import type { Stale } from "~/platform/http/stale-form";
import { VersionFields } from "~/ui/fields/VersionFields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Section, StickyActions } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";
import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import { ArrivalFields, ContactFields } from "./ArrivalFields";
import { InstructorFields, type ProposedInstructor } from "./InstructorFields";
import { OFFERING_FIELD_LABELS, type OfferingDraft } from "./offering-draft";
import { FIRST_AUDIENCE_LABELS, FIRST_AUDIENCES, MODALITIES, MODALITY_LABELS } from "./offering-state";
import { SessionFields } from "./SessionFields";

interface OfferingFormProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  draft: OfferingDraft;
  /** The version that an offering was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  hosts: Option[];
  /** What is proposed as the place. */
  places: { name: string; address: string | null; capacity: number | null }[];
  /** Whom is proposed as an instructor. */
  instructors: ProposedInstructor[];
  /** Designations that the provider may not give on the day of the first session, and that day in words. */
  barred: { designations: Designation[]; day: string };
  /** The provider's zone by name, in which every time is entered. */
  zone: string;
  /** Whether a committee has approved it: what it approved is changed with a reason. */
  isApproved?: boolean;
  submitLabel: string;
  /** The name of the field to go to, after rows have changed. */
  focus?: string | undefined;
}

/** When, where and for how many: the fields of an offering. Give it a new `key` when its rows have changed. */
export function OfferingForm(props: OfferingFormProps) {
  const {
    lastResult,
    draft,
    base = null,
    stale = null,
    hosts,
    places,
    instructors,
    barred,
    zone,
    isApproved,
    submitLabel,
    focus,
  } = props;
  const [form, fields] = useServerForm<OfferingDraft & { reason?: string }>({
    id: "offering",
    lastResult,
    defaultValue: draft,
  });
  useEffect(() => {
    if (focus) document.querySelector<HTMLElement>(`[name="${CSS.escape(focus)}"]`)?.focus();
  }, [focus]);
  return (
    <FormFrame form={form} putBackIntent="put-back" className="grid gap-8">
      {/* What the Enter key presses: the form's first button. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="sr-only">
        {submitLabel}
      </button>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={OFFERING_FIELD_LABELS} />
      <Section title="Sessions" description={`Times are ${zone}. An end before the start is on the next day.`}>
        <SessionFields rows={fields.sessions.getFieldList()} zone={zone} />
      </Section>
      <Section title="Where and how">
        <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
          <RadioGroup
            field={fields.modality}
            legend="People take part"
            options={MODALITIES.map((value) => ({ value, label: MODALITY_LABELS[value] }))}
            required
            className="sm:col-span-2"
          />
          <TextField
            field={fields.place}
            label="Place"
            hint="A building, or “Online”. Those of the list are proposed."
            list="places"
            autoComplete="off"
            required
          />
          <datalist id="places">
            {places.map(({ name, address, capacity }) => (
              <option key={name} value={name}>
                {[address, capacity === null ? null : plural(capacity, "person", "people")].filter(Boolean).join(" · ")}
              </option>
            ))}
          </datalist>
          <TextField field={fields.address} label="Address" hint="Empty: the one of the list." />
          <SelectField field={fields.hostOrganisationId} label="Host district" options={hosts} placeholder="None" />
          <TextField
            field={fields.link}
            label="Link to join"
            hint="Nobody sees it before they join: people with a seat are led to it by the session’s join page, which marks them in."
            type="url"
          />
          <ArrivalFields fields={fields} />
        </div>
      </Section>
      <Section
        title="Questions"
        description="Everyone sees whom to ask, and answers to its messages arrive there. All empty: the provider’s contact."
      >
        <ContactFields fields={fields} />
      </Section>
      <Section title="Seats and price">
        <div className="grid gap-5 sm:grid-cols-3 sm:items-end">
          <TextField field={fields.capacity} label="Seats" type="number" min={1} required />
          <TextField
            field={fields.waitlistLimit}
            label="Waitlist places"
            hint="Empty: as many as come."
            type="number"
            min={0}
          />
          <TextField
            field={fields.price}
            label="Price in dollars"
            hint="0 for no charge."
            inputMode="decimal"
            required
          />
          <TextField
            field={fields.registrationOpens}
            label="Registration opens"
            hint="Empty: when it is published."
            type="datetime-local"
          />
          <TextField
            field={fields.registrationCloses}
            label="Registration closes"
            hint="Empty: when the first session starts."
            type="datetime-local"
          />
        </div>
      </Section>
      <Section title="Who may register" description="Staff can register anybody.">
        <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
          <SelectField
            field={fields.firstFor}
            label="Opens first for"
            options={FIRST_AUDIENCES.map((value) => ({ value, label: FIRST_AUDIENCE_LABELS[value] }))}
            placeholder="Nobody"
          />
          <TextField field={fields.firstOpens} label="Opens for them" type="datetime-local" />
          <TextField
            field={fields.supervisorHours}
            label="Hours for a supervisor's approval"
            hint="The seat is held so long. Empty: no approval is needed."
            type="number"
            min={1}
            max={720}
          />
          <CheckboxField field={fields.audienceOnly} label="Only for the course's audience" />
        </div>
      </Section>
      <Section title="Instructors">
        <InstructorFields rows={fields.instructors.getFieldList()} proposed={instructors} />
      </Section>
      <DesignationFields rows={fields.designations.getFieldList()} barred={barred} />
      {isApproved ? (
        <Section title="For the record">
          <TextField
            field={fields.reason}
            label="Reason for the change"
            hint="Needed with other sessions, places, instructors or designated hours: a committee approved them. It stands on the record beside the approval."
            maxLength={500}
          />
        </Section>
      ) : null}
      <StickyActions>
        <SubmitButton intent="save">{submitLabel}</SubmitButton>
      </StickyActions>
    </FormFrame>
  );
}

type DesignationRow = ReturnType<
  ReturnType<typeof useServerForm<OfferingDraft>>[1]["designations"]["getFieldList"]
>[number];

function DesignationFields({ rows, barred }: { rows: DesignationRow[] } & Pick<OfferingFormProps, "barred">) {
  if (rows.length === 0) return null;
  return (
    <Section
      title="Hours that count for a designation"
      description="Of the approved hours. Empty: none count for the topic."
    >
      <div className="grid gap-5 sm:grid-cols-3 sm:items-end">
        {rows.map((row) => {
          const { designation, hours } = row.getFieldset();
          const code = String(designation.initialValue) as Designation;
          return (
            <div key={row.key}>
              <Hidden name={designation.name} value={code} />
              <TextField
                field={hours}
                label={DESIGNATIONS[code]}
                hint={
                  barred.designations.includes(code)
                    ? `The provider may not give these on ${barred.day}: the offering cannot be approved with them.`
                    : undefined
                }
                inputMode="decimal"
                suffix="hours"
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
