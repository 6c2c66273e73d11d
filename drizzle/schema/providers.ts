import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ProviderPolicy } from "../../app/catalog/providers/provider-policy";
import { id, instant, plainDate } from "./column";
import { organisations } from "./people";

export const providers = sqliteTable("providers", {
  id: id(),
  organisationId: text("organisation_id")
    .notNull()
    .unique()
    .references(() => organisations.id),
  name: text("name").notNull(),
  /** Prefix of its in-service numbers. */
  shortName: text("short_name").notNull().unique(),
  timeZone: text("time_zone").notNull(),
  address: text("address"),
  /** Whoever signs documents for the provider (D2). */
  designeeName: text("designee_name"),
  designeeTitle: text("designee_title"),
  /** Whom people ask about its offerings, hours and fees. */
  contactName: text("contact_name"),
  contactEmail: text("contact_email"),
  contactPhone: text("contact_phone"),
  createdAt: instant("created_at").notNull(),
});

/** A3: the year from 1 October of `year` to 30 September of the next in which the provider is approved. */
export const providerApprovals = sqliteTable(
  "provider_approvals",
  {
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    year: integer("year").notNull(),
    basis: text("basis").notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.year] })],
);

export const providerPolicies = sqliteTable(
  "provider_policies",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    fromDate: plainDate("from_date").notNull(),
    policy: text("policy", { mode: "json" }).$type<ProviderPolicy>().notNull(),
  },
  (t) => [uniqueIndex("provider_policies_from").on(t.providerId, t.fromDate)],
);

/** Days on which a provider's offices are closed: no working hours (R1). */
export const providerHolidays = sqliteTable(
  "provider_holidays",
  {
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    date: plainDate("date").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.date] })],
);
