import { and, count, eq, inArray, ne, or, type SQL } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { inquiries, inquiryEntries } from "#drizzle/schema/inquiries";
import { persons } from "#drizzle/schema/people";
import { staffNameOf } from "~/people/persons/name";
import { listMyGrants } from "~/people/roles/permission.server";
import type { GrantRole } from "~/people/roles/role";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { withdrawByStaff } from "~/registration/staff/staff-registration.server";
import { listEntries } from "./ask.server";
import { ANSWERING, INQUIRY_KINDS, type InquiryRefusal } from "./inquiry";
import { type Inquiry, tellAsker } from "./inquiry-mail.server";

export interface Answer {
  inquiryId: string;
  body: string;
  /** From the form: pressing twice answers once. */
  nonce: string;
}

/** Whether the actor answers inquiries at all. */
export const answersInquiries = (ctx: ActorContext): boolean =>
  listMyGrants(ctx).some(({ role }) => Object.values(ANSWERING).flat().includes(role));

/** How many inquiries wait for the actor. */
export function countWaitingInquiries(ctx: ActorContext): number {
  return countOf(
    ctx.db
      .select({ count: count() })
      .from(inquiries)
      .innerJoin(offerings, eq(offerings.id, inquiries.offeringId))
      .where(and(answeredBy(ctx), eq(inquiries.state, "open"))),
  );
}

/**
 * An inquiry that the actor answers, with what was written.
 * @throws Response 404 for any other
 */
export function getInboxInquiry(ctx: ActorContext, inquiryId: string) {
  const { inquiry, person, offering, title } = getAnswerable(ctx.db, ctx, inquiryId);
  recordReading(ctx, { action: "inquiry.read", subjectId: inquiryId, personIds: [person.id] });
  return {
    inquiry,
    personId: person.id,
    name: staffNameOf(person),
    title,
    offering: { id: offering.id, timeZone: offering.timeZone, inServiceNumber: offering.inServiceNumber },
    registrationStatus: findLiveRegistration(ctx.db, offering.id, person.id)?.status ?? null,
    entries: listEntries(ctx.db, inquiryId),
  };
}

/** Answers an inquiry; who asked is told by mail. It can be answered again. */
export function answerInquiry(ctx: ActorContext, input: Answer): Outcome<{ id: string }, InquiryRefusal> {
  return inTransaction(ctx.db, (tx) => writeAnswer(tx, ctx, getAnswerable(tx, ctx, input.inquiryId).inquiry, input));
}

/** Ends the registration that an inquiry asks to cancel, with the answer as the reason, and answers. */
export function endRegistrationAndAnswer(ctx: ActorContext, input: Answer): Outcome<{ id: string }, InquiryRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { inquiry, offering, person } = getAnswerable(tx, ctx, input.inquiryId);
    const registration = findLiveRegistration(tx, offering.id, person.id);
    if (inquiry.kind !== "cancel" || !registration) return refuse("not-registered");
    const scoped = { ...ctx, scopeIds: scopeOf(ctx, "coordinator") };
    const change = { offeringId: offering.id, registrationId: registration.id, reason: input.body };
    if (!withdrawByStaff(scoped, change).ok) return refuse("not-registered");
    return writeAnswer(tx, ctx, inquiry, input);
  });
}

/** Writes an answer down and tells who asked by mail. */
export function writeAnswer(
  tx: Transaction,
  ctx: ActorContext,
  inquiry: Inquiry,
  input: Answer,
): Outcome<{ id: string }, InquiryRefusal> {
  const { id } = inquiry;
  if (tx.select().from(inquiryEntries).where(eq(inquiryEntries.nonce, input.nonce)).get()) return ok({ id });
  if (inquiry.state === "taken-back") return refuse("not-open");
  const entryId = newId();
  const { body, nonce } = input;
  tx.insert(inquiryEntries)
    .values({ id: entryId, inquiryId: id, authorId: ctx.actor.personId, answer: true, body, writtenAt: ctx.now, nonce })
    .run();
  tx.update(inquiries).set({ state: "answered", changedAt: ctx.now }).where(eq(inquiries.id, id)).run();
  recordAudit(tx, ctx, { action: "inquiry.answered", subjectId: id, personId: inquiry.personId });
  tellAsker(tx, ctx, inquiry, entryId, body);
  return ok({ id });
}

/**
 * An inquiry that the actor answers, with whom and what it is about.
 * @throws Response 404 for any other
 */
export function getAnswerable(db: Reader, ctx: ActorContext, inquiryId: string) {
  const row = db
    .select({ inquiry: inquiries, person: persons, offering: offerings, title: courses.title })
    .from(inquiries)
    .innerJoin(offerings, eq(offerings.id, inquiries.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, inquiries.personId))
    .where(and(eq(inquiries.id, inquiryId), answeredBy(ctx)))
    .get();
  if (!row) throw notFound();
  return row;
}

const scopeOf = (ctx: ActorContext, role: GrantRole): string[] =>
  listMyGrants(ctx)
    .filter((grant) => grant.role === role)
    .flatMap(({ scopeId }) => scopeId ?? []);

/** P2: which inquiries the actor answers, by kind and role. Their own are for somebody else. */
export function answeredBy(ctx: ActorContext): SQL | undefined {
  const asked = or(
    ...INQUIRY_KINDS.flatMap((kind) =>
      ANSWERING[kind].map((role) =>
        and(
          eq(inquiries.kind, kind),
          inArray(role === "facilitator" ? offerings.id : offerings.providerId, scopeOf(ctx, role)),
        ),
      ),
    ),
  );
  return and(ne(inquiries.personId, ctx.actor.personId), asked);
}
