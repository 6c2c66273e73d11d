import { eq, inArray } from "drizzle-orm";
import { addressFaults } from "#drizzle/schema/platform";
import type { FaultSource } from "./address-fault";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";

/** Why mail to an address comes back; null while it works. */
export function findAddressFault(db: Reader, address: string) {
  return db.select().from(addressFaults).where(eq(addressFaults.address, address.toLowerCase())).get() ?? null;
}

/** Those of some addresses that mail comes back from, lower-cased. */
export function findFaultyAddresses(db: Reader, addresses: readonly string[]): Set<string> {
  const lower = addresses.map((address) => address.toLowerCase());
  const rows = db
    .select({ address: addressFaults.address })
    .from(addressFaults)
    .where(inArray(addressFaults.address, lower))
    .all();
  return new Set(rows.map(({ address }) => address));
}

/** Marks an address that mail came back from. The first report stands. Returns whether this was it. */
export function recordAddressFault(
  tx: Transaction,
  ctx: Context,
  input: { address: string; source: FaultSource; reason: string },
): boolean {
  const address = input.address.toLowerCase();
  const result = tx
    .insert(addressFaults)
    .values({ ...input, address, reason: input.reason.slice(0, 500), reportedAt: ctx.now })
    .onConflictDoNothing()
    .run();
  if (result.changes > 0) recordAudit(tx, ctx, { action: "address.marked", subjectId: address, detail: { ...input } });
  return result.changes > 0;
}

/**
 * The owner, or staff, say that the address works again: mail goes there until it comes back once more. Returns whether
 * there was a fault.
 */
export function clearAddressFault(
  tx: Transaction,
  ctx: Context,
  owner: { address: string; personId: string },
): boolean {
  const { address, personId } = owner;
  const result = tx.delete(addressFaults).where(eq(addressFaults.address, address.toLowerCase())).run();
  if (result.changes > 0) {
    recordAudit(tx, ctx, { action: "address.cleared", subjectId: address.toLowerCase(), personId });
  }
  return result.changes > 0;
}
