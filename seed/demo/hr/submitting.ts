import { listAffiliationsWithin } from "~/hr/hr-scope.server";
import { submitHours } from "~/hr/submitted/submit.server";
import { decideSubmitted, getSubmitted } from "~/hr/submitted/submitted-decision.server";
import { listSubmittable } from "~/hr/submitted/submittable.server";
import type { Transaction } from "~/platform/database/database.server";
import { must } from "../offerings";
import type { DemoPeople } from "../people";

const DAY = 86_400_000;
const DISTRICTS = { Highline: "hr", Kent: "hr-kent" } as const;
/** So many people of each district submit, at most so many rows each. */
const MOST_PEOPLE = 3;
const MOST_ROWS = 2;

/** Hours of a time that Highline and Kent do not see, submitted by whoever earned them; the first whom a district knows is accepted. */
export function insertSubmissions(tx: Transaction, people: DemoPeople, now: number): void {
  for (const [district, mailbox] of Object.entries(DISTRICTS)) {
    const organization = people.organisationId(district);
    const hr = { ...people.acting(people.account(mailbox), now - DAY), scopeIds: [organization] };
    let [submitted, accepted] = [0, 0];
    for (const person of people.educators) {
      const rows = listSubmittable(tx, person.personId, organization).filter(({ kind }) => kind === "credit");
      const row = rows.slice(0, MOST_ROWS).map(({ key }) => key);
      if (row.length === 0 || submitted === MOST_PEOPLE) continue;
      const sent = submitHours(people.acting(person, now - (MOST_PEOPLE - submitted) * 2 * DAY), { organization, row });
      if (!sent.ok) continue;
      submitted += 1;
      if (accepted > 0 || listAffiliationsWithin(tx, person.personId, [organization]).length === 0) continue;
      must(decideSubmitted(hr, sent.value, { intent: "accept", seen: getSubmitted(hr, sent.value).seen }));
      accepted += 1;
    }
  }
}
