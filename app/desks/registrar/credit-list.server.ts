import { and, eq, gt, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { courses, offerings } from "#drizzle/schema/catalog";
import { credits, unplacedCredits } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { creditNumber, creditTitle, postedNumber, postedTitle } from "~/credits/ledger/credit-words.server";
import { isWorkplaceOn, listWorkplacesOn } from "~/people/affiliations/workplace.server";
import { workplaceInWords, type WorkplaceOn } from "~/people/affiliations/workplace";
import { staffNameOf } from "~/people/persons/name";
import { foundPersons, LISTED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, fulfilsOneOf, holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatDate, formatHours } from "~/platform/format";
import type { ListShape } from "~/platform/lists/list-shape";
import { type ListSource, type NarrowRows, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { offeringsHolding } from "./scoped-offerings.server";
import { POSTED_LIST } from "./posted-list";
import { WITHOUT_DISTRICT_LIST } from "./without-district-list";
import { isPostedBy } from "./without-district.server";

export interface CreditRow {
  id: string;
  /** Null for hours of an award. */
  claimId: string | null;
  awardId: string | null;
  personId: string;
  name: string;
  email: string | null;
  certificateNumber: string | null;
  title: string;
  inServiceNumber: string | null;
  minutes: number;
  version: number;
  completedOn: string;
  postedAt: number;
  workplace: WorkplaceOn | null;
}

/** Every version of a credit that the actor's providers posted. */
export function postedSource(ctx: ScopedContext): ListSource<CreditRow> {
  const selectIds = (where: SQL | undefined) =>
    ctx.db
      .select({ id: credits.id })
      .from(credits)
      .leftJoin(offerings, eq(offerings.id, credits.offeringId))
      .leftJoin(courses, eq(courses.id, offerings.courseId))
      .leftJoin(persons, eq(persons.id, credits.personId))
      .where(and(isPostedBy(ctx.scopeIds), where));
  const { id, completedOn } = credits;
  return creditSource(ctx, { shape: POSTED_LIST, subjectId: "posted", selectIds, id, completedOn });
}

/** Credits of the actor's providers that no district's HR sees, with what is entered of where the person worked. */
export function withoutDistrictSource(ctx: ScopedContext): ListSource<CreditRow> {
  const selectIds = (where: SQL | undefined) =>
    ctx.db
      .select({ id: unplacedCredits.creditId })
      .from(unplacedCredits)
      .leftJoin(credits, eq(credits.id, unplacedCredits.creditId))
      .leftJoin(offerings, eq(offerings.id, credits.offeringId))
      .leftJoin(courses, eq(courses.id, offerings.courseId))
      .leftJoin(persons, eq(persons.id, credits.personId))
      .where(and(inArray(unplacedCredits.providerId, [...ctx.scopeIds]), where));
  const { creditId: id, completedOn } = unplacedCredits;
  return creditSource(ctx, {
    shape: WITHOUT_DISTRICT_LIST,
    subjectId: "without-district",
    selectIds,
    id,
    completedOn,
  });
}

/** Which credits a list is of, found by their ids in a table that has their day, too. */
interface CreditsOf {
  shape: ListShape;
  /** What the log says was read. */
  subjectId: string;
  selectIds: NarrowRows["select"];
  id: SQLiteColumn;
  completedOn: SQLiteColumn;
}

function creditSource(ctx: ScopedContext, list: CreditsOf): ListSource<CreditRow> {
  const { shape, subjectId, selectIds, id, completedOn } = list;
  return {
    shape,
    tie: id,
    order: {
      name: [persons.sortName],
      title: [lettersOf(creditTitle)],
      number: [creditNumber],
      completed: [completedOn],
      hours: [credits.minutes],
      posted: [credits.postedAt],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          fulfilsOneOf(
            credits.id,
            sql`${credits.personId} in ${foundPersons(word)}`,
            inArray(credits.offeringId, offeringsHolding(ctx, word)),
            and(sql`${credits.awardId} in (select id from awards)`, holdsTyped(word, postedTitle, postedNumber)),
          ),
        ),
      district: (id) => isWorkplaceOn(persons.id, credits.completedOn, id),
      from: (day) => gte(completedOn, day),
      to: (day) => lte(completedOn, day),
      corrected: () => gt(credits.version, 1),
    },
    ...rowsOf(ctx.db, (where) => selectCredits(ctx, where), {
      id: ({ credit }) => credit.id,
      narrow: { select: selectIds, of: credits.id },
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "credits.listed", subjectId, personIds });
        return describe(ctx, rows);
      },
    }),
    cells: {
      name: (row) => row.name,
      title: (row) => row.title,
      number: (row) => row.inServiceNumber,
      completed: (row) => row.completedOn,
      hours: (row) => formatHours(row.minutes),
      posted: (row) => formatDate(row.postedAt, REGION_TIME_ZONE),
      district: (row) => workplaceInWords(row.workplace),
      certificate: (row) => row.certificateNumber,
      version: (row) => row.version,
      email: (row) => row.email,
      mail: (row) => (row.email ? "Can be asked" : "No address"),
    },
  };
}

/** Not the words under which it was posted, which are long. */
const SHOWN = {
  id: credits.id,
  claimId: credits.claimId,
  awardId: credits.awardId,
  personId: credits.personId,
  minutes: credits.minutes,
  version: credits.version,
  completedOn: credits.completedOn,
  postedAt: credits.postedAt,
};

type JoinedCredit = ReturnType<ReturnType<typeof selectCredits>["all"]>[number];

function selectCredits(ctx: ScopedContext, where: SQL | undefined) {
  return ctx.db
    .select({ credit: SHOWN, person: LISTED, title: creditTitle, inServiceNumber: creditNumber })
    .from(credits)
    .leftJoin(offerings, eq(offerings.id, credits.offeringId))
    .leftJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, credits.personId))
    .where(and(isPostedBy(ctx.scopeIds), where));
}

function describe(ctx: ScopedContext, rows: readonly JoinedCredit[]): CreditRow[] {
  const days = rows.map(({ credit }) => ({ personId: credit.personId, day: credit.completedOn }));
  const workplaces = listWorkplacesOn(ctx.db, days);
  return rows.map(({ credit, person, title, inServiceNumber }, index) => ({
    id: credit.id,
    claimId: credit.claimId,
    awardId: credit.awardId,
    personId: person.id,
    name: staffNameOf(person),
    email: person.email,
    certificateNumber: person.certificateNumber,
    title,
    inServiceNumber,
    minutes: credit.minutes,
    version: credit.version,
    completedOn: credit.completedOn,
    postedAt: credit.postedAt,
    workplace: workplaces[index] ?? null,
  }));
}
