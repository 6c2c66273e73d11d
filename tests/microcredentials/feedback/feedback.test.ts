import { beforeEach, expect, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { assessmentEvaluations, evaluatedSubmissions } from "#drizzle/schema/microcredentials/promises";
import type { Level } from "~/microcredentials/assessment/assessment";
import { findUnsaid, sayHowJudged, summarizeFeedback } from "~/microcredentials/feedback/feedback.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, psesd, type TestPerson } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { judge, makeAssessor, makeCoordinator, makeSubmission } from "../../support/microcredentials/portfolios";

const D: Level = "demonstrated";
const N: Level = "not-yet";
const ANSWERS = { fair: 5, useful: 4, inTime: 3, suggestions: "Earlier, please" };

let db: Database;
let cora: ScopedContext;
let calm: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  calm = makeMicrocredential(cora, { providerId: psesd(db).id, title: "Calm" });
});
const say = (person: TestPerson, portfolioId: string, answers = ANSWERS) =>
  sayHowJudged(actingAs(db, person), { portfolioId, answers });
function decided(person: TestPerson, levels: Level[]): string {
  const { portfolioId, submissionId } = makeSubmission(db, person, calm);
  judge(makeAssessor(db), submissionId, levels);
  return portfolioId;
}

test("T6 its author alone says how they were judged, once for each decision", () => {
  const ada = makePerson(db);
  const { portfolioId, submissionId } = makeSubmission(db, ada, calm);
  expect(say(ada, portfolioId)).toMatchObject({ reason: "nothing-decided" });
  judge(makeAssessor(db), submissionId, [D, N]);
  expect(say(makePerson(db), portfolioId)).toMatchObject({ reason: "unknown-portfolio" });
  expect(findUnsaid(db, portfolioId)).toEqual({ submissionId });
  done(say(ada, portfolioId));
  expect([findUnsaid(db, portfolioId), say(ada, portfolioId)]).toMatchObject([null, { reason: "nothing-decided" }]);
  done(submitPortfolio(actingAs(db, ada), { portfolioId, forPractice: false }));
  const again = makeAssessor(db);
  const second = db.$client.prepare("select id from submissions where round = 2").pluck().get() as string;
  judge(again, second, [D]);
  done(say(ada, portfolioId));
  expect(db.select().from(assessmentEvaluations).all()).toHaveLength(2);
});

test("T6 answers are kept apart from who gave them: no person, no day, no order, and no row of the log", () => {
  const people = Array.from({ length: 8 }, () => makePerson(db));
  const before = db.select().from(auditEntries).all().length;
  const ids = people.map((person) => decided(person, [D, D]));
  const between = db.select().from(auditEntries).all().length;
  expect(between).toBeGreaterThan(before);
  people.forEach((person, index) => done(say(person, ids[index]!, { ...ANSWERS, suggestions: `Number ${index}` })));
  expect(db.select().from(auditEntries).all()).toHaveLength(between);
  const rows = db.select().from(assessmentEvaluations).all();
  expect(Object.keys(rows[0]!).sort()).toEqual(["answers", "batch", "id", "microcredentialId"]);
  expect(Object.keys(db.select().from(evaluatedSubmissions).get()!)).toEqual(["submissionId"]);
  for (const table of ["assessment_evaluations", "evaluated_submissions"])
    expect(() => db.$client.prepare(`select rowid from ${table}`)).toThrow("no such column");
});

test("P4 answers are shown once there are five, and then at least five at a time", () => {
  const counts: number[] = [];
  for (let index = 0; index < 11; index++) {
    const person = makePerson(db);
    done(say(person, decided(person, [D, D])));
    counts.push(summarizeFeedback(cora, calm).count);
  }
  expect(counts).toEqual([0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]);
  expect(summarizeFeedback(cora, calm).questions).toMatchObject([
    { text: "Was it fair?", tenths: 50, count: 10 },
    { tenths: 40 },
    { tenths: 30 },
    { kind: "text", words: Array.from({ length: 10 }, () => "Earlier, please") },
  ]);
});
