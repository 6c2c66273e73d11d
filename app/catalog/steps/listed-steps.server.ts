import { asc, eq, inArray } from "drizzle-orm";
import { sessions } from "#drizzle/schema/catalog";
import { sessionSteps } from "#drizzle/schema/online/steps";
import type { Reader } from "~/platform/database/database.server";

/** What everybody may know of a step: nothing that a quiz asks is among it. */
const listed = {
  id: sessionSteps.id,
  sessionId: sessionSteps.sessionId,
  kind: sessionSteps.kind,
  title: sessionSteps.title,
  minutes: sessionSteps.minutes,
  opensAt: sessionSteps.opensAt,
  dueAt: sessionSteps.dueAt,
};

/** The steps of an offering's sessions in their order. */
export function listOfferingSteps(db: Reader, offeringId: string) {
  return db
    .select(listed)
    .from(sessionSteps)
    .innerJoin(sessions, eq(sessions.id, sessionSteps.sessionId))
    .where(eq(sessions.offeringId, offeringId))
    .orderBy(asc(sessionSteps.position), asc(sessionSteps.id))
    .all();
}

export type ListedStep = ReturnType<typeof listOfferingSteps>[number];

/** Sessions with their steps, in one statement more; in none where nobody works on their own time. */
export function withSteps<Session extends { id: string; ownMinutes: number | null }>(
  db: Reader,
  sessionRows: readonly Session[],
): (Session & { steps: ListedStep[] })[] {
  const own = sessionRows.filter(({ ownMinutes }) => ownMinutes !== null).map(({ id }) => id);
  const steps =
    own.length === 0
      ? []
      : db
          .select(listed)
          .from(sessionSteps)
          .where(inArray(sessionSteps.sessionId, own))
          .orderBy(asc(sessionSteps.position), asc(sessionSteps.id))
          .all();
  return sessionRows.map((session) => ({
    ...session,
    steps: steps.filter(({ sessionId }) => sessionId === session.id),
  }));
}
