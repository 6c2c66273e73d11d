import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lte, max } from "drizzle-orm";
import { evaluationForms, evaluationResponses } from "#drizzle/schema/credits";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Published } from "~/catalog/offerings/published";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { aggregateOf, countOf } from "~/platform/database/rows.server";
import { newId, newUnorderedId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf } from "~/platform/time/time-zone";
import { BATCH_SIZE, completesBatch } from "./evaluation-batch";
import { type Answers, type Question, summarize } from "./evaluation-summary";

type Evaluated = Pick<Published<Offering>, "id" | "providerId" | "endsAt" | "timeZone">;

/** Stores answers without a name (T6), and releases those that wait once they are five. */
export function insertResponse(tx: Transaction, ctx: Context, offering: Evaluated, answers: Answers): void {
  tx.insert(evaluationResponses)
    .values({
      id: newUnorderedId(),
      formId: findEvaluationForm(tx, offering).id,
      offeringId: offering.id,
      answers,
      day: dateOf(ctx.now, offering.timeZone),
    })
    .run();
  const waiting = and(eq(evaluationResponses.offeringId, offering.id), isNull(evaluationResponses.batch));
  const waits = countOf(tx.select({ count: count() }).from(evaluationResponses).where(waiting));
  if (!completesBatch(waits)) return;
  const { last } = aggregateOf(
    tx
      .select({ last: max(evaluationResponses.batch) })
      .from(evaluationResponses)
      .where(eq(evaluationResponses.offeringId, offering.id)),
  );
  tx.update(evaluationResponses)
    .set({ batch: (last ?? 0) + 1 })
    .where(waiting)
    .run();
}

/**
 * The provider's evaluation form in force on the day on which an offering ends.
 * @throws Error when there is none
 */
export function findEvaluationForm(db: Reader, offering: Omit<Evaluated, "id">) {
  const day = dateOf(offering.endsAt, offering.timeZone);
  const form = findFormOn(db, offering.providerId, day);
  if (!form) throw new Error(`Provider ${offering.providerId} has no evaluation form on ${day}.`);
  return form;
}

function findFormOn(db: Reader, providerId: string, day: string) {
  return db
    .select()
    .from(evaluationForms)
    .where(and(eq(evaluationForms.providerId, providerId), lte(evaluationForms.fromDate, day)))
    .orderBy(desc(evaluationForms.fromDate))
    .limit(1)
    .get();
}

/** The answers of an offering that were released, in the order of their random ids; whole batches only. */
export function listReleased(db: Reader, offeringId: string): Answers[] {
  const batches = db
    .select({ batch: evaluationResponses.batch })
    .from(evaluationResponses)
    .where(and(eq(evaluationResponses.offeringId, offeringId), isNotNull(evaluationResponses.batch)))
    .groupBy(evaluationResponses.batch)
    .having(gte(count(), BATCH_SIZE))
    .all()
    .flatMap(({ batch }) => batch ?? []);
  return db
    .select({ answers: evaluationResponses.answers })
    .from(evaluationResponses)
    .where(and(eq(evaluationResponses.offeringId, offeringId), inArray(evaluationResponses.batch, batches)))
    .orderBy(asc(evaluationResponses.id))
    .all()
    .map(({ answers }) => answers);
}

/**
 * What people made of an offering, for its coordinator and the committee (T6).
 * @throws Response 404 for an offering of another provider
 */
export function getEvaluationSummary(ctx: ScopedContext, offeringId: string) {
  const { offering, course } = getScopedOffering(ctx, offeringId);
  const responses = listReleased(ctx.db, offeringId);
  const { endsAt } = offering;
  const questions = endsAt === null ? [] : findEvaluationForm(ctx.db, { ...offering, endsAt }).questions;
  recordReading(ctx, {
    action: "evaluation.read",
    subjectId: offeringId,
    personIds: [],
    detail: { rows: responses.length },
  });
  return {
    offering: {
      id: offering.id,
      inServiceNumber: offering.inServiceNumber,
      endsAt: offering.endsAt,
      timeZone: offering.timeZone,
    },
    title: course.title,
    count: responses.length,
    questions: summarize(questions, responses),
  };
}

/** The forms of a provider, newest first, and the one in force today. */
export function listEvaluationForms(db: Reader, providerId: string, today: string) {
  const forms = db
    .select()
    .from(evaluationForms)
    .where(eq(evaluationForms.providerId, providerId))
    .orderBy(desc(evaluationForms.fromDate))
    .all();
  return { forms, current: findFormOn(db, providerId, today) ?? null };
}

/** The coordinator plans another form for offerings that end on a day to come or later (T6). */
export function planEvaluationForm(
  ctx: ScopedContext,
  input: { providerId: string; fromDate: string; today: string; questions: Question[] },
): Outcome<null, "unknown-provider" | "not-ahead" | "date-taken"> {
  const { providerId, fromDate, questions } = input;
  if (!ctx.scopeIds.includes(providerId)) return refuse("unknown-provider");
  if (fromDate <= input.today) return refuse("not-ahead");
  return inTransaction(ctx.db, (tx) => {
    if (findFormOn(tx, providerId, fromDate)?.fromDate === fromDate) return refuse("date-taken");
    const id = newId();
    tx.insert(evaluationForms).values({ id, providerId, fromDate, questions }).run();
    recordAudit(tx, ctx, { action: "evaluation-form.planned", subjectId: id, detail: { providerId, fromDate } });
    return ok(null);
  });
}
