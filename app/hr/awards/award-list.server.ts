import { and, desc, eq, isNull, or, type SQL } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { badges } from "#drizzle/schema/microcredentials/badges";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { persons } from "#drizzle/schema/people";
import { providers } from "#drizzle/schema/providers";
import { isAffiliatedOn } from "~/hr/hr-scope.server";
import { AWARD_STANDING_LABELS, type AwardStanding, standingOf } from "~/microcredentials/awards/award-standing";
import { awardedOn, isStanding } from "~/microcredentials/awards/award-standing.server";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, LISTED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatDate } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { DISTRICT_AWARD_LIST } from "./award-list";

export interface DistrictAward {
  id: string;
  personId: string;
  name: string;
  certificateNumber: string | null;
  title: string;
  provider: string;
  awardedOn: string;
  /** Epoch milliseconds; null: for good. */
  expiresAt: number | null;
  standing: AwardStanding;
  /** Null until its badge is made. */
  code: string | null;
}

/** S1: given while the person was affiliated with one of these organisations. */
const isWithin = (organisationIds: readonly string[]): SQL =>
  isAffiliatedOn(organisationIds, awards.personId, awards.awardedOn);

const select = (db: Reader, where: SQL | undefined) =>
  db
    .select({
      award: awards,
      person: LISTED,
      title: microcredentials.title,
      provider: providers.shortName,
      code: badges.code,
    })
    .from(awards)
    .innerJoin(persons, eq(persons.id, awards.personId))
    .innerJoin(microcredentials, eq(microcredentials.id, awards.microcredentialId))
    .innerJoin(providers, eq(providers.id, awards.providerId))
    .leftJoin(badges, and(eq(badges.awardId, awards.id), isNull(badges.replacedAt)))
    .where(where);

type Row = ReturnType<ReturnType<typeof select>["all"]>[number];

/**
 * What people were awarded while they belonged to the actor's organisations (S1): the award, never its evidence. Looking is
 * audited (P5).
 */
export function districtAwardSource(ctx: ScopedContext): ListSource<DistrictAward> {
  const theirs = (where: SQL | undefined) => select(ctx.db, and(isWithin(ctx.scopeIds), where));
  return {
    shape: DISTRICT_AWARD_LIST,
    tie: awards.id,
    order: {
      name: [persons.sortName],
      title: [lettersOf(microcredentials.title)],
      awarded: [awards.awardedOn],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(isNamedBy(persons.id, word, ["names"]), holdsTyped(word, microcredentials.title)),
        ),
      ...awardedOn,
      standing: (standing) => isStanding(standing as AwardStanding, ctx.now),
    },
    ...rowsOf(ctx.db, theirs, {
      id: ({ award }) => award.id,
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "hr.awards-listed", subjectId: "awards", personIds });
        return rows.map((row) => describe(row, ctx.now));
      },
    }),
    cells: {
      name: (row) => row.name,
      title: (row) => row.title,
      awarded: (row) => row.awardedOn,
      standing: (row) => AWARD_STANDING_LABELS[row.standing],
      provider: (row) => row.provider,
      until: (row) => (row.expiresAt === null ? "For good" : formatDate(row.expiresAt, REGION_TIME_ZONE)),
      certificate: (row) => row.certificateNumber,
      code: (row) => row.code,
    },
  };
}

/** What one person was awarded while they belonged to these organisations, newest first. */
export const listAwardsWithin = (
  db: Reader,
  { personId, organisationIds, now }: { personId: string; organisationIds: readonly string[]; now: number },
): DistrictAward[] => listAwardsWhere(db, { now }, isWithin(organisationIds), eq(awards.personId, personId));

/** Awards for which conditions hold, newest first. */
export function listAwardsWhere(db: Reader, { now }: { now: number }, ...where: (SQL | undefined)[]): DistrictAward[] {
  return select(db, and(...where))
    .orderBy(desc(awards.awardedOn), desc(awards.id))
    .all()
    .map((row) => describe(row, now));
}

function describe({ award, person, title, provider, code }: Row, now: number): DistrictAward {
  const { id, awardedOn, expiresAt } = award;
  return {
    id,
    personId: person.id,
    name: staffNameOf(person),
    certificateNumber: person.certificateNumber,
    title,
    provider,
    awardedOn,
    expiresAt,
    standing: standingOf(award, now),
    code,
  };
}
