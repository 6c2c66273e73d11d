import { and, desc, eq, inArray, notInArray, or } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { actorNameOf } from "~/people/persons/name";
import { READING_ACTIONS } from "~/people/persons/reading-words";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { inAll, newest } from "~/platform/database/newest.server";
import { namesIn } from "~/desks/activity/activity-list.server";
import { wordsOfActivity } from "~/desks/activity/activity-words";
import { subjectsOf } from "./paper-sections.server";
import type { PersonScope } from "./person-scope";

/** Not shown here: readings have a list of their own, and the last time somebody signed in stands at their account. */
const ELSEWHERE = [...READING_ACTIONS, "account.signed-in"];

/**
 * What was done to a person's record, newest first, in words. Administrators see all of it; others what is about rows that
 * they see, and what they did themselves.
 */
export function listActivityOf(
  ctx: ActorContext,
  db: Reader,
  scope: PersonScope,
  { personId, most }: { personId: string; most: number },
) {
  const seen = scope.everything
    ? undefined
    : or(
        eq(auditEntries.actorId, ctx.actor.personId),
        inArray(auditEntries.subjectId, subjectsOf(db, scope, personId)),
      );
  const { rows, total } = newest(
    db
      .select({ inAll, entry: auditEntries, actor: persons })
      .from(auditEntries)
      .leftJoin(persons, eq(persons.id, auditEntries.actorId))
      .where(and(eq(auditEntries.personId, personId), notInArray(auditEntries.action, ELSEWHERE), seen))
      .orderBy(desc(auditEntries.at), desc(auditEntries.id))
      .limit(most)
      .all(),
  );
  const named = namesIn(
    db,
    rows.map(({ entry }) => entry.detail),
  );
  return {
    total,
    rows: rows.map(({ entry: { id, at, action, detail }, actor }) => ({
      id,
      at,
      who: actor?.id === personId ? "The person" : actorNameOf(actor, detail),
      ...wordsOfActivity(action, detail, named),
    })),
  };
}
