import { eq } from "drizzle-orm";
import { providerHolidays } from "#drizzle/schema/providers";
import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Reader } from "~/platform/database/database.server";
import type { OfferTerms } from "./offer-expiry";

/** How long offers of an offering's seats hold: its policy, with the provider's zone and holidays (R1). */
export function offerTermsOf(db: Reader, { offering, provider }: PublishedFacts): OfferTerms {
  const { offerHours, offerInOfficeHours = false } = offering.policy;
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
