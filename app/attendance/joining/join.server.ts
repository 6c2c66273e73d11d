import { and, eq, isNull } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { checkCode, checkInStateOf, findOpened, markSelf, presenceOf } from "~/attendance/check-in/self-mark.server";
import type { DeviceInput } from "~/attendance/marks/mark-rows.server";
import { checkInOpensAt, checkInWindowAt } from "~/attendance/marks/moment";
import { JOINED_ONLINE } from "~/attendance/marks/self-source";
import { joinUrlOf } from "~/catalog/offerings/join-url";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findGoneSession } from "./gone-session.server";
import { type JoinRefusal, joinStandingOf, whyNotJoin } from "./join";
import { findLatest, findNext, tiesTo } from "./session-ties.server";

interface JoinInput extends DeviceInput {
  sessionId: string;
  /** `mark` marks in whoever has a seat, `forward` nobody. */
  intent: "mark" | "forward";
  code: string;
}

/**
 * The actor joins a session online. Whoever has a seat and asks for it is marked in as by self check-in: nothing counts before
 * the facilitator confirms it, once however often they press, and by the code where the facilitator has opened codes. Who is in
 * already, or leads the session, is let in without a mark.
 * @returns the address of the online meeting
 */
export function joinOnline(ctx: ActorContext, input: JoinInput): Outcome<string, JoinRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findJoinable(tx, ctx, input.sessionId);
    // Nobody learns by asking that a session is there, or was.
    if (!found) return refuse(findGoneSession(tx, ctx, input.sessionId) ? "gone" : "no-seat");
    const { session, url, standing, refusal } = found;
    if (refusal) return refuse(refusal);
    if (!url) return refuse("no-link");
    if (input.intent === "forward" || standing !== "seat") return ok(new URL(url).href);
    const state = checkInStateOf(presenceOf(tx, ctx, session));
    const opened = state === "none" ? findOpened(tx, session.id) : null;
    const coded = opened ? checkCode(tx, ctx, opened, input.code) : ok(null);
    if (!coded.ok) return coded;
    if (state === "none") markSelf(tx, ctx, session, { ...input, reason: JOINED_ONLINE });
    return ok(new URL(url).href);
  });
}

/**
 * What the join page says: which session it is, whether the actor can join now and why not. Where the button leads is no
 * part of it.
 * @throws Response 404 when there is no such session, or it was never published
 */
export function getJoinPage(ctx: ActorContext, sessionId: string) {
  const found = findJoinable(ctx.db, ctx, sessionId);
  if (!found) throw notFound();
  const { session, offering, title, standing, refusal, registrationId } = found;
  const state = standing === "seat" ? checkInStateOf(presenceOf(ctx.db, ctx, session)) : "none";
  return {
    sessionId,
    title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    opensAt: checkInOpensAt(session.startsAt),
    offeringId: offering.id,
    registrationId,
    standing,
    refusal,
    state,
    asksCode: standing === "seat" && state === "none" && findOpened(ctx.db, sessionId) !== null,
    next: refusal === "over" ? findNext(ctx.db, ctx.now, offering) : null,
  };
}

export type JoinPage = ReturnType<typeof getJoinPage>;

function findJoinable(db: Reader, ctx: ActorContext, sessionId: string) {
  const row = db
    .select({ session: sessions, offering: offerings, title: courses.title })
    .from(sessions)
    .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.ownMinutes)))
    .get();
  if (!row || row.offering.publishedAt === null) return null;
  const { session, offering } = row;
  const registration = findLatest(db, ctx, offering.id);
  const url = joinUrlOf(session, offering);
  const standing = joinStandingOf({ status: registration?.status ?? null, ...tiesTo(db, ctx, offering.id) });
  const window = checkInWindowAt(session, ctx.now);
  const cancelled = offering.state === "cancelled";
  const refusal = whyNotJoin({ standing, cancelled, window, hasLink: url !== null });
  return { ...row, url, standing, refusal, registrationId: registration?.id ?? null };
}
