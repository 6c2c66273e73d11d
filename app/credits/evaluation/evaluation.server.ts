import { and, asc, count, eq, gte, inArray, isNotNull, isNull, max } from "drizzle-orm";
import { evaluationResponses } from "#drizzle/schema/credits";
import { getCourse } from "~/catalog/courses/course.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Published } from "~/catalog/offerings/published";
import type { ActorContext, Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { aggregateOf, countOf } from "~/platform/database/rows.server";
import { newUnorderedId } from "~/platform/ids";
import { dateOf } from "~/platform/time/time-zone";
import { BATCH_SIZE, completesBatch } from "./evaluation-batch";
import { type Answers, summarize } from "./evaluation-summary";
import { findFormOn } from "./form-versions.server";

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

/** What people made of an offering, for who runs it and the committee (T6). The caller has checked the right to it. */
export function summarizeOffering(ctx: ActorContext, offering: Offering) {
  const { id: offeringId } = offering;
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
    title: getCourse(ctx.db, offering.courseId).title,
    count: responses.length,
    questions: summarize(questions, responses),
  };
}
