import { and, eq, inArray } from "drizzle-orm";
import { answerAsHr } from "~/hr/confirming/affiliation-answer.server";
import { addAffiliation, isUnanswered } from "~/people/affiliations/affiliation.server";
import type { Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { credits } from "#drizzle/schema/credits";
import { affiliations } from "#drizzle/schema/people";
import { must } from "../offerings";
import type { DemoPeople, DemoPerson } from "../people";

const HOUR = 3_600_000;

interface Declaration {
  district: "Highline" | "Kent";
  school: string;
  title: string | null;
  employeeId: string | null;
  /** Days before today on which they say that they began. */
  since: number;
  /** Days before today on which they say that they left, if they did. */
  until?: number;
  disowned?: true;
}

/** What people say of where they work and nobody has confirmed; the first claims years in which they earned hours. */
const DECLARATIONS: readonly Declaration[] = [
  {
    district: "Highline",
    school: "Mount Rainier High",
    title: "Instructional coach",
    employeeId: "004471",
    since: 2200,
  },
  { district: "Highline", school: "Beverly Park Elementary", title: null, employeeId: "018820", since: 40 },
  { district: "Highline", school: "Sylvester Middle", title: "Reading specialist", employeeId: null, since: 33 },
  { district: "Highline", school: "Hazel Valley Elementary", title: null, employeeId: "018911", since: 31 },
  { district: "Highline", school: "Evergreen High", title: "Substitute", employeeId: null, since: 400, until: 35 },
  { district: "Highline", school: "Cedarhurst Elementary", title: null, employeeId: "018954", since: 12 },
  { district: "Highline", school: "Example Academy", title: null, employeeId: null, since: 90, disowned: true },
  { district: "Kent", school: "Meridian Elementary", title: null, employeeId: "77120", since: 38 },
  { district: "Kent", school: "Mill Creek Middle", title: "Counselor", employeeId: null, since: 20 },
];

/** People of other districts say on their profiles that they work for Highline or Kent; Highline's HR disowns one. */
export function insertDeclarations(tx: Transaction, people: DemoPeople, now: number): void {
  const takers = listOutsiders(tx, people);
  const today = dateOf(now, REGION_TIME_ZONE);
  DECLARATIONS.forEach(({ district, school, disowned, since, until, ...rest }, index) => {
    const person = takers[index]!;
    const at = now - (DECLARATIONS.length - index) * 9 * HOUR;
    const place = {
      ...rest,
      building: school,
      organisationId: people.organisationId(district),
      roleKind: person.roleKind,
      fromDate: addDays(today, -since),
      toDate: until === undefined ? null : addDays(today, -until),
    };
    must(addAffiliation(people.acting(person, at), place));
    if (disowned) disown(tx, people, person, at + HOUR);
  });
}

/** Educators who never worked for either of the two; first those with posted hours. */
function listOutsiders(tx: Transaction, people: DemoPeople): DemoPerson[] {
  const places = [people.organisationId("Highline"), people.organisationId("Kent")];
  const inside = tx
    .select({ personId: affiliations.personId })
    .from(affiliations)
    .where(inArray(affiliations.organisationId, places))
    .all();
  const theirs = new Set(inside.map(({ personId }) => personId));
  const earners = tx.selectDistinct({ personId: credits.personId }).from(credits).all();
  const withHours = new Set(earners.map(({ personId }) => personId));
  const outsiders = people.educators.filter(({ personId }) => !theirs.has(personId));
  return [
    ...outsiders.filter(({ personId }) => withHours.has(personId)),
    ...outsiders.filter(({ personId }) => !withHours.has(personId)),
  ];
}

function disown(tx: Transaction, people: DemoPeople, person: DemoPerson, at: number): void {
  const { id, organisationId } = rowOf(
    tx
      .select()
      .from(affiliations)
      .where(and(eq(affiliations.personId, person.personId), isUnanswered)),
    "unanswered affiliation",
  );
  const hr = { ...people.acting(people.account("hr"), at), scopeIds: [organisationId] };
  must(answerAsHr(hr, { intent: "disown", affiliation: [id] }));
}
