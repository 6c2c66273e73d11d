import { PersonLink } from "~/people/persons/PersonLink";
import { formatDateTime, plural } from "~/platform/format";
import { RegistrationStatus } from "~/registration/seats/RegistrationStatus";
import type { SeatCounts } from "~/registration/seats/seats";
import { SubmitButton } from "~/ui/Button";
import { SelectOptions, type Option } from "~/ui/fields/choice-fields";
import { EmptyState, Facts } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";
import { OFFERING_PEOPLE_LIST } from "./offering-people-list";
import type { OfferingPersonRow } from "./offering-people-list.server";
import type { summarizeNeeds } from "./needs-summary.server";
import { StaffActions } from "./StaffActions";

/** The form that the boxes of the list belong to. */
export const PEOPLE_FORM = "people";

interface OfferingPeopleProps {
  offering: { id: string; timeZone: string };
  list: Parameters<typeof WorkList<OfferingPersonRow>>[0]["list"];
  districts: Option[];
  /** Other offerings of the course that people can be moved to. */
  others: Option[];
  seats: SeatCounts;
}

/** Everyone who registered for an offering, as its coordinator sees them. */
export function OfferingPeople({ offering, list, districts, others, seats }: OfferingPeopleProps) {
  return (
    <WorkList
      shape={OFFERING_PEOPLE_LIST}
      of={offering.id}
      list={list}
      options={{ district: districts }}
      empty={
        <EmptyState title="Nobody has registered yet">
          <p>People appear here as soon as they register or join the waitlist.</p>
        </EmptyState>
      }
      selection={{
        form: PEOPLE_FORM,
        name: "registration",
        label: (row) => `Choose ${row.name}`,
        matching: true,
        actions: <BulkActions others={others} />,
      }}
      cells={{
        name: (row) => (
          <>
            <PersonLink personId={row.personId} name={row.sortName} />
            {row.canSignIn ? null : (
              <span className="block text-[0.9375rem] font-normal text-soft">
                {row.email ? "invited, no account yet" : "no account, no address"}
              </span>
            )}
          </>
        ),
        status: (row) => (
          <>
            <RegistrationStatus
              status={row.status}
              position={row.position}
              offerExpiresAt={row.offerExpiresAt}
              timeZone={offering.timeZone}
            />
            {row.awaitsMove ? (
              <span className="block text-[0.9375rem] text-soft">has not confirmed the move</span>
            ) : null}
          </>
        ),
        district: (row) => row.district ?? "–",
        needs: (row) => <Needs row={row} />,
        attendance: (row) => (row.attended > 0 ? row.attended : "–"),
        actions: (row) => <StaffActions row={row} others={others} seats={seats} />,
        email: (row) => row.email ?? "–",
        phone: (row) => row.phone ?? "–",
        registered: (row) => formatDateTime(row.createdAt, offering.timeZone),
        certificate: (row) => row.certificateNumber ?? "–",
        employee: (row) => row.employeeId ?? "–",
      }}
    />
  );
}

function BulkActions({ others }: { others: Option[] }) {
  return (
    <>
      <SubmitButton form={PEOPLE_FORM} intent="write" variant="secondary" size="sm">
        Write to them
      </SubmitButton>
      <SubmitButton form={PEOPLE_FORM} intent="invite-chosen" variant="secondary" size="sm">
        Invite again
      </SubmitButton>
      <details className="max-sm:w-full">
        <summary className="button list-none" data-variant="secondary" data-size="sm">
          Move or withdraw …
        </summary>
        <div className="mt-3 flex flex-wrap items-end gap-3">
          <label className="grid gap-1 font-semibold">
            Reason, for each of them to read
            <input type="text" name="reason" form={PEOPLE_FORM} minLength={3} maxLength={500} className="input" />
          </label>
          {others.length > 0 ? (
            <>
              <label className="grid gap-1 font-semibold">
                To
                <select name="toOfferingId" form={PEOPLE_FORM} className="input">
                  <SelectOptions options={others} />
                </select>
              </label>
              <SubmitButton form={PEOPLE_FORM} intent="transfer-chosen" variant="secondary" size="sm">
                Move them
              </SubmitButton>
            </>
          ) : null}
          <SubmitButton form={PEOPLE_FORM} intent="withdraw-chosen" variant="danger" size="sm">
            Withdraw them
          </SubmitButton>
        </div>
      </details>
    </>
  );
}

function Needs({ row }: { row: OfferingPersonRow }) {
  if (row.needs.length + row.answers.length === 0) return "–";
  return (
    <ul className="grid gap-1">
      {row.needs.length > 0 ? <li>{row.needs.join(" · ")}</li> : null}
      {row.answers.map(({ prompt, answer }) => (
        <li key={prompt}>
          <span className="text-soft">{prompt}</span> {answer}
        </li>
      ))}
    </ul>
  );
}

/** For the kitchen and the room: how many come, and what they need, without names. */
export function NeedsSummary({ summary }: { summary: ReturnType<typeof summarizeNeeds> }) {
  const inWords = (needs: { need: string; count: number }[]) =>
    needs.length > 0 ? needs.map(({ need, count }) => `${need} (${count})`).join(", ") : null;
  return (
    <Facts
      items={[
        { label: "Expected", value: plural(summary.expected, "person", "people") },
        { label: "Meals", value: inWords(summary.dietary) },
        { label: "Access", value: inWords(summary.access) },
      ]}
    />
  );
}
