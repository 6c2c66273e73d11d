import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { AWARD_CHANGE_KINDS } from "../../../app/microcredentials/awards/award-standing";
import { id, instant, oneOf, plainDate } from "../column";
import { persons } from "../people";
import { providers } from "../providers";
import { microcredentials, microcredentialVersions } from "./definitions";
import { portfolios } from "./portfolios";

/** M3: a micro-credential that somebody was awarded. What it says never changes; what became of it stands beside it. */
export const awards = sqliteTable(
  "awards",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    microcredentialId: text("microcredential_id")
      .notNull()
      .references(() => microcredentials.id),
    versionId: text("version_id")
      .notNull()
      .references(() => microcredentialVersions.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** Null for a stack, which is awarded for its parts. */
    portfolioId: text("portfolio_id").references(() => portfolios.id),
    awardedOn: plainDate("awarded_on").notNull(),
    awardedAt: instant("awarded_at").notNull(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    suspendedAt: instant("suspended_at"),
  },
  (t) => [
    uniqueIndex("awards_portfolio").on(t.portfolioId),
    uniqueIndex("awards_one_current")
      .on(t.personId, t.microcredentialId)
      .where(sql`${t.revokedAt} is null and ${t.expiresAt} is null`),
    index("awards_microcredential").on(t.microcredentialId, t.awardedOn),
    index("awards_provider").on(t.providerId),
    index("awards_person").on(t.personId, t.awardedOn),
  ],
);

/** What became of an award: revoked, suspended, resumed, its badge replaced. Each has a reason and stays on record (M3). */
export const awardChanges = sqliteTable(
  "award_changes",
  {
    id: id(),
    awardId: text("award_id")
      .notNull()
      .references(() => awards.id),
    kind: text("kind", { enum: AWARD_CHANGE_KINDS }).notNull(),
    reason: text("reason").notNull(),
    /** The date that it has since, where that was what was wrong. */
    awardedOn: plainDate("awarded_on"),
    at: instant("at").notNull(),
    actorId: text("actor_id").references(() => persons.id),
  },
  (t) => [oneOf("award_changes_kind", t.kind, AWARD_CHANGE_KINDS), index("award_changes_award").on(t.awardId)],
);
