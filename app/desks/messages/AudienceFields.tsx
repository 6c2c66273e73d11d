import { plural } from "~/platform/format";
import { AUDIENCE_LABELS, type MessageAudience } from "~/registration/messages/message-audience";
import { STATUS_LABELS } from "~/registration/seats/registration-words";
import type { RegistrationStatus } from "~/registration/seats/status";
import { CheckboxGroup, RadioGroup } from "~/ui/fields/choice-fields";
import type { FormField } from "~/ui/fields/form";
import type { listAudiences, MessageReach } from "./audience.server";

/** What stands in the form about whom a message goes to. */
export type AudienceShape = { audience: string; statuses: string[]; districts: string[]; people: string[] };

interface AudienceFieldsProps {
  fields: { [Key in keyof AudienceShape]: FormField };
  /** How many people have each status; none are left out. */
  counts: { status: RegistrationStatus; count: number }[];
  audiences: ReturnType<typeof listAudiences>;
  /** Of everybody who ever registered. */
  reach: MessageReach;
}

const peopleIn = (count: number) => plural(count, "person", "people");

/** Whom a message goes to: the list that belongs to the choice stands under it. */
export function AudienceFields({ fields, counts, audiences, reach }: AudienceFieldsProps) {
  const { steps, districts, people } = audiences;
  const labelOf = (audience: MessageAudience) =>
    Object.hasOwn(steps, audience)
      ? `${AUDIENCE_LABELS[audience]} (${peopleIn(steps[audience as keyof typeof steps])})`
      : AUDIENCE_LABELS[audience];
  const shown = (Object.keys(AUDIENCE_LABELS) as MessageAudience[]).filter(
    (audience) => audience !== "district" || districts.length > 0,
  );
  return (
    <div className="group/to grid gap-4">
      <RadioGroup
        field={fields.audience}
        legend="To"
        options={shown.map((audience) => ({ value: audience, label: labelOf(audience) }))}
        required
      />
      <div className="hidden group-has-[[value=status]:checked]/to:block">
        <CheckboxGroup
          field={fields.statuses}
          legend="With the status"
          options={counts.map(({ status, count }) => ({
            value: status,
            label: `${STATUS_LABELS[status]} (${peopleIn(count)})`,
          }))}
          required
        />
      </div>
      <div className="hidden group-has-[[value=district]:checked]/to:block">
        <CheckboxGroup
          field={fields.districts}
          legend="Worked for"
          options={districts.map(({ id, name, count }) => ({ value: id, label: `${name} (${peopleIn(count)})` }))}
          required
        />
      </div>
      <div className="hidden max-h-96 overflow-y-auto group-has-[[value=chosen]:checked]/to:block">
        <CheckboxGroup
          field={fields.people}
          legend="People"
          options={people.map(({ id, name, status, hasMail }) => ({
            value: id,
            label: name,
            hint: `${STATUS_LABELS[status]}${hasMail ? "" : ", no email address"}`,
          }))}
          required
        />
      </div>
      <NotReached reach={reach} />
    </div>
  );
}

/** Whom no message to the people of the offering reaches, and why. */
export function NotReached({ reach }: { reach: MessageReach }) {
  const { unreachable, switchedOff } = reach;
  if (unreachable.length + switchedOff.length === 0) return null;
  return (
    <ul className="grid gap-1 text-[0.9375rem] text-soft">
      {unreachable.length > 0 ? <li>Not reachable by mail: {unreachable.join("; ")}.</li> : null}
      {switchedOff.length > 0 ? <li>Have switched such mail off: {switchedOff.join("; ")}.</li> : null}
    </ul>
  );
}
