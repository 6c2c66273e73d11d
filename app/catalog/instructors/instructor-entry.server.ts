import { and, count, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { instructors, offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { instructorEntries } from "#drizzle/schema/proposals";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { type Changes, changesBetween } from "~/platform/audit/changes";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { countOf } from "~/platform/database/rows.server";
import { inAll, newest } from "~/platform/database/newest.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { InstructorInputFields, instructorPageForm } from "./instructor-form";

type Entry = typeof instructorEntries.$inferSelect;
export type InstructorRefusal =
  "unknown-provider" | "unknown-instructor" | "unknown-address" | "name-taken" | "instructor-used";

/** Each refusal in plain words, and the field that it is about. */
export const INSTRUCTOR_REFUSALS: Record<InstructorRefusal, { words: string; field?: string }> = {
  "unknown-provider": { words: "Choose a provider that you coordinate.", field: "providerId" },
  "unknown-instructor": { words: "This instructor is not in the list any more." },
  "unknown-address": {
    words: "Nobody in Hourbook has this address. Leave it empty for a guest, or ask them to create an account.",
    field: "email",
  },
  "name-taken": { words: "The provider has an instructor of this name already.", field: "name" },
  "instructor-used": { words: "They taught, so the entry stays on record. Retire it instead." },
};

const NOTHING: InstructorInputFields = { name: "", email: null, qualifications: null };

const WORDS: ChangeWords = {
  actions: new Map([
    ["instructor.added", "Added"],
    ["instructor.changed", "Changed"],
    ["instructor.retired", "Retired"],
    ["instructor.restored", "Proposed again"],
  ]),
  fields: new Map([
    ["name", "name"],
    ["email", "email"],
    ["qualifications", "qualifications"],
  ]),
};

/** What the form of an instructor shows. */
export const toInstructorEntryDraft = ({ name, email, qualifications }: InstructorInputFields) => ({
  name,
  email,
  qualifications,
});

/** Condition on `instructors`: who teaches there is the one of the entry, by name within its provider. */
export const isTaughtBy: SQL = sql`lower(${instructors.name}) = lower(${instructorEntries.name})
  and ${offerings.providerId} = ${instructorEntries.providerId}`;

/** Whom the form of an offering proposes for a provider, by name. */
export function listProposedInstructors(db: Reader, providerId: string) {
  return db
    .select({
      name: instructorEntries.name,
      email: instructorEntries.email,
      qualifications: instructorEntries.qualifications,
    })
    .from(instructorEntries)
    .where(and(eq(instructorEntries.providerId, providerId), isNull(instructorEntries.retiredAt)))
    .orderBy(byLetters(instructorEntries.name))
    .all();
}

/** Somebody of the actor's providers; null for anybody else. */
export function findInstructorEntry(db: Reader, ctx: ScopedContext, id: string): Entry | null {
  const mine = and(eq(instructorEntries.id, id), inArray(instructorEntries.providerId, ctx.scopeIds));
  return db.select().from(instructorEntries).where(mine).get() ?? null;
}

/**
 * One instructor with how many offerings they teach or taught, and what was done to the entry.
 * @throws Response 404
 */
export function getInstructorEntry(ctx: ScopedContext, id: string) {
  const entry = findInstructorEntry(ctx.db, ctx, id);
  if (!entry) throw notFound();
  return { entry, uses: countUses(ctx.db, id), history: listChangeHistory(ctx.db, id, WORDS) };
}

/**
 * People who taught for the actor's providers and are in no list, newest first, and how many: what the page proposes to take in.
 * @param all more of them than the newest ten
 */
export function listUnlistedInstructors(ctx: ScopedContext, all = false) {
  const listed = sql`exists (select 1 from ${instructorEntries} where ${isTaughtBy})`;
  const rows = ctx.db
    .select({
      inAll,
      providerId: offerings.providerId,
      name: sql<string>`max(${instructors.name})`,
      email: sql<string | null>`max(${persons.email})`,
      qualifications: sql<string | null>`max(${instructors.qualifications})`,
      offerings: count(),
    })
    .from(instructors)
    .innerJoin(offerings, eq(offerings.id, instructors.offeringId))
    .leftJoin(persons, eq(persons.id, instructors.personId))
    .where(and(inArray(offerings.providerId, ctx.scopeIds), sql`not ${listed}`))
    .groupBy(offerings.providerId, sql`lower(${instructors.name})`)
    .orderBy(desc(sql`max(${offerings.startsAt})`))
    .limit(all ? MOST_PROPOSED : NEWEST)
    .all();
  return newest(rows);
}

const NEWEST = 10;
const MOST_PROPOSED = 1_000;

/** A coordinator takes somebody into the list of a provider. Returns the entry's id. */
export function addInstructor(
  ctx: ScopedContext,
  { providerId, ...input }: InstructorInputFields & { providerId: string },
): Outcome<string, InstructorRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (!ctx.scopeIds.includes(providerId)) return refuse("unknown-provider");
    if (isTaken(tx, providerId, input.name, "")) return refuse("name-taken");
    if (!isKnownAddress(tx, input.email)) return refuse("unknown-address");
    const id = newId();
    tx.insert(instructorEntries)
      .values({ id, providerId, ...input })
      .run();
    record(tx, ctx, "added", id, changesBetween(NOTHING, input));
    return ok(id);
  });
}

/** A coordinator changes, retires, restores or deletes an entry. Returns what to say. Offerings keep their words. */
export function changeInstructor(
  ctx: ScopedContext,
  id: string,
  form: z.output<typeof instructorPageForm>,
): Outcome<string, InstructorRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findInstructorEntry(tx, ctx, id);
    if (!before) return refuse("unknown-instructor");
    switch (form.intent) {
      case "save-instructor": {
        const input = toInstructorEntryDraft(form);
        if (isTaken(tx, before.providerId, input.name, id)) return refuse("name-taken");
        if (!isKnownAddress(tx, input.email)) return refuse("unknown-address");
        return write(tx, ctx, before, input, "changed");
      }
      case "retire":
        return write(tx, ctx, before, { retiredAt: before.retiredAt ?? ctx.now }, "retired");
      case "restore":
        return write(tx, ctx, before, { retiredAt: null }, "restored");
      case "delete-instructor":
        if (countUses(tx, id) > 0) return refuse("instructor-used");
        tx.delete(instructorEntries).where(eq(instructorEntries.id, id)).run();
        record(tx, ctx, "deleted", id, changesBetween(toInstructorEntryDraft(before), NOTHING));
        return ok(`${before.name} is deleted.`);
    }
  });
}

function write(
  tx: Transaction,
  ctx: ScopedContext,
  before: Entry,
  values: Partial<Entry>,
  what: string,
): Outcome<string, InstructorRefusal> {
  tx.update(instructorEntries).set(values).where(eq(instructorEntries.id, before.id)).run();
  record(tx, ctx, what, before.id, changesBetween<object>(before, values));
  return ok("Saved.");
}

const record = (tx: Transaction, ctx: ScopedContext, what: string, subjectId: string, changes: Changes) =>
  recordAudit(tx, ctx, { action: `instructor.${what}`, subjectId, detail: { changes } });

const isTaken = (db: Reader, providerId: string, name: string, except: string): boolean =>
  db
    .select({ id: instructorEntries.id })
    .from(instructorEntries)
    .where(
      and(
        eq(instructorEntries.providerId, providerId),
        sql`${instructorEntries.name} = ${name} collate nocase`,
        ne(instructorEntries.id, except),
      ),
    )
    .get() !== undefined;

const isKnownAddress = (db: Reader, email: string | null): boolean =>
  email === null || db.select({ id: persons.id }).from(persons).where(eq(persons.email, email)).get() !== undefined;

function countUses(db: Reader, id: string): number {
  return countOf(
    db
      .select({ count: count() })
      .from(instructors)
      .innerJoin(offerings, eq(offerings.id, instructors.offeringId))
      .innerJoin(instructorEntries, isTaughtBy)
      .where(eq(instructorEntries.id, id)),
  );
}
