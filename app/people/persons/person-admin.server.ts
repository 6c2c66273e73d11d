import { and, count, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { accounts, affiliations, organisations, persons } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { accountStateOf } from "~/people/accounts/account-state";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inReading, inTransaction, type Reader } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound, PAGE_SIZE } from "~/platform/http/responses.server";
import { insertAffiliation } from "~/people/affiliations/affiliation.server";
import { affiliationStateOf } from "~/people/affiliations/affiliation-state";
import { findOrganisation } from "~/people/organisations/organisation.server";
import { countOf } from "~/platform/database/rows.server";
import { staffNameOf } from "./name";
import type { ListedPerson } from "./listed-person";
import type { newPersonForm } from "./person-admin-form";
import { findPerson } from "./person.server";
import { BY_NAME, EVERY_PART, isNamedBy, type NamePart } from "~/people/persons/person-names.server";
import { byLetters } from "~/platform/database/letter-order.server";

interface PeopleSearch {
  q: string;
  page: number;
  most?: number;
  /** Where to look; everywhere, unless said otherwise. */
  parts?: readonly NamePart[];
}

/**
 * One page of everybody, found by words of names or addresses, `most` on it. Looking is audited (P5). The number of statements does
 * not depend on the number of people.
 */
export function searchPeople(ctx: ActorContext, { q, page, most = PAGE_SIZE, parts = EVERY_PART }: PeopleSearch) {
  return inReading(ctx.db, (tx) => {
    const where = isNamedBy(persons.id, q, parts);
    const rows = tx
      .select({ person: persons, account: accounts })
      .from(persons)
      .leftJoin(accounts, eq(accounts.personId, persons.id))
      .where(where)
      .orderBy(...BY_NAME)
      .limit(most)
      .offset((page - 1) * most)
      .all();
    const total = countOf(tx.select({ count: count() }).from(persons).where(where));
    const personIds = rows.map(({ person }) => person.id);
    const places = placesOf(tx, personIds);
    const roles = rolesOf(tx, personIds);
    recordReading(ctx, { action: "people.searched", subjectId: ctx.actor.personId, personIds, detail: { q, page } });
    const people = rows.map(({ person, account }): ListedPerson => ({
      id: person.id,
      name: staffNameOf(person),
      email: person.email,
      account: accountStateOf(account),
      places: places.get(person.id) ?? [],
      roles: roles.get(person.id) ?? [],
    }));
    return { total, people };
  });
}

/**
 * Whom a page of the administrators' is about. Looking is audited (P5).
 * @throws Response 404
 */
export function getNamed(ctx: ActorContext, personId: string): { id: string; name: string } {
  const person = findPerson(ctx.db, personId);
  if (!person) throw notFound();
  recordReading(ctx, { action: "person.read", subjectId: personId, personIds: [personId] });
  return { id: person.id, name: staffNameOf(person) };
}

type Entered = z.output<typeof newPersonForm>;
type NewPersonInput = Omit<Entered, "employeeId" | "building"> & Partial<Pick<Entered, "employeeId" | "building">>;

/**
 * An administrator enters a person, who may have no account yet (R8), with where they work, which is confirmed by that.
 * Returns the id.
 */
export function addPerson(
  ctx: ActorContext,
  input: NewPersonInput,
): Outcome<string, "address-taken" | "unknown-organisation"> {
  const { legalFirst, legalLast, email = null, organisationId, roleKind, fromDate } = input;
  const { employeeId = null, building = null } = input;
  return inTransaction(ctx.db, (tx) => {
    if (email && tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email)).get()) {
      return refuse("address-taken");
    }
    if (organisationId && !findOrganisation(tx, organisationId)) return refuse("unknown-organisation");
    const id = newId();
    tx.insert(persons).values({ id, legalFirst, legalLast, email, createdAt: ctx.now, updatedAt: ctx.now }).run();
    recordAudit(tx, ctx, { action: "person.added", subjectId: id, personId: id });
    if (organisationId && roleKind && fromDate) {
      const rest = { title: null, building, toDate: null };
      const workplace = { organisationId, roleKind, employeeId, fromDate, ...rest };
      insertAffiliation(tx, ctx, id, workplace, { confirmed: true });
    }
    return ok(id);
  });
}

function placesOf(tx: Reader, personIds: string[]): Map<string, string[]> {
  const { personId, confirmedAt, disownedAt } = affiliations;
  const rows = tx
    .select({ personId, confirmedAt, disownedAt, name: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(and(inArray(personId, personIds), isNull(affiliations.toDate), isNull(disownedAt)))
    .orderBy(byLetters(organisations.name))
    .all();
  const nameOf = (row: (typeof rows)[number]) =>
    affiliationStateOf(row) === "confirmed" ? row.name : `${row.name} (not confirmed)`;
  return collect(rows.map((row) => ({ personId: row.personId, value: nameOf(row) })));
}

function rolesOf(tx: Reader, personIds: string[]): Map<string, ListedPerson["roles"]> {
  const rows = tx
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
