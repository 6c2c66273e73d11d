import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { inquiries, inquiryEntries } from "#drizzle/schema/inquiries";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import type { Offering } from "~/catalog/offerings/offering.server";
import { displayNameOf } from "~/people/persons/name";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { inAll, newest } from "~/platform/database/newest.server";
import { countOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { hasSigned } from "~/credits/claims/questioned.server";
import type { InquiryKind, InquiryRefusal } from "./inquiry";
import { type Inquiry, tellStaff } from "./inquiry-mail.server";

const MOST_OPEN = 10;
const NEWEST = 100;
const MOST_SHOWN = 2_000;

interface Writing {
  body: string;
  /** From the form: pressing twice writes once. */
  nonce: string;
}

/** Asks staff about an offering, its hours or leaving it. While an inquiry of the kind waits, it is added to that one. */
export function ask(
  ctx: ActorContext,
  input: Writing & { kind: InquiryKind; offeringId: string },
): Outcome<{ id: string }, InquiryRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const written = tx.select().from(inquiryEntries).where(eq(inquiryEntries.nonce, input.nonce)).get();
    if (written) return ok({ id: written.inquiryId });
    const { kind, offeringId } = input;
    if (!canAsk(tx, ctx, kind, getAskable(tx, offeringId).offering)) return refuse("not-yours-to-ask");
    const waiting = findOpen(tx, ctx, kind, offeringId);
    if (!waiting && countMyOpen(tx, ctx) >= MOST_OPEN) return refuse("too-many-open");
    const inquiry = waiting ?? insertInquiry(tx, ctx, kind, offeringId);
    write(tx, ctx, inquiry, input);
    return ok({ id: inquiry.id });
  });
}

/** Adds to an inquiry of the actor's. One that was answered waits again. */
export function addToInquiry(
  ctx: ActorContext,
  input: Writing & { inquiryId: string },
): Outcome<{ id: string }, InquiryRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const inquiry = getMine(tx, ctx, input.inquiryId);
    const { id, kind, offeringId } = inquiry;
    if (tx.select().from(inquiryEntries).where(eq(inquiryEntries.nonce, input.nonce)).get()) return ok({ id });
    const other = findOpen(tx, ctx, kind, offeringId);
    if (inquiry.state === "taken-back" || (other && other.id !== id)) return refuse("not-open");
    tx.update(inquiries).set({ state: "open", changedAt: ctx.now }).where(eq(inquiries.id, id)).run();
    write(tx, ctx, inquiry, input);
    return ok({ id });
  });
}

/** Takes back what waits for an answer. What was written stays on record. */
export function takeBackInquiry(ctx: ActorContext, inquiryId: string): Outcome<{ id: string }, InquiryRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const inquiry = getMine(tx, ctx, inquiryId);
    if (inquiry.state !== "open") return refuse("not-open");
    tx.update(inquiries).set({ state: "taken-back", changedAt: ctx.now }).where(eq(inquiries.id, inquiryId)).run();
    recordAudit(tx, ctx, { action: "inquiry.taken-back", subjectId: inquiryId, personId: ctx.actor.personId });
    return ok({ id: inquiryId });
  });
}

/**
 * What the actor asked, newest first, and how much that is.
 * @param all more of it than the newest hundred
 */
export function listMyInquiries(ctx: ActorContext, all = false) {
  const rows = ctx.db
    .select({
      inAll,
      id: inquiries.id,
      kind: inquiries.kind,
      state: inquiries.state,
      changedAt: inquiries.changedAt,
      title: courses.title,
      timeZone: offerings.timeZone,
    })
    .from(inquiries)
    .innerJoin(offerings, eq(offerings.id, inquiries.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(eq(inquiries.personId, ctx.actor.personId))
    .orderBy(desc(inquiries.changedAt), desc(inquiries.id))
    .limit(all ? MOST_SHOWN : NEWEST)
    .all();
  return newest(rows);
}

/**
 * An inquiry of the actor's with what was written.
 * @throws Response 404 for anybody else's
 */
export function getMyInquiry(ctx: ActorContext, inquiryId: string) {
  const inquiry = getMine(ctx.db, ctx, inquiryId);
  const { title, offering } = getNamed(ctx.db, inquiry.offeringId);
  return {
    inquiry,
    title,
    offering: { id: offering.id, timeZone: offering.timeZone },
    entries: listEntries(ctx.db, inquiryId),
  };
}

/**
 * What the page asks for that a new inquiry is written on; with the inquiry that waits already, if one does.
 * @throws Response 404 where the offering is not public
 */
export function getNewInquiry(ctx: ActorContext, kind: InquiryKind, offeringId: string) {
  const { offering, title } = getAskable(ctx.db, offeringId);
  return {
    title,
    offering,
    allowed: canAsk(ctx.db, ctx, kind, offering),
    waiting: findOpen(ctx.db, ctx, kind, offeringId)?.id ?? null,
  };
}

/** What both sides wrote, oldest first. */
export function listEntries(db: Reader, inquiryId: string) {
  return db
    .select({ entry: inquiryEntries, author: persons })
    .from(inquiryEntries)
    .innerJoin(persons, eq(persons.id, inquiryEntries.authorId))
    .where(eq(inquiryEntries.inquiryId, inquiryId))
    .orderBy(asc(inquiryEntries.id))
    .all()
    .map(({ entry: { id, body, answer, writtenAt }, author }) => ({
      id,
      body,
      answer,
      writtenAt,
      author: displayNameOf(author),
    }));
}

function getMine(db: Reader, ctx: ActorContext, inquiryId: string): Inquiry {
  const mine = and(eq(inquiries.id, inquiryId), eq(inquiries.personId, ctx.actor.personId));
  const row = db.select().from(inquiries).where(mine).get();
  if (!row) throw notFound();
  return row;
}

function getNamed(db: Reader, offeringId: string): { offering: Offering; title: string } {
  const row = db
    .select({ offering: offerings, title: courses.title })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(eq(offerings.id, offeringId))
    .get();
  if (!row) throw notFound();
  return row;
}

/** An offering that is or was public: anybody may ask about it. */
function getAskable(db: Reader, offeringId: string) {
  const found = getNamed(db, offeringId);
  if (found.offering.publishedAt === null) throw notFound();
  return found;
}

/**
 * About an offering anybody asks; about leaving it, who has a seat; about attendance, once it has begun and until a claim is
 * signed, and about hours, who was on its roster or has a claim.
 */
function canAsk(db: Reader, ctx: ActorContext, kind: InquiryKind, offering: Offering): boolean {
  if (kind === "offering") return true;
  const { personId } = ctx.actor;
  if (kind === "attendance" && ((offering.startsAt ?? 0) > ctx.now || hasSigned(db, personId, offering.id)))
    return false;
  const mine = and(eq(registrations.personId, personId), eq(registrations.offeringId, offering.id));
  const statuses = kind === "cancel" ? (["registered"] as const) : ROSTER_STATUSES;
  const registered = and(mine, inArray(registrations.status, [...statuses]));
  if (db.select({ id: registrations.id }).from(registrations).where(registered).get()) {
    return kind !== "cancel" || (offering.endsAt ?? 0) > ctx.now;
  }
  if (kind === "cancel") return false;
  const claimed = and(eq(claims.personId, personId), eq(claims.offeringId, offering.id));
  return db.select({ id: claims.id }).from(claims).where(claimed).get() !== undefined;
}

function findOpen(db: Reader, ctx: ActorContext, kind: InquiryKind, offeringId: string): Inquiry | undefined {
  const open = and(
    eq(inquiries.personId, ctx.actor.personId),
    eq(inquiries.offeringId, offeringId),
    eq(inquiries.kind, kind),
    eq(inquiries.state, "open"),
  );
  return db.select().from(inquiries).where(open).get();
}

function countMyOpen(db: Reader, ctx: ActorContext): number {
  const open = and(eq(inquiries.personId, ctx.actor.personId), eq(inquiries.state, "open"));
  return countOf(db.select({ count: count() }).from(inquiries).where(open));
}

function insertInquiry(tx: Transaction, ctx: ActorContext, kind: InquiryKind, offeringId: string): Inquiry {
  const inquiry: Inquiry = {
    id: newId(),
    kind,
    offeringId,
    personId: ctx.actor.personId,
    state: "open",
    changedAt: ctx.now,
  };
  tx.insert(inquiries).values(inquiry).run();
  return inquiry;
}

function write(tx: Transaction, ctx: ActorContext, inquiry: Inquiry, { body, nonce }: Writing): void {
  const id = newId();
  const { personId } = ctx.actor;
  tx.insert(inquiryEntries)
    .values({ id, inquiryId: inquiry.id, authorId: personId, answer: false, body, writtenAt: ctx.now, nonce })
    .run();
  recordAudit(tx, ctx, { action: "inquiry.asked", subjectId: inquiry.id, personId, detail: { kind: inquiry.kind } });
  tellStaff(tx, ctx, inquiry, id, body);
}
