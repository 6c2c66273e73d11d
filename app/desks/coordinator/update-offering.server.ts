import { and, inArray, type SQL } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { standing } from "~/attendance/marks/mark-rows.server";
import { keepPlanChange, readPlan } from "~/catalog/approval/approved-plan.server";
import { checkDesignations, checkGivers, checkProviderYear } from "~/catalog/approval/approval.server";
import {
  checkOffering,
  findScopedOffering,
  getOffering,
  type Offering,
  type OfferingInput,
  writeOffering,
} from "~/catalog/offerings/offering.server";
import { listDesignations, listSessions, type SessionWithPauses } from "~/catalog/offerings/offering-parts.server";
import { balanceMinutes } from "~/catalog/steps/step";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { PlannedSession } from "~/catalog/offerings/session-plan";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import { orTakenBack, type Transaction } from "~/platform/database/database.server";
import { formatHours } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf } from "~/platform/time/time-zone";
import { checkCapacity, offerAddedSeats } from "~/registration/seats/change-capacity.server";
import { withinFence } from "~/registration/seats/fence.server";
import { announceMove } from "~/registration/staff/reschedule.server";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { isCurrent } from "~/platform/http/stale-form.server";
import { approvableMinutes } from "~/credits/counting/clock-hours";

/**
 * Rewrites an offering that is not cancelled. Once approved, its sessions must still hold the approved hours within an
 * approved year (A3, H2); what has begun or has attendance stays. There are never fewer seats than are taken, and added
 * ones go to the waitlist (R2). What differs from the approved plan is kept with the reason (D1). Refused where somebody else has changed it since it was opened. New dates or a new place are announced; `told` counts the people.
 */
export function updateOffering(
  ctx: ScopedContext,
  input: OfferingInput & { offeringId: string; base?: string | undefined; reason?: string | undefined },
): Outcome<{ id: string; told: number }, CatalogRefusal> {
  return withinFence(ctx.db, (tx) => orTakenBack(tx, () => rewrite(tx, ctx, input)));
}

function rewrite(
  tx: Transaction,
  ctx: ScopedContext,
  input: Parameters<typeof updateOffering>[1],
): ReturnType<typeof updateOffering> {
  const offering = findScopedOffering(tx, ctx, input.offeringId);
  if (!offering) return refuse("unknown-offering");
  if (offering.state === "cancelled") return refuse("not-possible-now");
  const draft = toOfferingDraft(tx, offering);
  if (!isCurrent(input.base, draft)) return refuse("changed-meanwhile");
  const planned = checkOffering(tx, input, offering.timeZone);
  if (!planned.ok) return planned;
  const capacity = checkCapacity(tx, offering.id, input.capacity);
  if (!capacity.ok) return capacity;
  const kept = checkBegunSessions(tx, ctx, offering, planned.value);
  if (!kept.ok) return kept;
  const stepped = checkSteps(tx, offering, planned.value);
  if (!stepped.ok) return stepped;
  const hours = checkApprovedHours(tx, offering, planned.value);
  if (!hours.ok) return hours;
  const designated = checkDesignations(input.designations, offering.approvedMinutes);
  if (!designated.ok) return designated;
  const given = checkNewGivers(tx, offering, input, planned.value);
  if (!given.ok) return given;
  const before = { offering, sessions: listSessions(tx, offering.id) };
  const plan = readPlan(tx, offering);
  writeOffering(tx, ctx, offering, input, planned.value);
  const changes = changesBetween<object>(draft, toOfferingDraft(tx, getOffering(tx, offering.id)));
  const { reason } = input;
  recordAudit(tx, ctx, { action: "offering.updated", subjectId: offering.id, detail: { changes, reason } });
  const reasoned = keepPlanChange(tx, ctx, offering.id, plan, reason);
  if (!reasoned.ok) return reasoned;
  offerAddedSeats(tx, ctx, offering);
  return ok({ id: offering.id, told: announceMove(tx, ctx, before) });
}

/** A4: of an approved offering, what is counted anew, or on another first day, must be the provider's to give. */
function checkNewGivers(
  tx: Transaction,
  offering: Offering,
  { designations }: OfferingInput,
  [first]: readonly PlannedSession[],
): Outcome<null, CatalogRefusal> {
  if (offering.state === "draft" || offering.startsAt === null || !first) return ok(null);
  const day = dateOf(first.startsAt, offering.timeZone);
  const isSameDay = day === dateOf(offering.startsAt, offering.timeZone);
  const known = new Set(isSameDay ? listDesignations(tx, offering.id).map(({ designation }) => designation) : []);
  return checkGivers(
    tx,
    offering,
    designations.filter(({ designation }) => !known.has(designation)),
    day,
  );
}

/**
 * A session that has begun or has marks keeps its times, and none is added in the past. One whose marks were all voided is
 * free to be moved; what was marked is kept, and so is the session.
 */
function checkBegunSessions(
  tx: Transaction,
  ctx: ScopedContext,
  offering: Offering,
  planned: readonly PlannedSession[],
): Outcome<null, CatalogRefusal> {
  const before = listSessions(tx, offering.id);
  const fixed = findFixed(tx, ctx, before);
  const marked = findMarked(tx, before);
  const moved = before.some((session) => {
    const after = planned.find(({ id }) => id === session.id);
    return after
      ? fixed.has(session.id) && !sameTimes(session, after)
      : fixed.has(session.id) || marked.has(session.id);
  });
  if (moved) return refuse("session-begun");
  const past = planned.findIndex(({ id, startsAt }) => startsAt < ctx.now && !(id && fixed.has(id)));
  return past >= 0 && offering.state !== "draft" ? refuse("session-in-past", { session: past + 1 }) : ok(null);
}

/** What steps were planned for stays a session on people's own time, of as much work once it is approved. */
function checkSteps(
  tx: Transaction,
  offering: Offering,
  planned: readonly PlannedSession[],
): Outcome<null, CatalogRefusal> {
  for (const { id, ownMinutes, steps } of listSessions(tx, offering.id)) {
    const at = planned.findIndex((session) => session.id === id);
    const now = planned[at];
    if (steps.length === 0 || !now) continue;
    const own = now.ownMinutes ?? null;
    const holds = own !== null && balanceMinutes(steps, own).left >= 0;
    if (!holds || (offering.state !== "draft" && own !== ownMinutes))
      return refuse("session-has-steps", { session: at + 1 });
  }
  return ok(null);
}

function findFixed(tx: Transaction, ctx: ScopedContext, sessions: readonly SessionWithPauses[]): Set<string> {
  const begun = sessions.filter(({ startsAt }) => startsAt <= ctx.now).map(({ id }) => id);
  return new Set([...findMarked(tx, sessions, standing), ...begun]);
}

/** The sessions that have a mark of some kind. */
function findMarked(tx: Transaction, sessions: readonly SessionWithPauses[], which?: SQL): Set<string> {
  const ids = sessions.map(({ id }) => id);
  const found = tx
    .selectDistinct({ id: attendanceMarks.sessionId })
    .from(attendanceMarks)
    .where(and(inArray(attendanceMarks.sessionId, ids), which))
    .all();
  return new Set(found.map(({ id }) => id));
}

/** A session on people's own time that is open may stay open for longer. */
function sameTimes(a: SessionWithPauses, b: PlannedSession): boolean {
  if (a.ownMinutes !== (b.ownMinutes ?? null)) return false;
  if (a.ownMinutes !== null) return a.startsAt === b.startsAt && a.endsAt <= b.endsAt;
  const times = ({ startsAt, endsAt, pauses }: Pick<PlannedSession, "startsAt" | "endsAt" | "pauses">) =>
    JSON.stringify([startsAt, endsAt, pauses.map((pause) => [pause.kind, pause.startsAt, pause.endsAt]).sort()]);
  return times(a) === times(b);
}

function checkApprovedHours(
  tx: Transaction,
  offering: Offering,
  planned: readonly PlannedSession[],
): Outcome<null, CatalogRefusal> {
  const { policy, approvedMinutes } = offering;
  if (!policy || approvedMinutes === null) return ok(null);
  const first = planned[0];
  if (!first) return refuse("no-sessions");
  const countable = approvableMinutes(planned, policy);
  if (countable < approvedMinutes) {
    return refuse("approved-hours-missing", {
      approved: formatHours(approvedMinutes),
      countable: formatHours(countable),
    });
  }
  return checkProviderYear(tx, offering.providerId, dateOf(first.startsAt, offering.timeZone));
}
