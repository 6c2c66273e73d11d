import { and, eq, inArray, like, notInArray, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { organisations, persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { actorNameOf, staffNameOf } from "~/people/persons/name";
import { isNamedBy } from "~/people/persons/person-names.server";
import { READING_ACTIONS, wordsOfReading } from "~/people/persons/reading-words";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Changes } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { everyWord } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatDateTime } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import type { ListShape } from "~/platform/lists/list-shape";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { ACTIVITY_KINDS, type ActivityKind } from "./activity-list";
import { wordsOfActivity } from "./activity-words";

export interface ActivityRow {
  id: string;
  at: number;
  who: string;
  what: string;
  details: string[];
  personId: string | null;
  whose: string | null;
  subjectId: string;
  address: string | null;
  requestId: string | null;
}

const subjects = alias(persons, "subject_persons");

/** Entries of the audit log in words, as far as `scope` lets the actor see them; newest first unless asked otherwise. */
export function activitySource(ctx: ActorContext, shape: ListShape, scope: SQL | undefined): ListSource<ActivityRow> {
  const select = (where: SQL | undefined) =>
    ctx.db
      .select({ entry: auditEntries, actor: persons, subject: subjects })
      .from(auditEntries)
      .leftJoin(persons, eq(persons.id, auditEntries.actorId))
      .leftJoin(subjects, eq(subjects.id, auditEntries.personId))
      .where(and(scope, where));
  return {
    shape,
    tie: auditEntries.id,
    order: { when: [auditEntries.at] },
    soughtEverywhere: ["q", "kind", "id", "readings"],
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(isNamedBy(auditEntries.actorId, word, ["names"]), isNamedBy(auditEntries.personId, word, ["names"])),
        ),
      kind: (kind) => isAbout(kind as ActivityKind),
      from: (day) => fromDay(auditEntries.at, day, REGION_TIME_ZONE),
      to: (day) => untilDay(auditEntries.at, day, REGION_TIME_ZONE),
      id: (id) => or(eq(auditEntries.subjectId, id), eq(auditEntries.requestId, id), eq(auditEntries.id, id)),
      readings: (choice) => (choice === "only" ? inArray : notInArray)(auditEntries.action, [...READING_ACTIONS]),
    },
    ...rowsOf(ctx.db, select, {
      id: ({ entry }) => entry.id,
      narrow: {
        select: (where) => ctx.db.select({ id: auditEntries.id }).from(auditEntries).where(and(scope, where)),
        of: auditEntries.id,
      },
      describe: (rows) => describe(ctx, shape, rows),
    }),
    cells: {
      what: (row) => [row.what, ...row.details].join("\n"),
      when: (row) => formatDateTime(row.at, REGION_TIME_ZONE),
      who: (row) => row.who,
      whose: (row) => row.whose,
      about: (row) => row.subjectId,
      address: (row) => row.address,
      request: (row) => row.requestId,
    },
  };
}

interface JoinedEntry {
  entry: typeof auditEntries.$inferSelect;
  actor: typeof persons.$inferSelect | null;
  subject: typeof persons.$inferSelect | null;
}

function describe(ctx: ActorContext, shape: ListShape, rows: readonly JoinedEntry[]): ActivityRow[] {
  const personIds = rows.flatMap(({ actor, subject }) => [actor?.id, subject?.id]);
  recordReading(ctx, { action: "activity.listed", subjectId: shape.name, personIds });
  const details = rows.map(({ entry }) => entry.detail);
  const named = namesIn(ctx.db, details);
  return rows.map(({ entry, actor, subject }) => ({
    id: entry.id,
    at: entry.at,
    who: actorNameOf(actor, entry.detail),
    ...inWords(entry, named),
    personId: subject?.id ?? null,
    whose: subject && staffNameOf(subject),
    subjectId: entry.subjectId,
    address: entry.address,
    requestId: entry.requestId,
  }));
}

/** The organizations that changes name by their ids. */
export function namesIn(db: Reader, details: readonly Record<string, unknown>[]): Map<string, string> {
  const ids = details.flatMap(({ changes }) => ((changes ?? {}) as Changes).organisationId ?? []).map(String);
  const rows = db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function inWords(
  { action, detail }: typeof auditEntries.$inferSelect,
  named: ReadonlyMap<string, string>,
): { what: string; details: string[] } {
  if (READING_ACTIONS.includes(action)) return { what: `Read: ${wordsOfReading(action)}`, details: [] };
  return wordsOfActivity(action, detail, named);
}

const isAbout = (kind: ActivityKind): SQL | undefined =>
  or(...ACTIVITY_KINDS[kind].begins.map((begin) => like(auditEntries.action, `${begin}%`)));
