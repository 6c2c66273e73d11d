import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { DESIGNATION_CODES } from "../../app/catalog/courses/designation";
import type { ProviderPolicy } from "../../app/catalog/providers/provider-policy";
import { id, instant, oneOf, plainDate } from "./column";
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

/**
 * A4: that a provider is on the list of those who may give hours for a designation, from when to when and on what that
 * rests. Needed only where the designation is not free for everybody.
 */
export const providerDesignations = sqliteTable(
  "provider_designations",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    designation: text("designation", { enum: DESIGNATION_CODES }).notNull(),
    fromDate: plainDate("from_date").notNull(),
    /** The last day, included; null while it lasts. */
    toDate: plainDate("to_date"),
    basis: text("basis").notNull(),
  },
  (t) => [
    oneOf("provider_designations_code", t.designation, DESIGNATION_CODES),
    check("provider_designations_dates", sql`${t.toDate} is null or ${t.toDate} >= ${t.fromDate}`),
    uniqueIndex("provider_designations_from").on(t.providerId, t.designation, t.fromDate),
  ],
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
