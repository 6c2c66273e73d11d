import { and, count, eq, inArray } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { salaryReviews } from "#drizzle/schema/staff/local-rules";
import { submittedHours } from "#drizzle/schema/staff/submitted-hours";
import { parseCredit } from "~/credits/ledger/ledger.server";
import { isSeenBy } from "~/hr/hr-scope.server";
import { verdictInWords } from "~/hr/salary/salary-words";
import { SEEN_STATES } from "~/hr/submitted/submitted-hours";
import { SUBMITTED_STATE_WORDS } from "~/hr/submitted/submitted-words";
import type { Reader } from "~/platform/database/database.server";
import { plural } from "~/platform/format";
import { dateOf } from "~/platform/time/time-zone";
import { named, type TimelineLine, type TimelineOf } from "./timeline";

const idsOf = (of: TimelineOf): string[] => [...of.organisations.keys()];

/** S4: which exports of these organisations hold rows of the person, and which took some back: what they gave out is theirs to know. */
export function listExportLines(db: Reader, of: TimelineOf): TimelineLine[] {
  return db
    .select({
      ...{ id: hrExports.id, organisationId: hrExports.organisationId, madeAt: hrExports.madeAt, rows: count() },
      withdrawn: hrExportLines.withdrawn,
    })
    .from(credits)
    .innerJoin(hrExportLines, eq(hrExportLines.creditId, credits.id))
    .innerJoin(hrExports, eq(hrExports.id, hrExportLines.exportId))
    .where(and(eq(credits.personId, of.personId), inArray(hrExports.organisationId, idsOf(of))))
    .groupBy(hrExports.id, hrExportLines.withdrawn)
    .all()
    .map(({ id, organisationId, madeAt, rows, withdrawn }) => ({
      ...{ key: `export ${id} ${withdrawn}`, kind: "export", day: dateOf(madeAt, of.timeZone), at: madeAt },
      what: named(of, organisationId, `${plural(rows, "row")} ${withdrawn ? "withdrawn" : "taken along"} in an export`),
      to: `/hr/exports/${id}`,
    }));
}

/** What the person submitted to these organisations, and what became of it; never what they withdrew. */
export function listSubmissionLines(db: Reader, of: TimelineOf): TimelineLine[] {
  const theirs = and(
    eq(submittedHours.personId, of.personId),
    inArray(submittedHours.organisationId, idsOf(of)),
    inArray(submittedHours.state, [...SEEN_STATES]),
  );
  return db
    .select()
    .from(submittedHours)
    .where(theirs)
    .all()
    .flatMap(({ id, organisationId, state, sentAt, decidedAt }) => {
      const line = (at: number, words: string): TimelineLine => ({
        ...{ key: `submission ${id} ${at}`, kind: "submission", day: dateOf(at, of.timeZone), at },
        what: named(of, organisationId, words),
        to: `/hr/submitted/${id}`,
      });
      const sent = line(sentAt, "Hours submitted by the person");
      const said = `Submitted hours: ${SUBMITTED_STATE_WORDS[state].words.toLowerCase()}`;
      return decidedAt === null ? [sent] : [sent, line(decidedAt, said)];
    });
}

/** S2: each review of the person's hours for pay, what was said before included. */
export function listReviewLines(db: Reader, of: TimelineOf): TimelineLine[] {
  const theirs = and(
    eq(salaryReviews.personId, of.personId),
    inArray(salaryReviews.organisationId, idsOf(of)),
    isSeenBy(idsOf(of)),
  );
  return db
    .select({ review: salaryReviews, credit: credits })
    .from(salaryReviews)
    .innerJoin(credits, eq(credits.id, salaryReviews.creditId))
    .where(theirs)
    .all()
    .map(({ review, credit }) => {
      const { id, organisationId, personId, year, reviewedAt } = review;
      const { title } = parseCredit(credit).snapshot.course;
      return {
        ...{ key: `review ${id}`, kind: "review", day: dateOf(reviewedAt, of.timeZone), at: reviewedAt },
        what: named(of, organisationId, `${title}: ${verdictInWords(review)}`),
        to: `/hr/salary/people/${personId}?organization=${organisationId}&year=${year}`,
      };
    });
}
