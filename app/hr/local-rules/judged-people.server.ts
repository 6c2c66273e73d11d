import { and, desc, eq } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { salaryCutoffs } from "#drizzle/schema/hr";
import { degreeDates, salaryReviews } from "#drizzle/schema/staff/local-rules";
import { isCompletedWithin, isNewestVersion } from "~/credits/ledger/ledger.server";
import { isSeenBy } from "~/hr/hr-scope.server";
import type { SalaryVerdict } from "~/hr/salary/salary-verdict";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import { DEFAULT_CUTOFF } from "~/reminders/salary-cutoff";
import { type JudgedHours, judgeHours } from "./judge-hours";
import { type Criterion, type DatedRule, ruleOn, salaryYearDates, salaryYearOn } from "./local-rule";
import { listRulesOf } from "./local-rule.server";

/** What HR said last of a claim's hours. */
export interface NewestReview {
  verdict: SalaryVerdict;
  criterion: Criterion | null;
  reason: string | null;
  year: number;
  creditId: string;
  reviewedBy: string;
  reviewedAt: number;
}

/** Everything that somebody completed while they belonged to a district, judged by its rules. */
export interface JudgedPerson {
  hours: Map<string, JudgedHours>;
  /** By the claim or the award. */
  reviews: Map<string, NewestReview>;
  /** What HR said last of each credit of which it said anything. */
  verdicts: Map<string, SalaryVerdict>;
  degreeOn: string | null;
}

/** Days `YYYY-MM-DD`, both included; null for open. */
interface Days {
  from: string | null;
  to: string | null;
}

/**
 * S2: judges all that some people completed while they belonged to an organisation (S1), in three statements however many
 * people there are; of a period, only the salary years that hold some of its days, since each is judged by itself. Asks nobody
 * for permission.
 */
export function judgePeople(
  db: Reader,
  organisationId: string,
  personIds: readonly string[],
  period: Days = { from: null, to: null },
): Map<string, JudgedPerson> {
  const { rules, cutoff } = readRules(db, organisationId);
  const wholeYear = (day: string) => salaryYearDates(salaryYearOn(day, rules, cutoff), rules, cutoff);
  const years = { from: period.from && wholeYear(period.from).from, to: period.to && wholeYear(period.to).to };
  const theirs = [...personIds];
  const rows = db
    .select({
      id: credits.id,
      personId: credits.personId,
      completedOn: credits.completedOn,
      minutes: credits.minutes,
      claimId: credits.claimId,
      awardId: credits.awardId,
    })
    .from(credits)
    .where(
      and(isAmong(credits.personId, theirs), isCompletedWithin(years), isNewestVersion, isSeenBy([organisationId])),
    )
    .all();
  const reviews = readReviews(db, organisationId, theirs);
  const degrees = readDegrees(db, organisationId, theirs);
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    theirs.map((personId) => {
      const own = reviews.get(personId) ?? new Map<string, NewestReview>();
      const degreeOn = degrees.get(personId) ?? null;
      const hours = (byPerson.get(personId) ?? []).map((row) => {
        const review = own.get(sourceOf(row));
        const isAccepted = review?.verdict === "accepted";
        const acceptedIn = isAccepted ? [review.year] : [];
        return { ...row, criterion: isAccepted ? review.criterion : null, acceptedIn };
      });
      const judged = judgeHours(hours, rules, { degreeOn, cutoff });
      const verdicts = hours.flatMap((row): [string, SalaryVerdict][] => {
        const review = own.get(sourceOf(row));
        return review ? [[row.id, review.verdict]] : [];
      });
      const byId = new Map(judged.map((each) => [each.id, each]));
      return [personId, { hours: byId, reviews: own, verdicts: new Map(verdicts), degreeOn }];
    }),
  );
}

/** What stays the same of a credit through its versions. */
export const sourceOf = ({ claimId, awardId }: { claimId: string | null; awardId: string | null }): string =>
  claimId ?? awardId ?? "";

/** The rules of an organisation, and the cut-off where none is in force. */
export function readRules(db: Reader, organisationId: string): { rules: DatedRule[]; cutoff: string } {
  const set = db.select().from(salaryCutoffs).where(eq(salaryCutoffs.organisationId, organisationId)).get();
  return { rules: listRulesOf(db, organisationId), cutoff: set?.monthDay ?? DEFAULT_CUTOFF };
}

/** The salary cut-off in force on a day, `MM-DD`: by the local rule, else as HR set it, else 30 September. */
export function cutoffOn(db: Reader, organisationId: string, day: string): string {
  const { rules, cutoff } = readRules(db, organisationId);
  return ruleOn(rules, day)?.cutoff ?? cutoff;
}

function readReviews(db: Reader, organisationId: string, personIds: string[]): Map<string, Map<string, NewestReview>> {
  const rows = db
    .select()
    .from(salaryReviews)
    .where(and(isAmong(salaryReviews.personId, personIds), eq(salaryReviews.organisationId, organisationId)))
    .orderBy(desc(salaryReviews.id))
    .all();
  const found = new Map<string, Map<string, NewestReview>>();
  for (const row of rows.toReversed()) {
    const own = found.get(row.personId) ?? new Map<string, NewestReview>();
    found.set(row.personId, own.set(row.sourceId, row));
  }
  return found;
}

const readDegrees = (db: Reader, organisationId: string, personIds: string[]): Map<string, string> =>
  new Map(
    db
      .select()
      .from(degreeDates)
      .where(and(isAmong(degreeDates.personId, personIds), eq(degreeDates.organisationId, organisationId)))
      .all()
      .map(({ personId, degreeOn }) => [personId, degreeOn]),
  );
