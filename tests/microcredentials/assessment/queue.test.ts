import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { getAssessment, getAssessorDesk } from "~/desks/microcredentials/assessor-desk.server";
import { handBack, takeSubmission } from "~/microcredentials/assessment/assess.server";
import { type Level, MOST_WAITING } from "~/microcredentials/assessment/assessment";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { TEST_NOW } from "../../support/clock";
import { copyRow } from "../../support/copies";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, psesd, type TestPerson } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import {
  admit,
  judge,
  makeAssessor,
  makeCoordinator,
  makeSubmission,
  take,
} from "../../support/microcredentials/portfolios";
import { readingsOf } from "../../support/readings";

const N: Level = "not-yet";

let db: Database;
let cora: ScopedContext;
let ada: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  ada = makePerson(db, { first: "Ada", last: "Ames" });
});
const make = (input: Partial<Parameters<typeof makeMicrocredential>[1]> = {}) =>
  makeMicrocredential(cora, { providerId: psesd(db).id, ...input });
const statusOf = (id: string) => db.select().from(portfolios).where(eq(portfolios.id, id)).get()!.status;

test("P5 who judges is shown a possible conflict, the name only where it is not blind, and is written down", () => {
  const kent = makePerson(db, { first: "Kim", last: "Kent", organisation: "Kent", building: "Hilltop" });
  const open = makeSubmission(db, kent, make());
  const blind = makeSubmission(db, kent, make({ title: "Blind", blind: "on" }));
  const colleague = makePerson(db, { organisation: "Kent", building: "Hilltop" });
  give(db, colleague, "assessor", psesd(db).id);
  admit(db, colleague, psesd(db).id);
  const ctx = actingAs(db, colleague, { scopeIds: [psesd(db).id] });
  expect(getAssessorDesk(ctx).waiting).toMatchObject([{ flags: ["You both work at Hilltop, Kent."] }]);
  expect(take(ctx, blind.submissionId)).toMatchObject({ reason: "conflict" });
  const shown = getAssessment(ctx, done(take(ctx, open.submissionId)).id);
  expect(shown).toMatchObject({ candidate: "Kent, Kim", conflicts: ["You both work at Hilltop, Kent."] });
  const other = makeAssessor(db);
  const { id } = done(takeSubmission(other, { submissionId: blind.submissionId, knowsNoConflict: false }));
  const hidden = getAssessment(other, id);
  expect(hidden).toMatchObject({ candidate: null, conflicts: [] });
  affiliate(db, other.actor, { organisation: "Kent", building: "Hilltop" });
  const flagged = JSON.stringify(getAssessment(other, id));
  expect(flagged).toContain("may work together");
  expect(flagged).not.toMatch(/Kim|Hilltop/);
  expect(readingsOf(db, "portfolio.read").map(({ personIds }) => personIds)).toEqual([
    [kent.personId],
    [kent.personId],
    [kent.personId],
  ]);
});

test("where the name is shown, whoever takes it says first that they know of no conflict", () => {
  const { portfolioId, submissionId } = makeSubmission(db, ada, make());
  const one = makeAssessor(db);
  expect(takeSubmission(one, { submissionId, knowsNoConflict: false })).toMatchObject({
    reason: "conflict-not-answered",
  });
  expect(statusOf(portfolioId)).toBe("submitted");
});

test("whoever knows the author hands it back, and never gets it again, in no later round", () => {
  const { portfolioId, submissionId } = makeSubmission(db, ada, make());
  const [one, two] = [makeAssessor(db), makeAssessor(db)];
  const { id: assessmentId } = done(take(one, submissionId));
  done(handBack(one, { assessmentId, reason: "knows-author", words: "Her style" }));
  expect(take(one, submissionId)).toMatchObject({ reason: "recused" });
  expect([getAssessorDesk(one).waiting.length, getAssessorDesk(two).waiting.length]).toEqual([0, 1]);
  judge(two, submissionId, [N, N]);
  done(submitPortfolio(actingAs(db, ada), { portfolioId, forPractice: false }));
  const again = db.select().from(submissions).where(eq(submissions.round, 2)).get()!;
  expect(getAssessorDesk(one).waiting).toEqual([]);
  expect(take(one, again.id)).toMatchObject({ reason: "recused" });
  const later = makeAssessor(db);
  const held = done(take(later, again.id));
  done(handBack(later, { assessmentId: held.id, reason: "no-time", words: "" }));
  done(take(later, again.id));
});

test("the author is told once for each round that it is being read", () => {
  const { submissionId } = makeSubmission(db, ada, make());
  const [one, two] = [makeAssessor(db), makeAssessor(db)];
  const { id: assessmentId } = done(take(one, submissionId));
  done(handBack(one, { assessmentId, reason: "no-time", words: "" }));
  done(take(two, submissionId));
  const mails = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "portfolio-being-read")).all();
  expect(mails.map(({ recipient }) => recipient)).toEqual([ada.email]);
});

test("the queue takes the same statements, one portfolio or thirty", () => {
  const one = makeAssessor(db);
  const id = make();
  makeSubmission(db, ada, id);
  const desk = () => getAssessorDesk(one);
  const statements = countStatements(db, desk);
  expect(desk().waiting).toHaveLength(1);
  for (let index = 0; index < 29; index++) makeSubmission(db, makePerson(db, { organisation: "Kent" }), id);
  expect([desk().waiting.length, countStatements(db, desk)]).toEqual([30, statements]);
});

test("what an assessor cannot take does not stand in the way of what they can, however much waits before it", () => {
  const kent = makePerson(db, { organisation: "Kent", building: "Hilltop" });
  const blind = makeSubmission(db, kent, make({ title: "Blind", blind: "on" }));
  const [work] = listAffiliations(db, kent.personId);
  for (let nth = 0; nth < 250; nth++) {
    const id = (table: string, from: string, change: Record<string, string | number | null>) =>
      copyRow(db, { table, id: from, times: 1 }, () => change)[0]!;
    const personId = id("persons", kent.personId, { email: null, certificate_number: null });
    id("affiliations", work!.id, { person_id: personId });
    const portfolioId = id("portfolios", blind.portfolioId, { person_id: personId, promised_at: TEST_NOW + nth });
    id("submissions", blind.submissionId, { portfolio_id: portfolioId });
  }
  const colleague = makePerson(db, { organisation: "Kent", building: "Hilltop" });
  give(db, colleague, "assessor", psesd(db).id);
  admit(db, colleague, psesd(db).id);
  const ctx = actingAs(db, colleague, { scopeIds: [psesd(db).id] });
  expect(getAssessorDesk(ctx).waiting).toEqual([]);
  const free = makeSubmission(db, ada, make({ title: "Open to all" }));
  expect(getAssessorDesk(ctx).waiting).toMatchObject([{ id: free.submissionId, title: "Open to all" }]);
  const stranger = getAssessorDesk(makeAssessor(db)).waiting;
  expect(stranger).toHaveLength(MOST_WAITING);
  expect(stranger[0]!.promisedAt).toBe(TEST_NOW);
});
