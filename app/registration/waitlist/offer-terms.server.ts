import { eq } from "drizzle-orm";
import { providerHolidays, providers } from "#drizzle/schema/providers";
import type { Offering } from "~/catalog/offerings/offering.server";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import type { Reader } from "~/platform/database/database.server";
import type { OfferTerms } from "./offer-expiry";

/** How long offers of an offering's seats hold: its policy, with the provider's zone and holidays (R1). */
export function offerTermsOf(db: Reader, offering: Offering): OfferTerms {
  const { offerHours, offerInOfficeHours = false } = policyOf(db, offering);
  const provider = db
    .select({ timeZone: providers.timeZone })
    .from(providers)
    .where(eq(providers.id, offering.providerId))
    .get()!;
  const holidays = db
    .select({ date: providerHolidays.date })
    .from(providerHolidays)
    .where(eq(providerHolidays.providerId, offering.providerId))
    .all();
  return {
    hours: offerHours,
    officeHours: offerInOfficeHours,
    timeZone: provider.timeZone,
    holidays: new Set(holidays.map(({ date }) => date)),
  };
}
