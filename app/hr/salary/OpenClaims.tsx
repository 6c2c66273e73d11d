import type { ReactNode } from "react";
import { Form } from "@remix-run/react";
import { dayOf } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { OnceField } from "~/ui/fields/OnceField";
import { RowLink } from "~/ui/lists/RowLink";
import { type PersonWithClaims, remindedInWords, WAITING_CLAIM_WORDS } from "./open-claim";

/** What the list of open claims shows of each person; `query` names the district and the year. */
export const openClaimCells = (
  query: string,
  now: number,
  timeZone: string,
): Record<string, (row: PersonWithClaims) => ReactNode> => ({
  name: ({ id, name }) => <RowLink to={`/hr/salary/people/${id}?${query}`}>{name}</RowLink>,
  claims: ({ claims }) => (
    <ul className="grid gap-1">
      {claims.map(({ id, title, endedOn, waits }) => (
        <li key={id}>
          {title}, {dayOf(endedOn)}: <strong>{WAITING_CLAIM_WORDS[waits]}</strong>
        </li>
      ))}
    </ul>
  ),
  reminded: (person) => remindedInWords(person, now, timeZone),
});

/** Reminds the ticked people. */
export function NudgeForm({ id }: { id: string }) {
  return (
    <Form method="post" id={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <OnceField />
      <SubmitButton intent="nudge">Remind those whom you ticked</SubmitButton>
      <p className="text-[0.9375rem] text-soft">
        One mail each, with everything of theirs that is open, at most once a week.
      </p>
    </Form>
  );
}
