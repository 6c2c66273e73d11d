import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { assessments, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { getAssessment, getAssessorDesk } from "~/desks/microcredentials/assessor-desk.server";
import { handBack, scoreSubmission } from "~/microcredentials/assessment/assess.server";
import { IDLE_MS, releaseIdle } from "~/microcredentials/assessment/release.server";
import { signDueBadges } from "~/microcredentials/badges/sign-badges.server";
import type { Level } from "~/microcredentials/assessment/assessment";
import { listScoresForAuthor } from "~/microcredentials/assessment/scores-for-author.server";
import { beginVersion, publishVersion } from "~/microcredentials/definitions/publication.server";
import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import { savePart } from "~/microcredentials/portfolios/part.server";
import { getMyPortfolio } from "~/microcredentials/portfolios/portfolio.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import { submitPortfolio, takePortfolioBack } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { flushReadings } from "~/platform/audit/reading-log.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd, type TestPerson } from "../../support/factories";
import { makeMicrocredential, part } from "../../support/microcredentials/definitions";
import {
  admit,
  judge,
  makeAssessor,
  makeCoordinator,
  makeSubmission,
  take,
} from "../../support/microcredentials/portfolios";

const D: Level = "demonstrated";
const N: Level = "not-yet";

let db: Database;
let ada: TestPerson;
let cora: ScopedContext;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  ada = makePerson(db, { first: "Ada", last: "Ames" });
});
const make = (input: Partial<Parameters<typeof makeMicrocredential>[1]> = {}) =>
  makeMicrocredential(cora, { providerId: psesd(db).id, ...input });
const statusOf = (id: string) => db.select().from(portfolios).where(eq(portfolios.id, id)).get()!.status;

test("M1 all demonstrated: it is awarded once, and its author is told once the badge is signed", async () => {
  const id = make();
  const { portfolioId, submissionId } = makeSubmission(db, ada, id);
  expect(judge(makeAssessor(db), submissionId, [D, D])).toMatchObject({ isDemonstrated: true });
  expect(statusOf(portfolioId)).toBe("awarded");
  expect(db.select().from(awards).all()).toMatchObject([
    { personId: ada.personId, microcredentialId: id, portfolioId },
  ]);
  expect(() =>
    db
      .insert(awards)
      .values({ ...db.select().from(awards).get()!, id: "twice" })
      .run(),
  ).toThrow();
  const told = () => db.select().from(outboxMessages).where(eq(outboxMessages.kind, "award-issued")).all();
  expect(told()).toHaveLength(0);
  await signDueBadges(systemContext(db));
  expect(told()).toHaveLength(1);
  expect(startPortfolio(actingAs(db, ada), id)).toMatchObject({ reason: "already-awarded" });
});

test("M1 a not yet opens only what it is about; what was demonstrated keeps its score", () => {
  const id = make({ evidence: ([a, b]) => [part({ criteria: [a!] }), part({ title: "Log", criteria: [b!] })] });
  const { portfolioId, submissionId } = makeSubmission(db, ada, id);
  judge(makeAssessor(db), submissionId, [D, N]);
  expect(statusOf(portfolioId)).toBe("not-yet");
  const me = actingAs(db, ada);
  const { definition, settled } = getMyPortfolio(me, portfolioId);
  expect(settled).toEqual([definition.criteria[0]!.key]);
  expect(listScoresForAuthor(db, portfolioId, definition)).toEqual([
    { criterion: "Greeting", level: D, comments: ["Seen."] },
    { criterion: "Listening", level: N, comments: ["Seen."] },
  ]);
  const [first, second] = definition.evidence;
  const save = (key: string) =>
    savePart(me, { portfolioId, key, text: "I listen to each of them.", links: [], revision: 1 });
  expect(save(first!.key)).toMatchObject({ reason: "part-frozen" });
  done(save(second!.key));
  done(submitPortfolio(me, { portfolioId, forPractice: false }));
  const again = db.select().from(submissions).where(eq(submissions.round, 2)).get()!;
  const assessor = makeAssessor(db);
  const { id: assessmentId } = done(take(assessor, again.id));
  expect(getAssessment(assessor, assessmentId).criteria.map(({ title }) => title)).toEqual(["Listening"]);
  const scores = [{ criterion: definition.criteria[1]!.key, level: D, comment: "" }];
  expect(done(scoreSubmission(assessor, { assessmentId, scores, draw: () => 1 })).verdict).toMatchObject({
    isDemonstrated: true,
  });
});

test("M1 a second assessor is drawn by chance, and a third decides where they disagree", () => {
  const { portfolioId, submissionId } = makeSubmission(db, ada, make());
  const [one, two, three] = [makeAssessor(db), makeAssessor(db), makeAssessor(db)];
  expect(judge(one, submissionId, [D, N], () => 0)).toMatchObject({ kind: "judge", place: "second" });
  expect(take(one, submissionId)).toMatchObject({ reason: "judged-already" });
  expect(judge(two, submissionId, [D, D])).toMatchObject({ kind: "judge", place: "third" });
  expect(statusOf(portfolioId)).toBe("in-review");
  expect(judge(three, submissionId, [D])).toMatchObject({ kind: "decided", isDemonstrated: true });
  expect(take(makeAssessor(db), submissionId)).toMatchObject({ reason: "unknown-submission" });
});

test("two never hold the same; the queue shows what is free, by the promise that ends first", () => {
  const slow = makeSubmission(db, makePerson(db), make({ title: "Slow", promisedDays: 60 }));
  const quick = makeSubmission(db, ada, make({ title: "Quick", promisedDays: 5 }));
  const [one, two] = [makeAssessor(db), makeAssessor(db)];
  const queue = (ctx: ScopedContext) => getAssessorDesk(ctx).waiting.map(({ title }) => title);
  expect(queue(one)).toEqual(["Quick", "Slow"]);
  done(take(one, quick.submissionId));
  expect(take(two, quick.submissionId)).toMatchObject({ reason: "taken" });
  expect([queue(one), queue(two), getAssessorDesk(one).held.length]).toEqual([["Slow"], ["Slow"], 1]);
  expect(takePortfolioBack(actingAs(db, ada), quick.portfolioId)).toMatchObject({ reason: "is-read" });
  const row = db.select().from(assessments).get()!;
  const twin = { ...row, id: "twin", assessorId: two.actor.personId };
  expect(() => db.insert(assessments).values(twin).run()).toThrow();
  expect(statusOf(slow.portfolioId)).toBe("submitted");
});

test("nobody judges their own, and nobody another provider's", () => {
  const { submissionId } = makeSubmission(db, ada, make());
  give(db, ada, "assessor", psesd(db).id);
  admit(db, ada, psesd(db).id);
  const self = actingAs(db, ada, { scopeIds: [psesd(db).id] });
  expect(take(self, submissionId)).toMatchObject({ reason: "own-portfolio" });
  expect(getAssessorDesk(self).waiting).toEqual([]);
  const elsewhere = { ...makeAssessor(db), scopeIds: ["another"] };
  expect(take(elsewhere, submissionId)).toMatchObject({ reason: "unknown-submission" });
  expect(getAssessorDesk(elsewhere).waiting).toEqual([]);
});

test("it is handed back for a reason, or after three days without a sign; then its author can take it back", () => {
  const { portfolioId, submissionId } = makeSubmission(db, ada, make());
  const one = makeAssessor(db);
  const { id } = done(take(one, submissionId));
  expect(handBack(makeAssessor(db), { assessmentId: id, reason: "other", words: "Not mine" })).toMatchObject({
    reason: "unknown-assessment",
  });
  done(handBack(one, { assessmentId: id, reason: "no-time", words: "" }));
  expect(statusOf(portfolioId)).toBe("submitted");
  expect(scoreSubmission(one, { assessmentId: id, scores: [] })).toMatchObject({ reason: "unknown-assessment" });
  const two = makeAssessor(db);
  const held = done(take(two, submissionId));
  expect(releaseIdle(systemContext(db, TEST_NOW + IDLE_MS - 1))).toBe(0);
  getAssessment({ ...two, now: TEST_NOW + IDLE_MS - 1 }, held.id);
  flushReadings();
  expect(releaseIdle(systemContext(db, TEST_NOW + IDLE_MS))).toBe(0);
  expect(releaseIdle(systemContext(db, TEST_NOW + 2 * IDLE_MS))).toBe(1);
  expect(releaseIdle(systemContext(db, TEST_NOW + 2 * IDLE_MS))).toBe(0);
  done(takePortfolioBack(actingAs(db, ada), portfolioId));
});

test("scores that are not whole, or silent, change nothing", () => {
  const { portfolioId, submissionId } = makeSubmission(db, ada, make());
  const one = makeAssessor(db);
  const { id: assessmentId } = done(take(one, submissionId));
  const [a, b] = db.select().from(assessments).get()!.criteria;
  const score = (scores: Parameters<typeof scoreSubmission>[1]["scores"]) =>
    scoreSubmission(one, { assessmentId, scores });
  expect(score([{ criterion: a!, level: D, comment: "" }])).toMatchObject({ reason: "not-every-criterion" });
  expect(
    score([
      { criterion: a!, level: D, comment: "" },
      { criterion: b!, level: N, comment: " " },
    ]),
  ).toMatchObject({ reason: "comment-missing" });
  expect(statusOf(portfolioId)).toBe("in-review");
});

test("work under way stays on the version with which it began", () => {
  const id = make();
  const { submissionId } = makeSubmission(db, ada, id);
  const before = findActiveVersion(db, id)!.id;
  done(beginVersion(cora, id));
  done(publishVersion(cora, id));
  judge(makeAssessor(db), submissionId, [D, D]);
  expect(db.select().from(awards).get()!.versionId).toBe(before);
});

test("a stack is awarded by itself once its parts are, and so is a stack of stacks", () => {
  const [one, two] = [make({ title: "One" }), make({ title: "Two" })];
  const both = make({ title: "Both", stack: [one, two] });
  const three = make({ title: "Three" });
  make({ title: "All", stack: [both, three] });
  const titles = () => db.select().from(awards).all().length;
  for (const [id, total] of [
    [three, 1],
    [one, 2],
    [two, 5],
  ] as const) {
    judge(makeAssessor(db), makeSubmission(db, ada, id).submissionId, [D, D]);
    expect(titles()).toBe(total);
  }
});
