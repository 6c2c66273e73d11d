import { asc, desc, eq, inArray } from "drizzle-orm";
import { hoursDecisions } from "#drizzle/schema/microcredentials/hours";
import { microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { persons } from "#drizzle/schema/people";
import { checkProviderYear, nextInServiceNumber } from "~/catalog/approval/approval.server";
import { policyOn } from "~/catalog/providers/provider-policy.server";
import { getProvider } from "~/catalog/providers/provider.server";
import { fitsIncrement } from "~/credits/counting/increment";
import { findActiveVersion, findScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { displayNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf } from "~/platform/time/time-zone";
import { approvalFor, type HoursRefusal } from "./award-hours";

export type HoursDecisionRow = typeof hoursDecisions.$inferSelect;

interface Decision {
  microcredentialId: string;
  /** `YYYY-MM-DD`. */
  committeeMetOn: string;
  note?: string | undefined;
}

/**
 * Records that the committee approved clock hours for the published version (M2): as many minutes as it asks for, or fewer. They
 * count for what is awarded from now on, never for what was awarded before (A1).
 */
export function approveHours(
  ctx: ScopedContext,
  { microcredentialId, committeeMetOn, note, minutes }: Decision & { minutes?: number | undefined },
): Outcome<{ inServiceNumber: string; minutes: number }, HoursRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findAsked(tx, ctx, microcredentialId, committeeMetOn);
    if (!found.ok) return found;
    const { version, providerId, today } = found.value;
    const asked = version.definition.minutes;
    const approved = minutes ?? asked;
    if (approved > asked) return refuse("more-than-asked");
    const policy = policyOn(tx, providerId, today);
    if (!fitsIncrement(approved, policy) || approved < policy.minimumMinutes) return refuse("between-steps");
    if (!checkProviderYear(tx, providerId, today).ok) return refuse("provider-not-approved");
    const inServiceNumber = nextInServiceNumber(tx, providerId, today);
    const row = { versionId: version.id, decision: "approved" as const, minutes: approved, inServiceNumber };
    tx.insert(hoursDecisions)
      .values({ ...row, ...by(ctx), committeeMetOn, note: note || null })
      .run();
    const detail = { version: version.number, inServiceNumber, minutes: approved, committeeMetOn };
    recordAudit(tx, ctx, { action: "microcredential.hours-approved", subjectId: microcredentialId, detail });
    return ok({ inServiceNumber, minutes: approved });
  });
}

/** Records that the committee declined the hours, and what it wants changed. What it approved before stays for what was awarded then. */
export function declineHours(
  ctx: ScopedContext,
  { microcredentialId, committeeMetOn, note }: Decision,
): Outcome<null, HoursRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findAsked(tx, ctx, microcredentialId, committeeMetOn);
    if (!found.ok) return found;
    if (!note) return refuse("note-missing");
    const { version } = found.value;
    tx.insert(hoursDecisions)
      .values({ versionId: version.id, decision: "declined", ...by(ctx), committeeMetOn, note })
      .run();
    const detail = { version: version.number, committeeMetOn, note };
    recordAudit(tx, ctx, { action: "microcredential.hours-declined", subjectId: microcredentialId, detail });
    return ok(null);
  });
}

const by = (ctx: ScopedContext) => ({ id: newId(), decidedAt: ctx.now, decidedBy: ctx.actor.personId });

function findAsked(tx: Reader, ctx: ScopedContext, microcredentialId: string, committeeMetOn: string) {
  const microcredential = findScopedMicrocredential(tx, ctx, microcredentialId);
  if (!microcredential) return refuse("unknown-microcredential");
  const { providerId } = microcredential;
  const version = findActiveVersion(tx, microcredentialId);
  if (!version || microcredential.state !== "published") return refuse("not-possible-now");
  if (version.definition.minutes === 0) return refuse("no-hours-asked");
  const today = dateOf(ctx.now, getProvider(tx, providerId).timeZone);
  if (committeeMetOn > today) return refuse("committee-in-future");
  return ok({ version, providerId, today });
}

/** What the committee decided on a micro-credential's hours, version by version, newest first. */
export function listHoursDecisions(db: Reader, microcredentialId: string) {
  return db
    .select({ decision: hoursDecisions, number: microcredentialVersions.number, person: persons })
    .from(hoursDecisions)
    .innerJoin(microcredentialVersions, eq(microcredentialVersions.id, hoursDecisions.versionId))
    .innerJoin(persons, eq(persons.id, hoursDecisions.decidedBy))
    .where(eq(microcredentialVersions.microcredentialId, microcredentialId))
    .orderBy(desc(hoursDecisions.decidedAt), desc(hoursDecisions.id))
    .all()
    .map(({ decision, number, person }) => ({ ...decision, version: number, by: displayNameOf(person) }));
}

/** The approval under which an award of a version has hours (M2); null for none. */
export function findApproval(db: Reader, versionId: string, awardedAt: number): HoursDecisionRow | null {
  return findApprovals(db, [{ versionId, awardedAt }])[0] ?? null;
}

/** The same for many awards, in their order, in one statement. */
export function findApprovals(
  db: Reader,
  given: readonly { versionId: string; awardedAt: number }[],
): (HoursDecisionRow | null)[] {
  const versionIds = [...new Set(given.map(({ versionId }) => versionId))];
  if (versionIds.length === 0) return [];
  const rows = db
    .select()
    .from(hoursDecisions)
    .where(inArray(hoursDecisions.versionId, versionIds))
    .orderBy(asc(hoursDecisions.decidedAt), asc(hoursDecisions.id))
    .all();
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId);
  return given.map(({ versionId, awardedAt }) => approvalFor(byVersion.get(versionId) ?? [], awardedAt));
}
