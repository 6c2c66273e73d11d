import { eq } from "drizzle-orm";
import type { z } from "zod";
import { heldMarks } from "#drizzle/schema/attendance";
import { HELD_SHORT, type HeldReason } from "~/attendance/inbox/held-reason";
import { noteContact } from "~/attendance/kept/kept-device.server";
import { insertMark, insertMarks, isVoided, listMarks, type NewMark } from "~/attendance/marks/mark-rows.server";
import { momentAtDoor } from "~/attendance/marks/moment";
import { UNDONE_AT_ONCE } from "~/attendance/marks/undo";
import { isMarked } from "~/attendance/presence/presence";
import { giveSeatBack } from "~/attendance/walk-ins/door-seat.server";
import { noteAtDoor } from "~/attendance/walk-ins/walk-in.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { logger } from "~/platform/logging/logger.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { holdsSocialSecurityNumber } from "~/platform/text/social-security-number";
import { type Contact, type CorrectedMoment, correctMoment } from "./device-moment";
import { decideQueued, REFUSED_WORDS, type RefusedForGood } from "./queued-decision";
import { type QueuedMark, queuedMark, type queuedMarksForm } from "./queued-mark";
import type { SyncAnswer, SyncReply } from "./queue-reply";
import {
  findHeld,
  findMark,
  findSession,
  findWhose,
  methodOf,
  nonceUse,
  type OfferingFacts,
  readOffering,
  readUsed,
  type UsedNonce,
  type Whose,
} from "./sync-facts.server";

/** A mark with all that is known of it. */
interface Arrived {
  mark: QueuedMark;
  facts: OfferingFacts;
  whose: Whose;
  session: ReturnType<typeof findSession>;
  moment: CorrectedMoment;
  /** The moment that it is about, epoch milliseconds. */
  at: number;
}

/**
 * Takes the marks of a device that had no network (T1), in the order in which they were made, each answered for itself. Sent again, it
 * changes nothing. What does not count at once waits in the inbox; what is refused for good is in the log.
 */
export function takeQueuedMarks(
  ctx: ActorContext,
  { owner, device, list, ...clock }: z.output<typeof queuedMarksForm>,
): Outcome<SyncReply, "somebody-else"> {
  if (owner !== ctx.actor.personId) return refuse("somebody-else");
  const arrival = { ...clock, server: ctx.now };
  return inTransaction(ctx.db, (tx) => {
    const taking = new Taking(tx, ctx, device, arrival, readUsed(tx, list.map(nonceOf)));
    const answers = list.map((raw) => taking.take(raw));
    taking.write();
    return ok({ server: ctx.now, answers, wipe: noteContact(tx, ctx, device) });
  });
}

/** The nonce of what may be a mark. */
function nonceOf(raw: unknown): string {
  const nonce = (raw as { nonce?: unknown } | null)?.nonce;
  return typeof nonce === "string" ? nonce : "";
}

class Taking {
  /** Marks that stand for themselves: they are written together, before anything that rests on them is read. */
  private readonly unwritten: NewMark[] = [];
  private readonly offerings = new Map<string, OfferingFacts>();
  private readonly sessions = new Map<string, Arrived["session"]>();

  constructor(
    private readonly tx: Transaction,
    private readonly ctx: ActorContext,
    private readonly device: string,
    private readonly arrival: Contact,
    private readonly used: Map<string, UsedNonce>,
  ) {}

  write(): void {
    insertMarks(this.tx, this.ctx, this.unwritten.splice(0));
  }

  take(raw: unknown): SyncAnswer {
    const read = queuedMark.safeParse(raw);
    if (!read.success) {
      // A newer version of the application may have made it: it stays where it is.
      return { nonce: nonceOf(raw), code: "again", words: "Hourbook cannot read this mark yet." };
    }
    const mark = read.data;
    if ("name" in mark.who && holdsSocialSecurityNumber(mark.who.name)) {
      return this.refuse(mark, "social-security-number");
    }
    const facts = this.factsOf(mark.offeringId);
    if ("notedBy" in mark.who) this.write();
    const found = findWhose(this.tx, facts, mark);
    if (!found.ok) return this.refuse(mark, found.reason);
    const session = this.sessionOf(mark);
    const moment = correctMoment(mark.clock, mark.before, this.arrival);
    const decision = decideQueued({
      nonce: nonceUse(this.used.get(mark.nonce), this.ctx, this.device, mark),
      isMine: facts.offering !== null,
      device: facts.device,
      session,
      known: mark,
      cancelled: facts.offering?.state === "cancelled",
      confirmed: facts.confirmed,
      who: found.value?.standing ?? "stranger",
      at: mark.at ?? moment.at,
    });
    if (decision.do === "nothing") return this.answerAgain(mark);
    if (decision.do === "refuse") return this.refuse(mark, decision.reason);
    const { sessionId, kind } = mark;
    this.used.set(mark.nonce, { sessionId, kind, device: this.device, recordedBy: this.ctx.actor.personId });
    const at = mark.at ?? this.momentOf(mark, session, moment.at);
    const arrived = { mark, facts, whose: found.value!.whose, session, moment, at };
    if (decision.do === "hold") return this.hold(arrived, decision.reason);
    return mark.kind === "void" ? this.undo(arrived) : this.apply(arrived);
  }

  private factsOf(offeringId: string): OfferingFacts {
    let facts = this.offerings.get(offeringId);
    if (!facts) this.offerings.set(offeringId, (facts = readOffering(this.tx, this.ctx, offeringId, this.device)));
    return facts;
  }

  private sessionOf({ offeringId, sessionId }: QueuedMark): Arrived["session"] {
    let session = this.sessions.get(sessionId);
    if (session === undefined) this.sessions.set(sessionId, (session = findSession(this.tx, offeringId, sessionId)));
    return session?.offeringId === offeringId ? session : null;
  }

  private momentOf({ kind }: QueuedMark, session: Arrived["session"], at: number): number {
    if (!session) return at;
    return kind === "present-all" ? session.startsAt : momentAtDoor(session, at);
  }

  private apply(arrived: Arrived): SyncAnswer {
    const { tx, ctx } = this;
    const { mark, whose, facts, session } = arrived;
    const { kind, nonce } = mark;
    const row = { ...this.rowOf(arrived), kind, method: methodOf(mark) };
    if ("name" in whose) {
      this.write();
      const noted = noteAtDoor(tx, ctx, facts.offering!, whose, row);
      if (!noted.ok)
        return noted.reason === "no-seat" ? this.hold(arrived, "no-seat") : this.refuse(mark, noted.reason);
      return { nonce, code: "done" };
    }
    const { personId, walkInId } = whose;
    // As on the roster: "present" is said of those without a mark.
    if (kind !== "present-all" || !this.hasMarks(session!.id, whose)) {
      this.unwritten.push({ ...row, personId, walkInId });
    }
    return { nonce, code: "done" };
  }

  private hasMarks(sessionId: string, { personId, walkInId }: Whose): boolean {
    this.write();
    const marks = listMarks(this.tx, [sessionId], personId ?? undefined);
    return isMarked(marks.filter((mark) => (personId === null ? mark.walkInId === walkInId : true)));
  }

  private rowOf({ mark, moment, at }: Arrived) {
    const { nonce, sessionId, clock } = mark;
    const waited = { clockOffset: moment.offset, clockDoubt: moment.doubt };
    return { sessionId, at, deviceTime: clock.wall, device: this.device, nonce, waited };
  }

  /** An earlier mark, of this device or another, does not count; a seat that it gave at the door is given back. */
  private undo(arrived: Arrived): SyncAnswer {
    const { tx, ctx } = this;
    const { mark, facts } = arrived;
    const { voids, nonce } = mark;
    this.write();
    const undone = voids === null ? null : findMark(tx, voids);
    if (undone?.sessionId !== mark.sessionId || undone.kind === "void") return this.undoHeld(mark);
    const { id, personId, walkInId } = undone;
    if (isVoided(tx, id)) return { nonce, code: "done-before" };
    const row = { ...this.rowOf(arrived), at: undone.at, personId, walkInId, reason: UNDONE_AT_ONCE };
    insertMark(tx, ctx, { ...row, kind: "void", voidsMarkId: id, method: "roster" });
    if (undone.method === "walk-in" && personId) {
      giveSeatBack(tx, ctx, { offeringId: facts.offering!.id, personId, since: undone.serverTime });
    }
    return { nonce, code: "done" };
  }

  private undoHeld(mark: QueuedMark): SyncAnswer {
    const { tx, ctx } = this;
    const held = mark.voids === null ? null : findHeld(tx, mark.voids);
    if (held?.offeringId !== mark.offeringId || held.recordedBy !== ctx.actor.personId) {
      return this.refuse(mark, "unknown-mark");
    }
    if (held.settledAs === null) {
      const settled = { settledAs: "left-out", settledAt: ctx.now, settledBy: ctx.actor.personId } as const;
      tx.update(heldMarks)
        .set({ ...settled, settledWhy: UNDONE_AT_ONCE })
        .where(eq(heldMarks.id, held.id))
        .run();
    }
    return { nonce: mark.nonce, code: "done" };
  }

  private hold(arrived: Arrived, reason: HeldReason): SyncAnswer {
    const { mark, whose, session, moment, at } = arrived;
    if (mark.kind === "void") return this.holdUndoing(arrived, reason);
    const { personId, walkInId } = whose;
    const named = "name" in whose ? { walkInName: whose.name, walkInEmail: whose.email } : {};
    this.tx
      .insert(heldMarks)
      .values({
        ...{ id: newId(), offeringId: mark.offeringId, sessionId: session?.id ?? null, personId, walkInId, ...named },
        ...{ kind: mark.kind, at, deviceTime: mark.clock.wall, clockOffset: moment.offset, clockDoubt: moment.doubt },
        ...{ device: this.device, nonce: mark.nonce, method: methodOf(mark), reason },
        ...{ recordedBy: this.ctx.actor.personId, receivedAt: this.ctx.now },
      })
      .run();
    const { nonce, kind } = mark;
    const detail = { nonce, kind, reason };
    recordAudit(this.tx, this.ctx, { action: "attendance.held", subjectId: mark.offeringId, personId, detail });
    return { nonce, code: "done", held: true, words: HELD_SHORT[reason] };
  }

  /** What is undone before anybody has decided on it needs no decision; of what counts, a suspect device undoes nothing. */
  private holdUndoing(arrived: Arrived, reason: HeldReason): SyncAnswer {
    const { mark } = arrived;
    if (mark.voids !== null && findHeld(this.tx, mark.voids)) return this.undoHeld(mark);
    const isSuspect = reason === "removed-device" || reason === "right-ended";
    return isSuspect ? this.refuse(mark, "taken-off") : this.undo(arrived);
  }

  private answerAgain({ nonce }: QueuedMark): SyncAnswer {
    const held = findHeld(this.tx, nonce);
    if (!held || held.settledAs !== null) return { nonce, code: "done-before" };
    return { nonce, code: "done-before", held: true, words: HELD_SHORT[held.reason] };
  }

  private refuse({ nonce, offeringId, kind }: QueuedMark, reason: RefusedForGood): SyncAnswer {
    const detail = { nonce, kind, reason, device: this.device };
    recordAudit(this.tx, this.ctx, { action: "attendance.refused", subjectId: offeringId, detail });
    logger.warn({ ...detail, offeringId, by: this.ctx.actor.personId }, "A mark of a device was refused for good");
    return { nonce, code: "refused", words: REFUSED_WORDS[reason] };
  }
}
