import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { assessorScopes, practicePieces } from "#drizzle/schema/microcredentials/assessors";
import { assessments } from "#drizzle/schema/microcredentials/portfolios";
import { scoreSubmission } from "~/microcredentials/assessment/assess.server";
import type { Level } from "~/microcredentials/assessment/assessment";
import { getAssessorPage } from "~/microcredentials/assessors/assessor-page.server";
import { changeAssessor } from "~/microcredentials/assessors/assessor.server";
import { listMyScopes } from "~/microcredentials/practice/agreement-page.server";
import { kappaInWords } from "~/microcredentials/practice/agreement";
import {
  choosePiece,
  chooseProposed,
  countGiven,
  listGiven,
  previewPiece,
  removePiece,
} from "~/microcredentials/practice/choose-pieces.server";
import { changePracticeConsent } from "~/microcredentials/practice/consent.server";
import { getPiece, handInPractice, listMyPieces } from "~/microcredentials/practice/practise.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { TEST_NOW } from "../../support/clock";
import { copyRow } from "../../support/copies";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd, type TestPerson } from "../../support/factories";
import { makeMicrocredential, part } from "../../support/microcredentials/definitions";
import { admit, makeAssessor, makeCoordinator, makeSubmission, take } from "../../support/microcredentials/portfolios";
import { readingsOf } from "../../support/readings";
import { thrownBy } from "../../support/request";

const D: Level = "demonstrated";
const N: Level = "not-yet";

let db: Database;
let cora: ScopedContext;
let judge: ScopedContext;
let ada: TestPerson;
let calm: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  judge = makeAssessor(db);
  ada = makePerson(db, { first: "Ada", last: "Ames", organisation: "Kent", building: "Hilltop School" });
  calm = makeMicrocredential(cora, {
    providerId: psesd(db).id,
    evidence: () => [part(), part({ kind: "link", title: "Film", required: false })],
  });
});

/** A decided portfolio; given for practice, unless said otherwise. */
function decided(author: TestPerson, levels: Level[], allows = true) {
  const made = makeSubmission(db, author, calm, "At Hilltop, Ada Ames greets everybody (ada@test.example).");
  const { id: assessmentId } = done(take(judge, made.submissionId));
  const { criteria } = db.select().from(assessments).where(eq(assessments.id, assessmentId)).get()!;
  const scores = criteria.map((criterion, index) => ({ criterion, level: levels[index]!, comment: "Seen." }));
  done(scoreSubmission(judge, { assessmentId, scores, draw: () => 1 }));
  if (allows) done(changePracticeConsent(actingAs(db, author), { portfolioId: made.portfolioId, allows }));
  return { ...made, criteria };
}

/** Somebody who is named for it and not admitted yet. */
function makeLearner() {
  const person = makePerson(db);
  give(db, person, "assessor", psesd(db).id);
  const scopeId = admit(db, person, psesd(db).id, { microcredentialId: calm, state: "invited" });
  return { ctx: actingAs(db, person, { scopeIds: [psesd(db).id] }), scopeId };
}

const stateOf = (id: string) => db.select().from(assessorScopes).where(eq(assessorScopes.id, id)).get()!.state;

test("a coordinator chooses only what is decided and was given, after reading it as it will be read", () => {
  const given = decided(ada, [D, N]);
  const kept = decided(makePerson(db), [D, D], false);
  const waiting = makeSubmission(db, makePerson(db), calm);
  expect(listGiven(db, calm)).toMatchObject([{ submissionId: given.submissionId, judged: 2, demonstrated: 1 }]);
  for (const { submissionId } of [kept, waiting]) {
    expect(choosePiece(cora, calm, submissionId)).toMatchObject({ reason: "not-given" });
    expect(previewPiece(cora, calm, submissionId)).toBeNull();
  }
  const shown = previewPiece(cora, calm, given.submissionId)!;
  expect(shown.parts.map(({ text }) => text)).toEqual(["At [workplace], [name] [name] greets everybody ([e-mail])."]);
  expect(readingsOf(db, "practice.previewed")).toMatchObject([{ personIds: [ada.personId] }]);
  const foreign = { ...cora, scopeIds: ["another"] };
  expect(choosePiece(foreign, calm, given.submissionId)).toMatchObject({ reason: "unknown-microcredential" });
  expect(previewPiece(foreign, calm, given.submissionId)).toBeNull();
  done(choosePiece(cora, calm, given.submissionId));
  done(choosePiece(cora, calm, given.submissionId));
  expect(db.select().from(practicePieces).all()).toHaveLength(1);
  done(removePiece(cora, calm, given.submissionId));
  expect(removePiece(cora, calm, given.submissionId)).toMatchObject({ reason: "unknown-piece" });
});

test("Hourbook proposes as many as a practice still lacks, some of them with a not yet", () => {
  for (const levels of [
    [D, D],
    [D, N],
    [D, D],
    [D, D],
    [D, D],
    [D, D],
  ] as Level[][])
    decided(makePerson(db), levels);
  done(choosePiece(cora, calm, listGiven(db, calm)[0]!.submissionId));
  expect(done(chooseProposed(cora, calm))).toEqual({ count: 4 });
  const chosen = listGiven(db, calm).filter(({ isChosen }) => isChosen);
  expect([chosen.length, chosen.some(({ demonstrated }) => demonstrated === 1)]).toEqual([5, true]);
  expect(chooseProposed(cora, calm)).toMatchObject({ reason: "nothing-to-propose" });
});

test("P5 who practises reads texts alone, without the author, and is written down", () => {
  const { submissionId } = decided(ada, [D, N]);
  done(choosePiece(cora, calm, submissionId));
  const { ctx } = makeLearner();
  const [piece] = listMyPieces(ctx);
  const shown = getPiece(ctx, piece!.id);
  expect(shown).toMatchObject({ left: ["Film"], scored: null });
  expect(JSON.stringify(shown)).not.toMatch(/Ada|Ames|Hilltop|Kent|@/);
  expect(readingsOf(db, "practice.read")).toMatchObject([{ personIds: [ada.personId] }]);
});

test("practice is handed in once, compared with the decision, and shown to both; then the coordinator admits", () => {
  const pieces = [decided(ada, [D, N]), decided(makePerson(db), [D, D]), decided(makePerson(db), [N, N])];
  for (const { submissionId } of pieces) done(choosePiece(cora, calm, submissionId));
  const { ctx, scopeId } = makeLearner();
  const [greeting, listening] = pieces[0]!.criteria as [string, string];
  const ids = db.select().from(practicePieces).all();
  const score = (index: number, one: Level, two: Level) => {
    const { id } = ids.find(({ submissionId }) => submissionId === pieces[index]!.submissionId)!;
    return handInPractice(ctx, id, [
      { criterion: greeting, level: one },
      { criterion: listening, level: two },
    ]);
  };
  expect(handInPractice(ctx, ids[0]!.id, [{ criterion: greeting, level: D }])).toMatchObject({
    reason: "not-every-criterion",
  });
  expect(stateOf(scopeId)).toBe("invited");
  const { id } = done(score(0, D, N));
  expect(stateOf(scopeId)).toBe("calibrating");
  expect(score(0, D, D)).toMatchObject({ reason: "handed-in-already" });
  done(score(1, D, N));
  done(score(2, D, N));
  expect(getPiece(ctx, id).scored).toEqual([
    { criterion: "Greeting", mine: D, agreed: D },
    { criterion: "Listening", mine: N, agreed: N },
  ]);
  const said = (agreement: ReturnType<typeof getAssessorPage>["agreement"]) => [
    agreement.pieces,
    ...agreement.byCriterion.map((row) => `${row.criterion}: ${kappaInWords(row.agreement)}`),
  ];
  const expected = [3, "Greeting: 0.00 (2 of 3 scores the same)", "Listening: 0.00 (2 of 3 scores the same)"];
  expect(said(getAssessorPage(cora, scopeId).agreement)).toEqual(expected);
  expect(said(listMyScopes(ctx)[0]!.agreement)).toEqual(expected);
  done(changeAssessor(cora, { scopeId, step: "admit", shown: "calibrating", reason: "" }));
  expect(stateOf(scopeId)).toBe("admitted");
});

test("what its author takes back is out of practice at once, for everybody; what was scored stays", async () => {
  const { submissionId, portfolioId, criteria } = decided(ada, [D, N]);
  done(choosePiece(cora, calm, submissionId));
  const [one, two] = [makeLearner(), makeLearner()];
  const [piece] = listMyPieces(one.ctx);
  const scores = criteria.map((criterion) => ({ criterion, level: D }));
  done(handInPractice(one.ctx, piece!.id, scores));
  done(changePracticeConsent(actingAs(db, ada), { portfolioId, allows: false }));
  expect([listMyPieces(one.ctx), listMyPieces(two.ctx), listGiven(db, calm)]).toEqual([[], [], []]);
  expect((await thrownBy(() => getPiece(two.ctx, piece!.id))).status).toBe(404);
  expect(handInPractice(two.ctx, piece!.id, scores)).toMatchObject({ reason: "unknown-piece" });
  expect(getAssessorPage(cora, one.scopeId).agreement.all).toMatchObject({ count: 2, same: 1 });
  done(changePracticeConsent(actingAs(db, ada), { portfolioId, allows: true }));
  expect(listMyPieces(two.ctx)).toHaveLength(1);
  expect(changePracticeConsent(actingAs(db, makePerson(db)), { portfolioId, allows: true })).toMatchObject({
    reason: "unknown-portfolio",
  });
});

test("nobody practises on their own, on what they judged, or on what they are not named for", async () => {
  const { submissionId } = decided(ada, [D, N]);
  done(choosePiece(cora, calm, submissionId));
  const { id } = db.select().from(practicePieces).get()!;
  give(db, ada, "assessor", psesd(db).id);
  admit(db, ada, psesd(db).id, { state: "calibrating" });
  const stopped = makePerson(db);
  give(db, stopped, "assessor", psesd(db).id);
  admit(db, stopped, psesd(db).id, { state: "stopped" });
  const other = makePerson(db);
  give(db, other, "assessor", psesd(db).id);
  admit(db, other, psesd(db).id, { microcredentialId: makeMicrocredential(cora, { providerId: psesd(db).id }) });
  const acting = (person: TestPerson) => actingAs(db, person, { scopeIds: [psesd(db).id] });
  for (const ctx of [acting(ada), judge, acting(stopped), acting(other), { ...makeLearner().ctx, scopeIds: [] }]) {
    expect(listMyPieces(ctx)).toEqual([]);
    expect((await thrownBy(() => getPiece(ctx, id))).status).toBe(404);
  }
});

test("what somebody is named for takes the same statements, one micro-credential or thirty", () => {
  const { ctx } = makeLearner();
  const one = countStatements(db, () => listMyScopes(ctx));
  for (let index = 0; index < 29; index++)
    admit(db, ctx.actor, psesd(db).id, { microcredentialId: makeMicrocredential(cora, { providerId: psesd(db).id }) });
  expect([listMyScopes(ctx).length, countStatements(db, () => listMyScopes(ctx))]).toEqual([30, one]);
});

test("the pieces take the same statements, one or thirty", () => {
  const { ctx } = makeLearner();
  const add = () => done(choosePiece(cora, calm, decided(makePerson(db), [D, N]).submissionId));
  add();
  const counts = () => [countStatements(db, () => listMyPieces(ctx)), countStatements(db, () => listGiven(db, calm))];
  const one = counts();
  for (let index = 0; index < 29; index++) add();
  expect([listMyPieces(ctx).length, counts()]).toEqual([30, one]);
});

test("what was chosen long ago stands on top, is counted and can be taken out, however much was given since", () => {
  const old = decided(ada, [D, N]);
  done(choosePiece(cora, calm, old.submissionId));
  const [newer] = copyRow(db, { table: "submissions", id: old.submissionId, times: 250 }, (nth) => ({
    round: nth + 2,
    decided_at: TEST_NOW + 1_000 + nth,
  }));
  expect(listGiven(db, calm)[0]).toMatchObject({ submissionId: old.submissionId, isChosen: true });
  expect([listGiven(db, calm).length, countGiven(db, calm)]).toEqual([200, 251]);
  // The oldest of the new ones is not shown, and can be chosen by whoever still has its page open.
  done(choosePiece(cora, calm, newer!));
  expect(done(chooseProposed(cora, calm))).toEqual({ count: 3 });
  done(removePiece(cora, calm, old.submissionId));
  expect(removePiece(cora, calm, old.submissionId)).toMatchObject({ reason: "unknown-piece" });
});
