import { beforeEach, expect, test } from "vitest";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { changeAward } from "~/microcredentials/awards/award.server";
import { listMyTasks } from "~/microcredentials/portfolios/my-tasks.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, psesd } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { judge, makeAssessor, makeCoordinator, makeSubmission } from "../../support/microcredentials/portfolios";

let db: Database;
let cora: ScopedContext;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
});
const make = (title: string) => makeMicrocredential(cora, { providerId: psesd(db).id, title });

test("the desk shows what somebody can write in, and new awards while they hold", () => {
  const ada = makePerson(db);
  const me = actingAs(db, ada);
  done(startPortfolio(me, make("Begun")));
  makeSubmission(db, ada, make("Waiting"));
  judge(makeAssessor(db), makeSubmission(db, ada, make("Not there")).submissionId, ["demonstrated", "not-yet"]);
  judge(makeAssessor(db), makeSubmission(db, ada, make("Won")).submissionId, ["demonstrated", "demonstrated"]);
  const titles = (now: number) => {
    const { working, awarded } = listMyTasks({ ...me, now });
    return [working.map(({ title, status }) => `${title}: ${status}`).sort(), awarded.map(({ title }) => title)];
  };
  expect(titles(TEST_NOW)).toEqual([["Begun: draft", "Not there: not-yet"], ["Won"]]);
  expect(titles(TEST_NOW + 30 * DAY)[1]).toEqual([]);
  const { id } = db.select().from(awards).get()!;
  done(changeAward(cora, { awardId: id, kind: "suspended", reason: "A question" }));
  expect(titles(TEST_NOW)[1]).toEqual([]);
  expect(listMyTasks(actingAs(db, makePerson(db)))).toEqual({ working: [], expiring: [], awarded: [] });
});
