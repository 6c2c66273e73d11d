import { and, count, eq, exists, inArray, isNotNull, isNull, not, type SQL, sql } from "drizzle-orm";
import { grants } from "#drizzle/schema/grants";
import { accounts, affiliations, organisations, persons } from "#drizzle/schema/people";
import { ACCOUNT_STATE_WORDS, type AccountState, accountStateOf } from "~/people/accounts/account-state";
import { affiliationStateOf } from "~/people/affiliations/affiliation-state";
import { GRANT_ROLE_LABELS } from "~/people/roles/role";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inReading, type Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { countOf } from "~/platform/database/rows.server";
import { fromDay } from "~/platform/database/zone-date.server";
import { formatDate } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { ALL_PEOPLE_LIST } from "./all-people-list";
import type { ListedPerson } from "./listed-person";
import { staffNameOf } from "./name";
import { BY_NAME, EVERY_PART, isNamedBy, type NamePart } from "./person-names.server";

const isShut = sql`(${accounts.lockedAt} is not null or ${accounts.closedAt} is not null)`;

const ACCOUNTS: Record<AccountState, SQL | undefined> = {
  none: isNull(accounts.id),
  unproved: and(isNotNull(accounts.id), not(isShut), isNull(accounts.emailVerifiedAt)),
  ready: and(not(isShut), isNotNull(accounts.emailVerifiedAt)),
  locked: and(isNotNull(accounts.lockedAt), isNull(accounts.closedAt)),
  closed: isNotNull(accounts.closedAt),
};

/** Everybody. Looking is audited (P5). The number of statements does not depend on the number of people. */
export function allPeopleSource(ctx: ActorContext, search: URLSearchParams): ListSource<ListedPerson> {
  return {
    shape: ALL_PEOPLE_LIST,
    tie: persons.id,
    order: {
      name: [persons.sortName],
      email: [persons.email],
      expires: [persons.certificateExpiresOn],
      entered: [persons.createdAt],
    },
    where: {
      q: (typed) => isNamedBy(persons.id, typed, EVERY_PART),
      place: (organisationId) => worksAt(ctx.db, organisationId),
      role: (role) => holdsRole(ctx.db, role),
      account: (state) => ACCOUNTS[state as AccountState],
      from: (day) => fromDay(persons.createdAt, day, REGION_TIME_ZONE),
    },
    ...rowsOf(ctx.db, (where) => select(ctx.db, where), {
      id: ({ person }) => person.id,
      narrow: {
        select: (where) =>
          ctx.db
            .select({ id: persons.id })
            .from(persons)
            .leftJoin(accounts, eq(accounts.personId, persons.id))
            .where(where),
        of: persons.id,
      },
      describe: (rows, { offset }) => {
        const personIds = rows.map(({ person }) => person.id);
        const detail = { q: search.get("q") ?? "", offset };
        recordReading(ctx, { action: "people.searched", subjectId: ctx.actor.personId, personIds, detail });
        return describe(ctx.db, rows);
      },
    }),
    cells: {
      name: (row) => row.name,
      email: (row) => row.email,
      places: (row) => row.places.join(", "),
      roles: (row) => row.roles.map((role) => GRANT_ROLE_LABELS[role]).join(", "),
      account: (row) => ACCOUNT_STATE_WORDS[row.account],
      phone: (row) => row.phone,
      certificate: (row) => row.certificateNumber,
      expires: (row) => row.certificateExpiresOn,
      entered: (row) => formatDate(row.createdAt, REGION_TIME_ZONE),
    },
  };
}

/** The first of everybody by words of names or addresses, as many as `most`; and how many there are. Audited (P5). */
export function searchPeople(
  ctx: ActorContext,
  { q, most, parts }: { q: string; most: number; parts: readonly NamePart[] },
): { total: number; people: ListedPerson[] } {
  return inReading(ctx.db, (tx) => {
    const where = isNamedBy(persons.id, q, parts);
    const first = select(tx, where)
      .orderBy(...BY_NAME)
      .limit(most)
      .all();
    const people = describe(tx, first);
    const personIds = people.map(({ id }) => id);
    recordReading(ctx, { action: "people.searched", subjectId: ctx.actor.personId, personIds, detail: { q } });
    return { people, total: countOf(tx.select({ count: count() }).from(persons).where(where)) };
  });
}

function select(db: Reader, where: SQL | undefined) {
  return db
    .select({ person: persons, account: accounts })
    .from(persons)
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(where);
}

type JoinedPerson = ReturnType<ReturnType<typeof select>["all"]>[number];

function describe(db: Reader, rows: readonly JoinedPerson[]): ListedPerson[] {
  const personIds = rows.map(({ person }) => person.id);
  const [places, roles] = [placesOf(db, personIds), rolesOf(db, personIds)];
  return rows.map(({ person, account }) => ({
    id: person.id,
    name: staffNameOf(person),
    email: person.email,
    phone: person.phone,
    certificateNumber: person.certificateNumber,
    certificateExpiresOn: person.certificateExpiresOn,
    createdAt: person.createdAt,
    account: accountStateOf(account),
    places: places.get(person.id) ?? [],
    roles: roles.get(person.id) ?? [],
  }));
}

const worksNow = and(isNull(affiliations.toDate), isNull(affiliations.disownedAt));

function worksAt(db: Reader, organisationId: string): SQL {
  const there = and(worksNow, eq(affiliations.organisationId, organisationId), eq(affiliations.personId, persons.id));
  return exists(
    db
      .select({ one: sql`1` })
      .from(affiliations)
      .where(there),
  );
}

function holdsRole(db: Reader, role: string): SQL {
  const held = and(sql`${grants.role} = ${role}`, isNull(grants.revokedAt), eq(grants.personId, persons.id));
  return exists(
    db
      .select({ one: sql`1` })
      .from(grants)
      .where(held),
  );
}

function placesOf(db: Reader, personIds: string[]): Map<string, string[]> {
  const { personId, confirmedAt, disownedAt } = affiliations;
  const rows = db
    .select({ personId, confirmedAt, disownedAt, name: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(and(inArray(personId, personIds), worksNow))
    .orderBy(byLetters(organisations.name))
    .all();
  const nameOf = (row: (typeof rows)[number]) =>
    affiliationStateOf(row) === "confirmed" ? row.name : `${row.name} (not confirmed)`;
  return collect(rows.map((row) => ({ personId: row.personId, value: nameOf(row) })));
}

function rolesOf(db: Reader, personIds: string[]): Map<string, ListedPerson["roles"]> {
  const rows = db
    .selectDistinct({ personId: grants.personId, value: grants.role })
    .from(grants)
    .where(and(inArray(grants.personId, personIds), isNull(grants.revokedAt)))
    .all();
  return collect(rows);
}

function collect<Value>(rows: { personId: string; value: Value }[]): Map<string, Value[]> {
  const byPerson = new Map<string, Value[]>();
  for (const { personId, value } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), value]);
  return byPerson;
}
