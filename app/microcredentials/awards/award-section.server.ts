import { and, asc, eq, gte, isNull, lte } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { providers } from "#drizzle/schema/providers";
import type { SectionMaker } from "~/documents/issuing/transcript-content.server";
import { MOST_SECTION_ROWS } from "~/documents/issuing/transcript-section";
import { formatPlainDate } from "~/platform/format";
import { standingOf } from "./award-standing";

/** Awards on a transcript, without hours (M2): those that are valid, of a period; none where a designation is asked for. */
export const makeAwardSection: SectionMaker = (db, now, { personId, from, to, designation }) => {
  if (designation) return null;
  const rows = db
    .select({ award: awards, title: microcredentials.title, provider: providers.name })
    .from(awards)
    .innerJoin(microcredentials, eq(microcredentials.id, awards.microcredentialId))
    .innerJoin(providers, eq(providers.id, awards.providerId))
    .where(
      and(
        eq(awards.personId, personId),
        isNull(awards.revokedAt),
        from ? gte(awards.awardedOn, from) : undefined,
        to ? lte(awards.awardedOn, to) : undefined,
      ),
    )
    .orderBy(asc(awards.awardedOn), asc(awards.id))
    .all()
    .filter(({ award }) => standingOf(award, now) === "current");
  if (rows.length === 0) return null;
  const newest = rows.slice(-MOST_SECTION_ROWS);
  const left = rows.length > newest.length ? ` The newest ${newest.length} of ${rows.length}.` : "";
  return {
    heading: "Micro-credentials",
    note: `Competencies shown with evidence from practice and judged against a rubric. They count for no clock hours.${left}`,
    columns: [
      { head: "Micro-credential", holds: "text" },
      { head: "Provider", holds: "text" },
      { head: "Awarded", holds: "text" },
    ],
    rows: newest.map(({ award, title, provider }) => ({
      on: award.awardedOn,
      cells: [title, provider, formatPlainDate(award.awardedOn)],
    })),
    hasTotal: false,
  };
};
