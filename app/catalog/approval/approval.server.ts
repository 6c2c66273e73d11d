import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { approvalDecisions } from "#drizzle/schema/approval";
import { offerings } from "#drizzle/schema/catalog";
import { hoursDecisions } from "#drizzle/schema/microcredentials/hours";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { approvalYearOf, dateOf, workingDaysBetween } from "~/platform/time/time-zone";
import type { Offering } from "~/catalog/offerings/offering.server";
import { type DesignationMinutes, listDesignations } from "~/catalog/offerings/offering-parts.server";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { getCourse } from "~/catalog/courses/course.server";
import { needsPublicObjectives } from "~/catalog/providers/designation-permission";
import { barredDesignations, namesOf } from "~/catalog/providers/designation-permission.server";
import { yearLabel } from "~/catalog/providers/provider-year";
import { isApprovedFor } from "~/catalog/providers/provider-year.server";
import { getProvider } from "~/catalog/providers/provider.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import { readPlan } from "./approved-plan.server";
import { aggregateOf } from "~/platform/database/rows.server";

/** Whether the committee may approve now: before the start (A1), with notice (A2), by an approved provider (A3). */
export function checkApproval(
  db: Reader,
  ctx: ScopedContext,
  offering: Offering,
  policy: ProviderPolicy,
  committeeMetOn: string,
): Outcome<null, CatalogRefusal> {
  if (offering.startsAt === null) return refuse("no-sessions");
  if (ctx.now >= offering.startsAt) return refuse("already-started");
  const today = dateOf(ctx.now, offering.timeZone);
  if (committeeMetOn > today) return refuse("committee-in-future");
  const first = dateOf(offering.startsAt, offering.timeZone);
  const left = workingDaysBetween(today, first);
  if (left < policy.leadWorkingDays) return refuse("too-short-notice", { needed: policy.leadWorkingDays, left });
  return checkProviderYear(db, offering.providerId, first);
}

/** A3: whether the provider is approved for the year, 1 October to 30 September, that holds the date. */
export function checkProviderYear(db: Reader, providerId: string, date: string): Outcome<null, CatalogRefusal> {
  const year = approvalYearOf(date);
  return isApprovedFor(db, providerId, year) ? ok(null) : refuse("provider-not-approved", { year: yearLabel(year) });
}

/**
 * Writes the committee's decision (A5) and gives the offering its in-service number (A6), hours and a frozen copy of the
 * policy. The caller has checked the rules and computed what may be approved.
 */
export function recordApproval(
  tx: Transaction,
  ctx: ScopedContext,
  offering: Offering,
  input: Approval,
): Outcome<{ inServiceNumber: string }, CatalogRefusal> {
  const { policy, approvedMinutes, committeeMetOn } = input;
  const first = checkCounted(tx, offering, approvedMinutes);
  if (!first.ok) return first;
  const inServiceNumber = nextInServiceNumber(tx, offering.providerId, first.value);
  tx.update(offerings)
    .set({ state: "approved", inServiceNumber, approvedMinutes, policy, updatedAt: ctx.now })
    .where(and(eq(offerings.id, offering.id), eq(offerings.state, "draft")))
    .run();
  keepDecision(tx, ctx, offering, { decision: "approved", ...input });
  recordAudit(tx, ctx, {
    action: "offering.approved",
    subjectId: offering.id,
    detail: { inServiceNumber, approvedMinutes, committeeMetOn },
  });
  return ok({ inServiceNumber });
}

/**
 * Writes that the committee approved an offering anew, as it stands after changes: its number and its policy stay as they
 * were first approved, the hours may be others. The caller has checked the rules and computed what may be approved.
 */
export function recordNewApproval(
  tx: Transaction,
  ctx: ScopedContext,
  offering: Offering,
  input: Omit<Approval, "policy">,
): Outcome<null, CatalogRefusal> {
  const { approvedMinutes, committeeMetOn } = input;
  const first = checkCounted(tx, offering, approvedMinutes);
  if (!first.ok) return first;
  tx.update(offerings).set({ approvedMinutes, updatedAt: ctx.now }).where(eq(offerings.id, offering.id)).run();
  keepDecision(tx, ctx, offering, { decision: "approved", ...input });
  recordAudit(tx, ctx, {
    action: "offering.approved-anew",
    subjectId: offering.id,
    detail: { from: offering.approvedMinutes, to: approvedMinutes, committeeMetOn },
  });
  return ok(null);
}

/** Writes that the committee declined an offering as it stands: a draft stays one, an approved one keeps its approval. */
export function recordDecline(
  tx: Transaction,
  ctx: ScopedContext,
  offering: Offering,
  input: { committeeMetOn: string; note: string },
): void {
  keepDecision(tx, ctx, offering, { decision: "declined", approvedMinutes: null, ...input });
  recordAudit(tx, ctx, { action: "offering.declined", subjectId: offering.id, detail: input });
}

/** What a committee approved; minutes, `YYYY-MM-DD`. */
interface Approval {
  policy: ProviderPolicy;
  approvedMinutes: number;
  committeeMetOn: string;
  note?: string | undefined;
}

/** A5, D1: a decision with what the committee read, so that later changes leave it as it was. */
function keepDecision(
  tx: Transaction,
  ctx: ScopedContext,
  offering: Offering,
  input: Pick<typeof approvalDecisions.$inferInsert, "decision" | "committeeMetOn" | "approvedMinutes" | "note">,
): void {
  const { decision, committeeMetOn, approvedMinutes, note } = input;
  tx.insert(approvalDecisions)
    .values({
      id: newId(),
      offeringId: offering.id,
      decision,
      decidedAt: ctx.now,
      decidedBy: ctx.actor.personId,
      committeeMetOn,
      approvedMinutes,
      plan: readPlan(tx, offering),
      note: note || null,
    })
    .run();
}

/** Whether the designations fit into the hours (A4) and are the provider's to give on the day of the first session, `YYYY-MM-DD`. */
function checkCounted(tx: Transaction, offering: Offering, approvedMinutes: number): Outcome<string, CatalogRefusal> {
  if (offering.startsAt === null) return refuse("no-sessions");
  const designations = listDesignations(tx, offering.id);
  const over = checkDesignations(designations, approvedMinutes);
  if (!over.ok) return over;
  const first = dateOf(offering.startsAt, offering.timeZone);
  const given = checkGivers(tx, offering, designations, first);
  return given.ok ? ok(first) : given;
}

/** Whether no designation counts for more than the approved minutes; null while there are none. */
export function checkDesignations(
  designations: readonly DesignationMinutes[],
  approvedMinutes: number | null,
): Outcome<null, CatalogRefusal> {
  const over = designations.find(({ minutes }) => approvedMinutes !== null && minutes > approvedMinutes);
  if (!over || approvedMinutes === null) return ok(null);
  return refuse("designation-over-hours", {
    designation: over.designation,
    hours: formatHours(over.minutes),
    approved: formatHours(approvedMinutes),
  });
}

/**
 * A4: whether the provider may give hours for these designations on the day of the first session, and their learning
 * objectives are public where they have to be.
 */
export function checkGivers(
  db: Reader,
  { providerId, courseId }: Pick<Offering, "providerId" | "courseId">,
  designations: readonly DesignationMinutes[],
  date: string,
): Outcome<null, CatalogRefusal> {
  const counted = designations.filter(({ minutes }) => minutes > 0).map(({ designation }) => designation);
  const barred = barredDesignations(db, providerId, counted, date);
  if (barred.length > 0) {
    return refuse("designation-not-given", { designations: namesOf(barred), date: formatPlainDate(date) });
  }
  const open = counted.filter(needsPublicObjectives);
  if (open.length === 0 || getCourse(db, courseId).objectives.length > 0) return ok(null);
  return refuse("objectives-not-public", { designations: namesOf(open) });
}

/**
 * The next in-service number of a provider for the approval year of a day (A6): offerings and micro-credentials are numbered
 * in one row.
 */
export function nextInServiceNumber(tx: Transaction, providerId: string, firstDate: string): string {
  const provider = getProvider(tx, providerId);
  const year = approvalYearOf(firstDate);
  const twoDigits = (value: number) => String(value % 100).padStart(2, "0");
  const prefix = `${provider.shortName}-${twoDigits(year)}${twoDigits(year + 1)}-`;
  // Every number with this prefix: ":" comes right after "9".
  const fits = (column: AnySQLiteColumn) => and(gte(column, prefix), lt(column, `${prefix}:`));
  const last = (column: AnySQLiteColumn) =>
    sql<number | null>`max(cast(substr(${column}, ${prefix.length + 1}) as integer))`;
  const { number: ofOfferings } = aggregateOf(
    tx
      .select({ number: last(offerings.inServiceNumber) })
      .from(offerings)
      .where(and(eq(offerings.providerId, provider.id), fits(offerings.inServiceNumber))),
  );
  const { number: ofAwards } = aggregateOf(
    tx
      .select({ number: last(hoursDecisions.inServiceNumber) })
      .from(hoursDecisions)
      .where(fits(hoursDecisions.inServiceNumber)),
  );
  return `${prefix}${String(Math.max(ofOfferings ?? 0, ofAwards ?? 0) + 1).padStart(4, "0")}`;
}
