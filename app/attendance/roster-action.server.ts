import { eq } from "drizzle-orm";
import type { z } from "zod";
import { sessions } from "#drizzle/schema/catalog";
import type { ActorContext } from "~/platform/context";
import { plural } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { addDays, dateOf, toInstant } from "~/platform/time-zone";
import type { rosterForm } from "./attendance-form";
import { addWalkIn, markAllPresent, recordMark, voidMark } from "./marks.server";
import type { AttendanceRefusal } from "./refusal";

const HALF_DAY_MS = 12 * 3_600_000;

/**
 * Does what the roster page posted, by its intent.
 * @returns what to tell the facilitator, or null where the row itself shows it
 */
export function recordRosterForm(
  ctx: ActorContext,
  sessionId: string,
  form: z.output<typeof rosterForm>,
): Outcome<string | null, AttendanceRefusal> {
  const { nonce } = form;
  const deviceTime = ("deviceTime" in form && form.deviceTime) || ctx.now;
  switch (form.intent) {
    case "mark": {
      const at = form.time ? findInstant(ctx, sessionId, form.time) : ctx.now;
      if (at === null) return refuse("unknown-session");
      const outcome = recordMark(ctx, { sessionId, personId: form.personId, kind: form.kind, at, deviceTime, nonce });
      return outcome.ok ? ok(null) : outcome;
    }
    case "present-all": {
      const outcome = markAllPresent(ctx, { sessionId, deviceTime, nonce });
      return outcome.ok ? ok(`${plural(outcome.value, "person", "people")} marked present.`) : outcome;
    }
    case "void": {
      const outcome = voidMark(ctx, { sessionId, markId: form.markId, reason: form.reason, deviceTime, nonce });
      return outcome.ok ? ok("The mark is void.") : outcome;
    }
    case "walk-in": {
      const outcome = addWalkIn(ctx, { sessionId, name: form.name, email: form.email, deviceTime, nonce });
      if (!outcome.ok) return outcome;
      return ok(outcome.value.matched ? `${form.name} is on the roster and marked in.` : `${form.name} is noted.`);
    }
  }
}

/** The instant of a wall time at a session; after midnight for sessions that run into the next day. */
function findInstant(ctx: ActorContext, sessionId: string, time: string): number | null {
  const session = ctx.db.select().from(sessions).where(eq(sessions.id, sessionId)).get();
  if (!session) return null;
  const date = dateOf(session.startsAt, session.timeZone);
  const at = toInstant(`${date}T${time}`, session.timeZone);
  return at < session.startsAt - HALF_DAY_MS ? toInstant(`${addDays(date, 1)}T${time}`, session.timeZone) : at;
}
