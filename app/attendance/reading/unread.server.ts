import { and, count, eq, inArray } from "drizzle-orm";
import { sessions } from "#drizzle/schema/catalog";
import { reflections, sessionSteps } from "#drizzle/schema/online/steps";
import { registrations } from "#drizzle/schema/registration";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";

/** How many reflections of people on the roster wait to be read: they count nothing until then. */
export const countUnread = (db: Reader, offeringId: string): number =>
  countOf(
    db
      .select({ count: count() })
      .from(sessions)
      .innerJoin(sessionSteps, eq(sessionSteps.sessionId, sessions.id))
      .innerJoin(reflections, and(eq(reflections.stepId, sessionSteps.id), eq(reflections.state, "waiting")))
      .innerJoin(
        registrations,
        and(
          eq(registrations.offeringId, sessions.offeringId),
          eq(registrations.personId, reflections.personId),
          inArray(registrations.status, [...ROSTER_STATUSES]),
        ),
      )
      .where(eq(sessions.offeringId, offeringId)),
  );
