import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { invoiceLines, invoices } from "#drizzle/schema/billing";
import { claims } from "#drizzle/schema/credits";
import { affiliations, organisations } from "#drizzle/schema/people";
import type { Offering } from "~/catalog/offerings/offering.server";
import { UNDER_WAY, WAITS_FOR_PERSON } from "~/credits/claims/claim-status";
import { verdictsOn } from "~/messages/preferences/send-verdict.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { staffNameOf } from "~/people/persons/name";
import type { Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { dateOf } from "~/platform/time/time-zone";
import type { MessageAudience } from "~/registration/messages/message-audience";
import type { MessageForm } from "~/registration/messages/message-form";
import { listByStatus, listOnce, type Recipient } from "~/registration/messages/message-recipients.server";

type Audience = Pick<MessageForm, "audience" | "statuses" | "districts" | "people">;
type Of = Pick<Offering, "id" | "startsAt" | "timeZone">;

/** The people whom a message goes to, each once, with an address or without. */
export function findAudience(db: Reader, offering: Of, { audience, ...chosen }: Audience): Recipient[] {
  if (audience === "status") return listByStatus(db, offering.id, chosen.statuses);
  const people = listOnce(db, offering.id);
  const only = (ids: ReadonlySet<string>) => people.filter(({ person }) => ids.has(person.id));
  if (audience === "chosen") return only(new Set(chosen.people));
  if (audience !== "district") return only(STEPS[audience](db, offering.id));
  const places = placesOf(db, offering, people);
  return people.filter(({ person }) => places.some((at) => at.of(person.id) && chosen.districts.includes(at.id)));
}

/** Who has yet to take each step for their hours (T3). */
const STEPS: Record<Exclude<MessageAudience, "status" | "district" | "chosen">, typeof listNotClaimed> = {
  "not-claimed": listNotClaimed,
  "not-evaluated": listNotEvaluated,
  "not-paid": listNotPaid,
};

/** Who earned hours and has not claimed them, or has to claim them anew. */
function listNotClaimed(db: Reader, offeringId: string): Set<string> {
  const rows = listClaims(db, offeringId).filter(
    ({ status, earnedMinutes }) => (status === "open" || status === "returned") && earnedMinutes > 0,
  );
  return new Set(rows.map(({ personId }) => personId));
}

/** Who has claimed, has not evaluated, and still can. */
function listNotEvaluated(db: Reader, offeringId: string): Set<string> {
  const still: readonly string[] = UNDER_WAY;
  const rows = listClaims(db, offeringId).filter(({ status, evaluated }) => still.includes(status) && !evaluated);
  return new Set(rows.map(({ personId }) => personId));
}

/** Whose fee is open; not where a district was billed for it. */
function listNotPaid(db: Reader, offeringId: string): Set<string> {
  const waits: readonly string[] = WAITS_FOR_PERSON;
  const rows = listClaims(db, offeringId).filter(({ status, settled }) => waits.includes(status) && !settled);
  const ids = rows.map(({ id }) => id);
  const billed = db
    .select({ claimId: invoiceLines.claimId })
    .from(invoiceLines)
    .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
    .where(and(inArray(invoiceLines.claimId, ids), eq(invoiceLines.kind, "fee"), isNotNull(invoices.organisationId)))
    .all();
  const byDistrict = new Set(billed.map(({ claimId }) => claimId));
  return new Set(rows.filter(({ id }) => !byDistrict.has(id)).map(({ personId }) => personId));
}

const listClaims = (db: Reader, offeringId: string) =>
  db.select().from(claims).where(eq(claims.offeringId, offeringId)).all();

/** The organizations that the people of an offering worked for on its first day, confirmed or not, by name. */
function placesOf(db: Reader, { startsAt, timeZone }: Of, people: readonly Recipient[]) {
  if (startsAt === null) return [];
  const day = dateOf(startsAt, timeZone);
  const ids = people.map(({ person }) => person.id);
  const rows = db
    .select({ affiliation: affiliations, name: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(and(isNull(affiliations.disownedAt), inArray(affiliations.personId, ids)))
    .orderBy(byLetters(organisations.name))
    .all()
    .filter(({ affiliation }) => affiliationOn([affiliation], day) !== undefined);
  return [...Map.groupBy(rows, ({ affiliation }) => affiliation.organisationId)].map(([id, theirs]) => {
    const workers = new Set(theirs.map(({ affiliation }) => affiliation.personId));
    return { id, name: theirs[0]!.name, count: workers.size, of: (personId: string) => workers.has(personId) };
  });
}

/** What can be chosen on the page of a message: how many have which step before them, where they worked, who they are. */
export function listAudiences(db: Reader, offering: Of) {
  const people = listOnce(db, offering.id);
  const known = new Set(people.map(({ person }) => person.id));
  const count = (ids: ReadonlySet<string>) => [...ids].filter((id) => known.has(id)).length;
  return {
    steps: {
      "not-claimed": count(listNotClaimed(db, offering.id)),
      "not-evaluated": count(listNotEvaluated(db, offering.id)),
      "not-paid": count(listNotPaid(db, offering.id)),
    },
    districts: placesOf(db, offering, people).map(({ id, name, count: of }) => ({ id, name, count: of })),
    people: people.map(({ person, status }) => ({
      id: person.id,
      name: staffNameOf(person),
      status,
      hasMail: person.email !== null,
    })),
  };
}

/** What organizations are called, of those that the people of an offering worked for on its first day. */
export function nameDistricts(db: Reader, offering: Of, ids: readonly string[]): string[] {
  return placesOf(db, offering, listOnce(db, offering.id)).flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
}

/**
 * Whom a message reaches, and whom it does not, by name, before it is sent; with the first of those whom it reaches, or of
 * all, for its preview.
 */
export function judgeAudience(db: Reader, people: readonly Recipient[], now: number) {
  const message = ({ person }: Recipient) => ({
    kind: "offering-message",
    personId: person.id,
    recipient: person.email ?? "",
  });
  const verdict = verdictsOn(db, people.map(message), now);
  const reach = { reached: 0, daily: 0, unreachable: [] as string[], switchedOff: [] as string[] };
  let example: Recipient | undefined;
  for (const each of people) {
    const found = each.person.email === null ? null : verdict(message(each));
    const name = staffNameOf(each.person);
    if (found === null || (found.kind === "suppress" && found.comesBack)) reach.unreachable.push(name);
    else if (found.kind === "suppress") reach.switchedOff.push(name);
    else {
      reach.reached++;
      example ??= each;
    }
    if (found?.kind === "digest") reach.daily++;
  }
  return { reach, example: example ?? people[0] };
}

export type MessageReach = ReturnType<typeof judgeAudience>["reach"];
