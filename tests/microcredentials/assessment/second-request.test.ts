import { beforeEach, expect, test } from "vitest";
import { secondRequests } from "#drizzle/schema/microcredentials/promises";
import { getAssessment } from "~/desks/microcredentials/assessor-desk.server";
import type { Level } from "~/microcredentials/assessment/assessment";
import { askSecond, withdrawSecond } from "~/microcredentials/assessment/second-request.server";
import { countAtRisk, undecidedSource } from "~/microcredentials/assessment/undecided-list.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { DAY, TEST_NOW } from "../../support/clock";
import { countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, psesd } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { judge, makeAssessor, makeCoordinator, makeSubmission, take } from "../../support/microcredentials/portfolios";
import { pageOfList } from "../../support/request";

const D: Level = "demonstrated";
const N: Level = "not-yet";

let db: Database;
let cora: ScopedContext;
let calm: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  calm = makeMicrocredential(cora, { providerId: psesd(db).id, title: "Calm", promisedDays: 30 });
});
const handIn = () => makeSubmission(db, makePerson(db), calm).submissionId;
const list = (query = "", ctx = cora) => pageOfList(() => undecidedSource(ctx), query).rows;

test("M1 the first asks for a second when scoring, though chance drew none", () => {
  const submissionId = handIn();
  const one = makeAssessor(db);
  expect(judge(one, submissionId, [D, D], () => 1, "I am not sure")).toMatchObject({ kind: "judge", place: "second" });
  expect(db.select().from(secondRequests).all()).toMatchObject([{ submissionId, reason: "I am not sure" }]);
  const two = makeAssessor(db);
  // A second cannot ask for another one: a third comes by itself where the two disagree.
  expect(judge(two, submissionId, [D, N], () => 1, "Me neither")).toMatchObject({ kind: "judge", place: "third" });
  expect(db.select().from(secondRequests).all()).toHaveLength(1);
});

test("M1 a coordinator asks for a second on what is not decided, before or after the first has it", () => {
  const [fresh, held, decided] = [handIn(), handIn(), handIn()];
  const one = makeAssessor(db);
  judge(makeAssessor(db), decided, [D, D]);
  const { id } = done(take(one, held));
  expect(getAssessment(one, id).canAskSecond).toBe(true);
  for (const submissionId of [fresh, held]) done(askSecond(cora, { submissionId, reason: "A new rubric" }));
  expect(getAssessment(one, id).canAskSecond).toBe(false);
  expect(askSecond(cora, { submissionId: held, reason: "Again" })).toMatchObject({ reason: "asked-already" });
  expect(askSecond(cora, { submissionId: decided, reason: "Late" })).toMatchObject({ reason: "unknown-submission" });
  const foreign = { ...cora, scopeIds: ["another"] };
  expect(askSecond(foreign, { submissionId: fresh, reason: "Mine?" })).toMatchObject({ reason: "unknown-submission" });
  expect(judge(makeAssessor(db), fresh, [D, D])).toMatchObject({ kind: "judge", place: "second" });
  expect(judge(makeAssessor(db), fresh, [D, D])).toMatchObject({ kind: "decided" });
});

test("the wish is taken back while nobody has scored, and stands after that", () => {
  const [fresh, scored] = [handIn(), handIn()];
  for (const submissionId of [fresh, scored]) done(askSecond(cora, { submissionId, reason: "A new rubric" }));
  done(withdrawSecond(cora, fresh));
  expect(withdrawSecond(cora, fresh)).toMatchObject({ reason: "not-asked" });
  expect(judge(makeAssessor(db), fresh, [D, D])).toMatchObject({ kind: "decided" });
  judge(makeAssessor(db), scored, [D, D]);
  expect(withdrawSecond(cora, scored)).toMatchObject({ reason: "scored-already" });
});

test("coordinators see what waits by its promise: who has it, what is asked, and what is at risk", () => {
  const [free, held] = [handIn(), handIn()];
  done(take(makeAssessor(db), held));
  done(askSecond(cora, { submissionId: held, reason: "A new rubric" }));
  const rows = list();
  expect(rows.find(({ id }) => id === free)).toMatchObject({ reading: "Nobody has it", risk: null, isAsked: false });
  expect(rows.find(({ id }) => id === held)).toMatchObject({ reading: "Somebody reads it", isAsked: true });
  expect(list("holder=nobody").map(({ id }) => id)).toEqual([free]);
  const at = (days: number) => ({ ...cora, now: TEST_NOW + days * DAY });
  expect([24, 25, 31].map((days) => [list("risk=at-risk", at(days)).length, countAtRisk(at(days))])).toEqual([
    [0, 0],
    [2, 2],
    [2, 2],
  ]);
  expect([30, 31].map((days) => list("risk=late", at(days)).length)).toEqual([0, 2]);
  expect(list("", { ...cora, scopeIds: [] })).toEqual([]);
});

test("the list takes the same statements, one row or thirty", () => {
  handIn();
  const one = countStatements(db, () => list());
  for (let index = 0; index < 29; index++) handIn();
  expect([list().length, countStatements(db, () => list())]).toEqual([30, one]);
});
