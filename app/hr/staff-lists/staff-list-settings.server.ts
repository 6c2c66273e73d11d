import { eq } from "drizzle-orm";
import { staffListSettings } from "#drizzle/schema/staff/staff-lists";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { RoleKind } from "~/people/roles/role";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import type { RememberedColumns } from "~/hr/staff-lists/reading/staff-heads";

/** How a district writes its list. */
export interface StaffListSettings {
  employeeIdLength: number | null;
  schoolCodeLength: number | null;
  columns: RememberedColumns;
  roles: Record<string, RoleKind>;
}

/** How a district writes its list, as it said the last time. */
export function getStaffListSettings(db: Reader, organisationId: string): StaffListSettings {
  const row = db.select().from(staffListSettings).where(eq(staffListSettings.organisationId, organisationId)).get();
  if (!row) return { employeeIdLength: null, schoolCodeLength: null, columns: {}, roles: {} };
  const { employeeIdLength, schoolCodeLength, columns, roles } = row;
  return { employeeIdLength, schoolCodeLength, columns, roles };
}

/** How long a district's numbers are, as the form shows it; null for anybody else's district. */
export function findLengths(db: Reader, ctx: ScopedContext, organisationId: string) {
  if (!ctx.scopeIds.includes(organisationId)) return null;
  const { employeeIdLength, schoolCodeLength } = getStaffListSettings(db, organisationId);
  return { employeeIdLength, schoolCodeLength };
}

/**
 * HR says how long the numbers of their district are, so that dropped zeros are put back.
 * @throws Response 404 for anybody else's district
 */
export function saveLengths(
  ctx: ScopedContext,
  input: { organisationId: string; employeeIdLength: number | null; schoolCodeLength: number | null },
): void {
  const { organisationId, employeeIdLength, schoolCodeLength } = input;
  if (!ctx.scopeIds.includes(organisationId)) throw notFound();
  inTransaction(ctx.db, (tx) => writeSettings(tx, ctx, organisationId, { employeeIdLength, schoolCodeLength }));
}

/** Writes a part of what a district said, with old and new in the audit log; the caller has checked the right. */
export function writeSettings(
  tx: Transaction,
  ctx: Context,
  organisationId: string,
  part: Partial<StaffListSettings>,
): void {
  const before = getStaffListSettings(tx, organisationId);
  const after = { ...before, ...part };
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length === 0) return;
  tx.insert(staffListSettings)
    .values({ organisationId, ...after, updatedAt: ctx.now })
    .onConflictDoUpdate({ target: staffListSettings.organisationId, set: { ...after, updatedAt: ctx.now } })
    .run();
  recordAudit(tx, ctx, { action: "staff-list.settings-changed", subjectId: organisationId, detail: { changes } });
}
