import { Form } from "@remix-run/react";
import { dayOf, formatDate } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { OnceField } from "~/ui/fields/OnceField";
import { EmptyState } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { mayBeNudged, type PersonWithClaims, WAITING_CLAIM_WORDS } from "./open-claim";

interface OpenClaimsProps {
  people: PersonWithClaims[];
  /** The form that takes the ticked people. */
  form: string;
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
}

/** Who has what still to do, and when they were reminded. */
export function OpenClaims({ people, form, now, timeZone }: OpenClaimsProps) {
  return (
    <DataTable
      caption="People with open claims"
      rows={people}
      rowKey={({ id }) => id}
      selection={{ form, name: "person", label: ({ name }) => name }}
      empty={
        <EmptyState title="Nobody has anything open">
          Everything that was earned is claimed, evaluated and paid.
        </EmptyState>
      }
      columns={[
        { key: "name", header: "Name", primary: true, cell: ({ name }) => name },
        {
          key: "claims",
          header: "What waits for them",
          cell: ({ claims }) => (
            <ul className="grid gap-1">
              {claims.map(({ id, title, endedOn, waits }) => (
                <li key={id}>
                  {title}, {dayOf(endedOn)}: <strong>{WAITING_CLAIM_WORDS[waits]}</strong>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "nudged",
          header: "Reminded",
          cell: (person) => remindedInWords(person, now, timeZone),
        },
      ]}
    />
  );
}

function remindedInWords({ nudgedAt, hasAddress }: PersonWithClaims, now: number, timeZone: string): string {
  if (!hasAddress) return "No email address on file";
  if (nudgedAt === null) return "Not yet";
  const day = formatDate(nudgedAt, timeZone);
  return mayBeNudged(nudgedAt, now) ? day : `${day}; again a week later`;
}

/** Reminds the ticked people. */
export function NudgeForm({ id }: { id: string }) {
  return (
    <Form method="post" id={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <OnceField />
      <SubmitButton intent="nudge">Remind those whom you ticked</SubmitButton>
      <p className="text-[0.9375rem] text-soft">One mail each, with everything of theirs that is open.</p>
    </Form>
  );
}
