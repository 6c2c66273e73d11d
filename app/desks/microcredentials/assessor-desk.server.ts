import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { assessments, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { affiliations, organisations, persons } from "#drizzle/schema/people";
import { PLACE_WORDS } from "~/microcredentials/assessment/assessment";
import { findHeld, findOpenSubmission } from "~/microcredentials/assessment/assess.server";
import { listAssessments, verdictOn } from "~/microcredentials/assessment/submission-verdict.server";
import type { Content } from "~/microcredentials/portfolios/portfolio";
import { listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";

/** What the actor holds, and what waits for somebody, the promise that ends first on top; without a candidate's name. */
export function getAssessorDesk(ctx: ScopedContext) {
  const waiting = ctx.db
    .select({ portfolio: portfolios, title: microcredentials.title })
    .from(portfolios)
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .where(
      and(inArray(microcredentials.providerId, ctx.scopeIds), inArray(portfolios.status, ["submitted", "in-review"])),
    )
    .orderBy(asc(portfolios.promisedAt))
    .limit(MOST_WAITING)
    .all();
  return { held: listHeldBy(ctx), waiting: waiting.flatMap((row) => describeWaiting(ctx, row)) };
}

const MOST_WAITING = 200;

function describeWaiting(
  ctx: ScopedContext,
  { portfolio, title }: { portfolio: typeof portfolios.$inferSelect; title: string },
) {
  const [submission] = listSubmissions(ctx.db, portfolio.id);
  const open = submission && findOpenSubmission(ctx.db, ctx, submission.id);
  if (!open || portfolio.personId === ctx.actor.personId) return [];
  const verdict = verdictOn(ctx.db, open.submission, open.version.definition);
  const held = listAssessments(ctx.db, open.submission.id);
  const mine = held.some(({ assessorId }) => assessorId === ctx.actor.personId);
  if (verdict.kind !== "judge" || mine || held.some(({ place }) => place === verdict.place)) return [];
  const { id, submittedAt, round } = open.submission;
  const what = { id, title, submittedAt, round, promisedAt: portfolio.promisedAt };
  return [{ ...what, place: PLACE_WORDS[verdict.place], isLate: (portfolio.promisedAt ?? 0) < ctx.now }];
}

function listHeldBy(ctx: ScopedContext) {
  return ctx.db
    .select({
      id: assessments.id,
      title: microcredentials.title,
      claimedAt: assessments.claimedAt,
      promisedAt: portfolios.promisedAt,
    })
    .from(assessments)
    .innerJoin(submissions, eq(submissions.id, assessments.submissionId))
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .where(
      and(eq(assessments.assessorId, ctx.actor.personId), isNull(assessments.releasedAt), isNull(assessments.scoredAt)),
    )
    .orderBy(asc(assessments.claimedAt))
    .all();
}

/**
 * What the actor judges: the rubric, what was handed in, and what may be a conflict. The name is left out in blind mode. Looking is
 * audited (P5), and so a sign that they are at it.
 * @throws Response 404 for what they do not hold
 */
export function getAssessment(ctx: ScopedContext, assessmentId: string) {
  const held = findHeld(ctx.db, ctx, assessmentId);
  if (!held) throw notFound();
  const { assessment, submission, portfolio, version, microcredential } = held;
  const { personId } = portfolio;
  recordReading(ctx, { action: "portfolio.read", subjectId: portfolio.id, personIds: [personId] });
  const { definition } = version;
  const person = ctx.db.select().from(persons).where(eq(persons.id, personId)).get();
  return {
    id: assessmentId,
    title: microcredential.title,
    criteria: definition.criteria.filter(({ key }) => assessment.criteria.includes(key)),
    evidence: definition.evidence,
    content: submission.content as Content,
    candidate: definition.blind || !person ? null : staffNameOf(person),
    sharedPlaces: listSharedPlaces(ctx, personId),
  };
}

/** Where both the actor and somebody else work now: a possible conflict, whatever either says. */
function listSharedPlaces(ctx: ScopedContext, personId: string): string[] {
  const mine = new Set(placesOf(ctx.db, ctx.actor.personId, ctx.now));
  return placesOf(ctx.db, personId, ctx.now).filter((place) => mine.has(place));
}

function placesOf(db: Reader, personId: string, now: number): string[] {
  const today = dateOf(now, REGION_TIME_ZONE);
  return db
    .select({
      name: organisations.name,
      building: affiliations.building,
      from: affiliations.fromDate,
      to: affiliations.toDate,
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(eq(affiliations.personId, personId))
    .all()
    .filter(({ from, to }) => from <= today && (to === null || to >= today))
    .map(({ name, building }) => (building ? `${building}, ${name}` : name));
}
