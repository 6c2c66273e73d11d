import { and, eq, inArray } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { registrations } from "#drizzle/schema/registration";
import type { Context } from "~/platform/context";
import { UnopenableBox } from "~/platform/secrets/sealed-box.server";
import { drawQr } from "~/platform/text/qr-picture.server";
import { hasDoor, shortCodeOf } from "~/registration/passes/short-code";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { makePasses } from "./pass-key.server";

/** The check-in pass of a registration; null where it does not stand on a roster, nobody comes to a door, or the provider's key is locked. */
export async function findPass(ctx: Context, registrationId: string): Promise<string | null> {
  const row = ctx.db
    .select({ provider: { id: providers.id, name: providers.name }, offering: offerings })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(and(eq(registrations.id, registrationId), inArray(registrations.status, [...ROSTER_STATUSES])))
    .get();
  if (!row || row.offering.state === "cancelled" || !hasDoor(row.offering)) return null;
  try {
    const [pass] = await makePasses(ctx, row.provider, [{ id: registrationId, offeringId: row.offering.id }]);
    return pass ?? null;
  } catch (error) {
    if (error instanceof UnopenableBox) return null;
    throw error;
  }
}

/** A pass as a page shows it, of a registration that the caller may see: a picture, and its short code; null once all is over. */
export async function findShownPass(ctx: Context, registrationId: string) {
  const pass = await findPass(ctx, registrationId);
  return pass === null ? null : { picture: drawQr(pass), code: shortCodeOf(registrationId) };
}
