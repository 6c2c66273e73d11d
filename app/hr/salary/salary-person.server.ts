import { and, asc, eq } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { isNewestVersion, parseCredit } from "~/credits/ledger/ledger.server";
import { isSeenBy, listAffiliationsWithin } from "~/hr/hr-scope.server";
import { judgePeople, sourceOf } from "~/hr/local-rules/judged-people.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { legalNameOf, staffNameOf } from "~/people/persons/name";
import { findPerson } from "~/people/persons/person.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { listReviewHistory } from "./review.server";
import type { SalaryYear } from "./salary-year.server";
import { type SalaryRow, totalsOfRows } from "./salary-row";

/**
 * A person's hours of a salary year for one of the actor's organisations (S1, S2): each judged by its rules, with what HR said
 * of it. Looking is audited (P5).
 * @throws Response 404 when the person never belonged to the organisation
 */
export function getSalaryPerson(ctx: ScopedContext, { organisation, year }: SalaryYear, personId: string) {
  return inReading(ctx.db, (tx) => {
    const person = findPerson(tx, personId);
    const affiliations = listAffiliationsWithin(tx, personId, [organisation.id]);
    if (!person || affiliations.length === 0) throw notFound();
    recordReading(ctx, { action: "hr.person-read", subjectId: personId, personIds: [personId] });
    const judged = judgePeople(tx, organisation.id, [personId]).get(personId)!;
    const history = listReviewHistory(tx, organisation.id, personId);
    const rows = tx
      .select()
      .from(credits)
      .where(and(eq(credits.personId, personId), isNewestVersion, isSeenBy([organisation.id])))
      .orderBy(asc(credits.completedOn), asc(credits.id))
      .all()
      .map(parseCredit)
      .filter(({ id }) => judged.hours.get(id)?.year === year)
      .map((credit): SalaryRow => {
        const { counted, words } = judged.hours.get(credit.id)!;
        const review = judged.reviews.get(sourceOf(credit));
        return {
          id: credit.id,
          title: credit.snapshot.course.title,
          inServiceNumber: credit.snapshot.offering.inServiceNumber,
          provider: credit.snapshot.provider.name,
          completedOn: credit.completedOn,
          minutes: credit.minutes,
          isSubmitted: affiliationOn(affiliations, credit.completedOn) === undefined,
          counted,
          flags: words,
          verdict: review?.verdict ?? "open",
          criterion: review?.criterion ?? null,
          reason: review?.reason ?? null,
          isCorrectedSince: review !== undefined && review.verdict !== "open" && review.creditId !== credit.id,
          history: history.get(sourceOf(credit)) ?? [],
        };
      });
    return {
      id: personId,
      name: staffNameOf(person),
      legalName: legalNameOf(person),
      certificateNumber: person.certificateNumber,
      employeeId: affiliations[0]!.employeeId,
      degreeOn: judged.degreeOn,
      rows,
      totals: totalsOfRows(rows),
    };
  });
}

export type SalaryPerson = ReturnType<typeof getSalaryPerson>;
