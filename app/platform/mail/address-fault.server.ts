import { eq, inArray, lte } from "drizzle-orm";
import { mailRefusals } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import type { FaultSource } from "./address-fault";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { MARK_DAYS } from "./mark-decision";

const DAY_MS = 86_400_000;

/** Why mail to an address comes back; null while it works. */
export function findAddressFault(db: Reader, address: string) {
  return db.select().from(addressFaults).where(eq(addressFaults.address, address.toLowerCase())).get() ?? null;
}

/** Those of some addresses that mail comes back from, lower-cased, each with when it was marked. */
export function findFaultyAddresses(db: Reader, addresses: readonly string[]): Map<string, number> {
  const lower = addresses.map((address) => address.toLowerCase());
  const rows = db
    .select({ address: addressFaults.address, reportedAt: addressFaults.reportedAt })
    .from(addressFaults)
    .where(inArray(addressFaults.address, lower))
    .all();
  return new Map(rows.map(({ address, reportedAt }) => [address, reportedAt]));
}

/** Whether a mark is so old that what always arrives is tried again. */
export const isMarkOld = (reportedAt: number, now: number): boolean => now - reportedAt >= MARK_DAYS * DAY_MS;

/**
 * Marks an address that mail came back from. The first report stands, until it is so old that the address was tried again.
 * Returns whether this one marked it.
 */
export function recordAddressFault(
  tx: Transaction,
  ctx: Context,
  input: { address: string; source: FaultSource; reason: string },
): boolean {
  const address = input.address.toLowerCase();
  const values = { ...input, address, reason: input.reason.slice(0, 500), reportedAt: ctx.now };
  const result = tx
    .insert(addressFaults)
    .values(values)
    .onConflictDoUpdate({
      target: addressFaults.address,
      set: values,
      setWhere: lte(addressFaults.reportedAt, ctx.now - MARK_DAYS * DAY_MS),
    })
    .run();
  if (result.changes > 0) recordAudit(tx, ctx, { action: "address.marked", subjectId: address, detail: { ...input } });
  return result.changes > 0;
}

/**
 * The owner, or staff, say that the address works again: mail goes there, and what came back before no longer counts.
 * Returns whether there was a fault.
 */
export function clearAddressFault(
  tx: Transaction,
  ctx: Context,
  owner: { address: string; personId: string },
): boolean {
  const { address, personId } = owner;
  tx.delete(mailRefusals).where(eq(mailRefusals.address, address.toLowerCase())).run();
  const result = tx.delete(addressFaults).where(eq(addressFaults.address, address.toLowerCase())).run();
  if (result.changes > 0) {
    recordAudit(tx, ctx, { action: "address.cleared", subjectId: address.toLowerCase(), personId });
  }
  return result.changes > 0;
}
