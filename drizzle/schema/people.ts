import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ORGANISATION_KINDS, ROLE_KINDS } from "../../app/people/roles/role";
import { id, instant, oneOf, plainDate } from "./column";

export const organisations = sqliteTable(
  "organisations",
  {
    id: id(),
    /** County-district code, five characters of text (`01109` keeps its zero); null where none is confirmed. */
    code: text("code").unique(),
    name: text("name").notNull().unique(),
    kind: text("kind", { enum: ORGANISATION_KINDS }).notNull(),
    county: text("county"),
    /** Where invoices to it go, and for whose attention. */
    billingAddress: text("billing_address"),
    billingName: text("billing_name"),
    billingEmail: text("billing_email"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    oneOf("organisations_kind", t.kind, ORGANISATION_KINDS),
    check("organisations_code", sql`${t.code} is null or length(${t.code}) = 5`),
  ],
);

/** From when to when an organisation is a member of the clock-hours cooperative: its people may owe no fee (T8). */
export const cooperativeMemberships = sqliteTable(
  "cooperative_memberships",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    fromDate: plainDate("from_date").notNull(),
    /** The last day, included; null while it lasts. */
    toDate: plainDate("to_date"),
  },
  (t) => [
    check("cooperative_memberships_dates", sql`${t.toDate} is null or ${t.toDate} >= ${t.fromDate}`),
    uniqueIndex("cooperative_memberships_from").on(t.organisationId, t.fromDate),
  ],
);

export const persons = sqliteTable(
  "persons",
  {
    id: id(),
    legalFirst: text("legal_first").notNull(),
    legalLast: text("legal_last").notNull(),
    preferredName: text("preferred_name"),
    /** Lower-cased. A person may exist without one, for example a walk-in. */
    email: text("email").unique(),
    phone: text("phone"),
    certificateNumber: text("certificate_number"),
    /** N1: the day until which hours are needed: written by the database itself from what is entered of certificates (fences). */
    certificateExpiresOn: plainDate("certificate_expires_on"),
    accessNeeds: text("access_needs"),
    dietaryNeeds: text("dietary_needs"),
    /** Address-confidentiality program (P3): left out of public-records exports until this date. */
    confidentialUntil: plainDate("confidential_until"),
    /** By what lists of names are sorted, folded: written by the database itself whenever the name is (fences). */
    sortName: text("sort_name").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("persons_sort_name").on(t.sortName, t.id),
    index("persons_certificate").on(t.certificateNumber),
    index("persons_certificate_end").on(t.certificateExpiresOn),
  ],
);

export const formerNames = sqliteTable(
  "former_names",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    name: text("name").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    /** Since when the public is not shown it; null while it is. */
    withdrawnAt: instant("withdrawn_at"),
    /** Whether the person typed it in; otherwise it was their legal name here. */
    isTyped: integer("is_typed", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [uniqueIndex("former_names_once").on(t.personId, t.name)],
);

/**
 * The folded text in which every search for people looks, each part in a column of its own, since not everybody who may
 * search for names may search for the others. Written by the database itself (fences). The trigram table `person_search`
 * is its index, by `number`, which unlike a row id stays when the file is packed.
 */
export const personNames = sqliteTable("person_names", {
  number: integer("number").primaryKey({ autoIncrement: true }),
  personId: text("person_id")
    .notNull()
    .unique()
    .references(() => persons.id, { onDelete: "cascade" }),
  /** Legal and preferred name. */
  names: text("names").notNull(),
  former: text("former").notNull(),
  address: text("address").notNull(),
});

/**
 * People whose names were written and are not folded yet. Hourbook folds in the same statement, so that rows stand here
 * only after another program wrote a name; the next start folds those.
 */
export const namesToFold = sqliteTable("names_to_fold", { personId: text("person_id").primaryKey() });

export const accounts = sqliteTable("accounts", {
  id: id(),
  personId: text("person_id")
    .notNull()
    .unique()
    .references(() => persons.id),
  email: text("email").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  emailVerifiedAt: instant("email_verified_at"),
  createdAt: instant("created_at").notNull(),
  /** Since when an administrator lets nobody in with it, and why; null while it is open. */
  lockedAt: instant("locked_at"),
  lockedReason: text("locked_reason"),
  /** The same for good, unless an administrator opens it again. The person's record stays. */
  closedAt: instant("closed_at"),
  closedReason: text("closed_reason"),
});

/** Signed-in browsers. The id is the SHA-256 of what the cookie holds, so the file alone signs nobody in. */
export const accountSessions = sqliteTable(
  "account_sessions",
  {
    id: id(),
    userId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** Epoch seconds, unlike everywhere else: the adapter that writes it counts so. */
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [index("account_sessions_account").on(t.userId), index("account_sessions_expiry").on(t.expiresAt)],
);

/** What a one-time link is for: proves the mailbox of a sign-up, an account's new address, and so on. */
export const TOKEN_PURPOSES = ["verify-address", "change-address", "reset-password", "invitation", "setup"] as const;

/** One-time links. The id is the SHA-256 of the secret in the link. */
export const accountTokens = sqliteTable(
  "account_tokens",
  {
    id: id(),
    purpose: text("purpose", { enum: TOKEN_PURPOSES }).notNull(),
    accountId: text("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    personId: text("person_id").references(() => persons.id, { onDelete: "cascade" }),
    email: text("email"),
    /** The name that whoever signs up gave; it counts once the mailbox is proved. */
    legalFirst: text("legal_first"),
    legalLast: text("legal_last"),
    /** A change of address: the stored id of the signed-in browser that asked, the only one in which the link works. */
    sessionId: text("session_id"),
    /** A change of address that an administrator proposed: who. The link works in any browser then. */
    proposedBy: text("proposed_by").references(() => persons.id),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    oneOf("account_tokens_purpose", t.purpose, TOKEN_PURPOSES),
    index("account_tokens_account").on(t.accountId),
    index("account_tokens_email").on(t.email),
    index("account_tokens_expiry").on(t.expiresAt),
  ],
);

export const affiliations = sqliteTable(
  "affiliations",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    roleKind: text("role_kind", { enum: ROLE_KINDS }).notNull(),
    title: text("title"),
    /** The district's own number for the person; text, zeros kept. */
    employeeId: text("employee_id"),
    /** The school or office. */
    building: text("building"),
    fromDate: plainDate("from_date").notNull(),
    /** Last day, included; null while it lasts. */
    toDate: plainDate("to_date"),
    createdAt: instant("created_at").notNull(),
    /**
     * When the district's HR, an administrator or the district's staff list said that it is so, and who. Until then it is
     * the person's own statement: nothing that costs, opens a window or shows hours to HR rests on it.
     */
    confirmedAt: instant("confirmed_at"),
    confirmedBy: text("confirmed_by").references(() => persons.id),
    /** When HR said "not ours", and who. Never together with a confirmation. */
    disownedAt: instant("disowned_at"),
    disownedBy: text("disowned_by").references(() => persons.id),
  },
  (t) => [
    oneOf("affiliations_role_kind", t.roleKind, ROLE_KINDS),
    check("affiliations_dates", sql`${t.toDate} is null or ${t.toDate} >= ${t.fromDate}`),
    index("affiliations_person").on(t.personId),
    index("affiliations_confirmed_by")
      .on(t.confirmedBy, t.confirmedAt)
      .where(sql`${t.confirmedBy} is not null`),
    index("affiliations_disowned_by")
      .on(t.disownedBy, t.disownedAt)
      .where(sql`${t.disownedBy} is not null`),
    // Holds all that says who belonged where and when, so that nobody's row is read for it, and the schools and numbers of filters.
    index("affiliations_organisation").on(
      ...[t.organisationId, t.personId, t.fromDate, t.toDate, t.confirmedAt, t.disownedAt, t.building, t.employeeId],
    ),
  ],
);
