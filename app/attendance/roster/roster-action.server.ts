import { eq } from "drizzle-orm";
import type { z } from "zod";
import { sessions } from "#drizzle/schema/catalog";
import type { ActorContext } from "~/platform/context";
import { plural } from "~/platform/format";
import { type Outcome, refuse, withValue } from "~/platform/outcome";
import { addDays, dateOf, toInstant } from "~/platform/time/time-zone";
import type { rosterForm, tapForm } from "./attendance-form";
import { markAllPresent, recordMark, voidMark } from "~/attendance/marks/marks.server";
import { undoLastTap } from "~/attendance/marks/undo.server";
import { momentAtDoor } from "~/attendance/marks/moment";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { confirmSelfCheckIns } from "~/attendance/check-in/self-check-in.server";
import { removeWalkIn } from "~/attendance/walk-ins/remove-walk-in.server";
import type { ScanOutcome } from "~/attendance/scan/scan-outcome";
import { recordScan } from "~/attendance/scan/scan.server";
import { addWalkIn } from "~/attendance/walk-ins/walk-in.server";

const HALF_DAY_MS = 12 * 3_600_000;

/** What to tell the facilitator, or what came of a scan; null where the row itself shows it. */
type Said = Outcome<string | ScanOutcome | null, AttendanceRefusal>;

/** Does what the roster page posted, by its intent. */
export function recordRosterForm(ctx: ActorContext, sessionId: string, form: z.output<typeof rosterForm>): Said {
  // Without JavaScript the browser does not tell its time.
  if (form.intent === "remove-walk-in") {
    return withValue(removeWalkIn(ctx, form), ({ name }) => `${name} is taken off. What was noted is kept.`);
  }
  const sent = { sessionId, ...form, deviceTime: form.deviceTime ?? ctx.now };
  switch (sent.intent) {
    case "tap":
      return recordTap(ctx, sent);
    case "mark": {
      const at = findMoment(ctx, sessionId, sent.time);
      if (at === null) return refuse("unknown-session");
      return withValue(recordMark(ctx, { ...sent, at }), () => null);
    }
    case "scan":
      return recordScan(ctx, sent);
    case "void":
      return withValue(voidMark(ctx, sent), () => null);
    case "walk-in":
      return withValue(addWalkIn(ctx, sent), ({ matched }) =>
        matched
          ? `${sent.name} is on the roster and marked in.`
          : `${sent.name} is noted. Match them to a person later.`,
      );
  }
}

type Tap = z.output<typeof tapForm> & { sessionId: string; deviceTime: number };

function recordTap(ctx: ActorContext, { tap: { kind, personId }, ...sent }: Tap): Said {
  switch (kind) {
    case "present-all":
      return withValue(markAllPresent(ctx, sent), (count) => `${plural(count, "person", "people")} marked present.`);
    case "undo":
      return withValue(undoLastTap(ctx, { ...sent, personId: personId ?? undefined }), (count) =>
        personId
          ? null
          : count === 1
            ? "Undone: the mark no longer counts."
            : `Undone: ${count} marks no longer count.`,
      );
    case "self-all":
      return withValue(confirmSelfCheckIns(ctx, sent), (count) => `${plural(count, "self check-in")} confirmed.`);
    case "self":
      return withValue(confirmSelfCheckIns(ctx, { ...sent, who: [personId ?? ""] }), () => null);
    default: {
      const at = findMoment(ctx, sent.sessionId, undefined);
      if (at === null) return refuse("unknown-session");
      return withValue(recordMark(ctx, { ...sent, personId: personId ?? "", kind, at }), () => null);
    }
  }
}

/** Now, or the instant of a wall time at a session; after midnight for sessions that run into the next day. */
function findMoment(ctx: ActorContext, sessionId: string, time: string | undefined): number | null {
  const session = ctx.db.select().from(sessions).where(eq(sessions.id, sessionId)).get();
  if (!session) return null;
  if (!time) return momentAtDoor(session, ctx.now);
  const date = dateOf(session.startsAt, session.timeZone);
  const at = toInstant(`${date}T${time}`, session.timeZone);
  return at < session.startsAt - HALF_DAY_MS ? toInstant(`${addDays(date, 1)}T${time}`, session.timeZone) : at;
}
