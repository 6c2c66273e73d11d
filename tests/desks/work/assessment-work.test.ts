import { expect, test } from "vitest";
import { readWork } from "~/desks/work/work.server";
import { countAssessmentWork, countMyAssessments } from "~/desks/work/assessment-work.server";
import { DAY, TEST_NOW } from "../../support/clock";
import { useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { admit, makeAssessor, makeCoordinator, makeSubmission, take } from "../../support/microcredentials/portfolios";

test("coordinators and assessors see what waits for them, each as a link to it", () => {
  const db = useTestDatabase();
  const cora = makeCoordinator(db);
  const calm = makeMicrocredential(cora, { providerId: psesd(db).id, promisedDays: 10 });
  makeMicrocredential(cora, { providerId: psesd(db).id, isDraft: true });
  const learner = makePerson(db);
  give(db, learner, "assessor", psesd(db).id);
  admit(db, learner, psesd(db).id, { state: "calibrating" });
  const one = makeAssessor(db);
  const [held] = [makeSubmission(db, makePerson(db), calm), makeSubmission(db, makePerson(db), calm)];
  done(take(one, held.submissionId));
  const counts = (counters: { count: number }[]) => counters.map(({ count }) => count);
  expect(counts(countAssessmentWork(cora))).toEqual([0, 1, 1]);
  expect(counts(countAssessmentWork({ ...cora, now: TEST_NOW + 6 * DAY }))).toEqual([2, 1, 1]);
  expect(counts(countAssessmentWork({ ...cora, scopeIds: [] }))).toEqual([0, 0, 0]);
  expect(counts(countMyAssessments(one))).toEqual([1, 1, 0]);
  expect(readWork(one).desks).toMatchObject([
    { label: "Assessor", counters: [{ to: "/assessor" }, { label: "Portfolios in the queue" }] },
  ]);
  expect(readWork(cora).desks[0]!.counters.map(({ to }) => to)).toEqual([
    "/coordinator/microcredentials?state=draft",
    "/coordinator/assessors?state=calibrating",
  ]);
});
