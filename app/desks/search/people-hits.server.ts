import { and, inArray, or, type SQL, sql } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { isKnownTo, isOnRosterOf, type Reach } from "~/desks/people/person-scope.server";
import { EVERYBODY } from "~/hr/people/people-filter";
import { wherePeople } from "~/hr/people/people.server";
import { staffNameOf } from "~/people/persons/name";
import { byLikeness, EVERY_PART, isNamedBy, NAMED } from "~/people/persons/person-names.server";
import type { Reader } from "~/platform/database/database.server";
import { groupOf, type HitGroup, MOST_HITS } from "./search-hits";

/** Facilitators see the names of whoever is on their rosters, and nothing else that could be searched. */
const ON_ROSTERS = ["names"] as const;

/**
 * People whom the reader may open, by what each of their roles lets them see of a person: the address of people who are
 * known to their providers, the former names of their district's, the names of their rosters'.
 */
export function findPeople(tx: Reader, reach: Reach, q: string): HitGroup {
  const rows = tx
    .select({ ...NAMED, email: persons.email })
    .from(persons)
    .where(or(...conditions(tx, reach, q)) ?? sql`0`)
    .orderBy(...byLikeness(persons.id, q))
    .limit(MOST_HITS + 1)
    .all();
  const reached = listReached(
    tx,
    reach,
    rows.map((row) => row.id),
  );
  const hits = rows.map((row) => {
    const address = reached.has(row.id) ? row.email : null;
    return { id: row.id, to: `/people/${row.id}`, label: staffNameOf(row), about: address ?? "", codes: [address] };
  });
  return groupOf("people", hits, listFor(reach, q));
}

function conditions(tx: Reader, reach: Reach, q: string): (SQL | undefined)[] {
  const named = (parts: Parameters<typeof isNamedBy>[2]) => isNamedBy(persons.id, q, parts);
  if (reach.everything) return [named(EVERY_PART)];
  const providers = providersOf(reach);
  return [
    ...(providers.length > 0 ? [and(named(EVERY_PART), isKnownTo(tx, persons.id, providers))] : []),
    ...(reach.facilitated.length > 0 ? [and(named(ON_ROSTERS), isOnRosterOf(tx, persons.id, reach.facilitated))] : []),
    ...reach.hrOf.map((organisationId) => wherePeople(tx, organisationId, { ...EVERYBODY, q })),
  ];
}

/** Those of the people whose address the reader sees. */
function listReached(tx: Reader, reach: Reach, personIds: string[]): Set<string> {
  if (reach.everything) return new Set(personIds);
  const known = and(inArray(persons.id, personIds), isKnownTo(tx, persons.id, providersOf(reach)));
  const rows = tx.select({ id: persons.id }).from(persons).where(known).all();
  return new Set(rows.map(({ id }) => id));
}

const providersOf = ({ registrarOf, coordinatorOf }: Reach) => [...new Set([...registrarOf, ...coordinatorOf])];

function listFor({ everything, hrOf }: Reach, q: string): string | null {
  const search = new URLSearchParams({ q }).toString();
  if (everything) return `/admin/people?${search}`;
  return hrOf.length === 1 ? `/hr?${search}` : null;
}
