import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { kiosks } from "#drizzle/schema/online/kiosks";
import { accounts, persons } from "#drizzle/schema/people";
import { findMySession } from "~/attendance/attendance-right.server";
import { requireMySession } from "~/attendance/joining/gone-session.server";
import { requireOpenSession } from "~/attendance/marks/marks.server";
import { DOORS_MS } from "~/attendance/marks/moment";
import type { AttendanceRefusal } from "~/attendance/refusal";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { inTurn, isRightPassword } from "~/people/accounts/password.server";
import { displayNameOf } from "~/people/persons/name";
import { findActor } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { newSecret, sha256 } from "~/platform/secrets/codes.server";
import { takePinTry } from "./pin-lock";

type KioskRow = typeof kiosks.$inferSelect;

/** A kiosk that runs, with a context in which whoever started it acts: its marks stand in their name and on their right. */
export interface OpenKiosk {
  ctx: ActorContext;
  kiosk: KioskRow;
  session: Session;
  offering: Offering;
}

/**
 * Starts a kiosk for a session whose attendance the actor may take.
 * @param pinDigest of the PIN that ends it, by `hashPassword`
 * @returns the secret for the browser's cookie, and until when it works, epoch milliseconds
 */
export function startKiosk(
  ctx: ActorContext,
  { sessionId, pinDigest }: { sessionId: string; pinDigest: string },
): Outcome<{ token: string; endsAt: number }, AttendanceRefusal | "over"> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, sessionId, undefined);
    if (!found.ok) return found;
    const { session, offering } = found.value;
    const endsAt = session.endsAt + DOORS_MS;
    if (ctx.now >= endsAt) return refuse("over");
    const [id, token] = [newId(), newSecret()];
    const who = { startedBy: ctx.actor.personId, startedAt: ctx.now };
    const tokenDigest = sha256(token);
    tx.insert(kiosks)
      .values({ id, offeringId: offering.id, sessionId, ...who, endsAt, tokenDigest, pinDigest })
      .run();
    recordAudit(tx, ctx, { action: "kiosk.started", subjectId: sessionId, detail: { kioskId: id, endsAt } });
    return ok({ token, endsAt });
  });
}

/** Those that mark people now. */
const running = (now: number) => and(isNull(kiosks.endedAt), gt(kiosks.endsAt, now));

/**
 * The running kiosk that a browser's cookie stands for. Null once it has ended, for whatever no kiosk has, and while whoever
 * started it may not take this attendance.
 */
export function findOpenKiosk(ctx: Context, token: string): OpenKiosk | null {
  const row = ctx.db
    .select({ kiosk: kiosks, accountId: accounts.id })
    .from(kiosks)
    .innerJoin(accounts, eq(accounts.personId, kiosks.startedBy))
    .where(and(eq(kiosks.tokenDigest, sha256(token)), running(ctx.now)))
    .get();
  const actor = row && findActor(ctx.db, row.accountId);
  if (!actor) return null;
  const acting = { ...ctx, actor };
  const found = findMySession(ctx.db, acting, row.kiosk.sessionId);
  return found && { ctx: acting, kiosk: row.kiosk, ...found };
}

/** Whether a kiosk still runs: asked anew in the transaction of each mark. */
export function isRunning(db: Reader, { ctx, kiosk }: OpenKiosk): boolean {
  const same = and(eq(kiosks.id, kiosk.id), running(ctx.now));
  return db.select({ id: kiosks.id }).from(kiosks).where(same).get() !== undefined;
}

/**
 * What a facilitator sees of the kiosks of a session, the running ones oldest first.
 * @throws Response 404 when the session is not the actor's to take
 */
export function getKioskDesk(ctx: ActorContext, sessionId: string) {
  const found = requireMySession(ctx, sessionId);
  return { ...found, running: listRunning(ctx.db, sessionId, ctx.now) };
}

function listRunning(db: Reader, sessionId: string, now: number) {
  return db
    .select({ id: kiosks.id, startedAt: kiosks.startedAt, endsAt: kiosks.endsAt, person: persons })
    .from(kiosks)
    .innerJoin(persons, eq(persons.id, kiosks.startedBy))
    .where(and(eq(kiosks.sessionId, sessionId), running(now)))
    .orderBy(asc(kiosks.id))
    .all()
    .map(({ person, ...row }) => ({ ...row, startedBy: displayNameOf(person) }));
}

/** Ends a kiosk of a session from another browser. One that has ended stays so. */
export function endKiosk(
  ctx: ActorContext,
  { sessionId, kioskId }: { sessionId: string; kioskId: string },
): Outcome<null, "unknown-session" | "unknown-kiosk"> {
  return inTransaction(ctx.db, (tx) => {
    if (!findMySession(tx, ctx, sessionId)) return refuse("unknown-session");
    const mine = and(eq(kiosks.id, kioskId), eq(kiosks.sessionId, sessionId));
    if (!tx.select({ id: kiosks.id }).from(kiosks).where(mine).get()) return refuse("unknown-kiosk");
    const ended = { endedAt: ctx.now, endedBy: ctx.actor.personId };
    const { changes } = tx
      .update(kiosks)
      .set(ended)
      .where(and(mine, running(ctx.now)))
      .run();
    if (changes > 0) recordAudit(tx, ctx, { action: "kiosk.ended", subjectId: sessionId, detail: { kioskId } });
    return ok(null);
  });
}

/** Ends a kiosk on its tablet, by the PIN. After five wrong ones none is looked at for five minutes; `retryAt` says until when. */
export async function leaveKiosk(open: OpenKiosk, pin: string): Promise<Outcome<null, "wrong-pin" | "too-many-tries">> {
  // In the log it stands as nobody's: whoever is at the tablet is not whoever started it.
  const ctx: Context = { ...open.ctx, actor: null };
  const { id: kioskId, sessionId: subjectId, pinDigest } = open.kiosk;
  const own = eq(kiosks.id, kioskId);
  const taken = inTransaction(ctx.db, (tx) => {
    const lock = tx.select().from(kiosks).where(own).get();
    const decided = takePinTry(lock ?? open.kiosk, ctx.now);
    if (decided.ok) tx.update(kiosks).set(decided.next).where(own).run();
    return decided;
  });
  if (!taken.ok) return refuse("too-many-tries", { retryAt: taken.retryAt });
  const isRight = await inTurn(() => isRightPassword(pinDigest, pin));
  return inTransaction(ctx.db, (tx): Outcome<null, "wrong-pin"> => {
    const detail = { kioskId, ...(!isRight && taken.next.blockedUntil !== null && { blocked: true }) };
    recordAudit(tx, ctx, { action: isRight ? "kiosk.ended" : "kiosk.pin-refused", subjectId, detail });
    if (!isRight) return refuse("wrong-pin");
    tx.update(kiosks).set({ endedAt: ctx.now, wrongPins: 0, blockedUntil: null }).where(own).run();
    return ok(null);
  });
}
