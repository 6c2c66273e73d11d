import { and, eq, type SQL } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { persons } from "#drizzle/schema/people";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord } from "~/platform/database/contains.server";
import { formatDate } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { AWARD_STANDING_LABELS, type AwardStanding, standingOf } from "./award-standing";
import { awardedOn, isStanding } from "./award-standing.server";
import { HOLDER_LIST } from "./holder-list";

/** One award of a micro-credential. */
export interface Holder {
  id: string;
  personId: string;
  name: string;
  /** Plain date. */
  awardedOn: string;
  /** Epoch milliseconds; null: for good. */
  expiresAt: number | null;
  standing: AwardStanding;
}

/** Who holds or held a micro-credential. The caller has checked the right to it. Looking is audited (P5). */
export function holderSource(ctx: ScopedContext, microcredentialId: string): ListSource<Holder> {
  const theirs = (where: SQL | undefined) =>
    ctx.db
      .select({ award: awards, person: NAMED })
      .from(awards)
      .innerJoin(persons, eq(persons.id, awards.personId))
      .where(and(eq(awards.microcredentialId, microcredentialId), where));
  return {
    shape: HOLDER_LIST,
    tie: awards.id,
    order: { name: [persons.sortName], awarded: [awards.awardedOn], until: [awards.expiresAt] },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names"])),
      ...awardedOn,
      standing: (standing) => isStanding(standing as AwardStanding, ctx.now),
    },
    ...rowsOf(ctx.db, theirs, {
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        if (rows.length > 0) recordReading(ctx, { action: "awards.listed", subjectId: microcredentialId, personIds });
        return rows.map(({ award, person }) => ({
          id: award.id,
          personId: person.id,
          name: staffNameOf(person),
          awardedOn: award.awardedOn,
          expiresAt: award.expiresAt,
          standing: standingOf(award, ctx.now),
        }));
      },
    }),
    cells: {
      name: (row) => row.name,
      awarded: (row) => row.awardedOn,
      standing: (row) => AWARD_STANDING_LABELS[row.standing],
      until: (row) => (row.expiresAt === null ? "For good" : formatDate(row.expiresAt, REGION_TIME_ZONE)),
    },
  };
}
