import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { warnOfPromises } from "~/microcredentials/assessment/promise.server";
import { tellAssessorsOfQueue } from "~/microcredentials/assessment/queue-mail.server";
import { saveChoices } from "~/messages/preferences/mail-preference.server";
import { submitPortfolio, takePortfolioBack } from "~/microcredentials/portfolios/submit.server";
import { endGrant } from "~/people/roles/grant.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { at, DAY, HOUR, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import {
  admit,
  judge,
  makeAssessor,
  makeCoordinator,
  makeSubmission,
  take,
} from "../../support/microcredentials/portfolios";

let db: Database;
let cora: ScopedContext;
let calm: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  calm = makeMicrocredential(cora, { providerId: psesd(db).id, title: "Calm", promisedDays: 30 });
});
const mails = (kind: string) => db.select().from(outboxMessages).where(eq(outboxMessages.kind, kind)).all();
const warnOn = (day: number) => warnOfPromises(systemContext(db, TEST_NOW + day * DAY));

test("coordinators are told once for each submission that its promise is at risk, all of a provider together", () => {
  give(db, makePerson(db), "coordinator", psesd(db).id);
  const [one, two] = [makePerson(db), makePerson(db)];
  const first = makeSubmission(db, one, calm);
  makeSubmission(db, two, calm);
  expect(warnOn(24)).toBe(0);
  done(take(makeAssessor(db), first.submissionId));
  expect([warnOn(25), warnOn(25), warnOn(40)]).toEqual([2, 0, 0]);
  const told = mails("promise-at-risk");
  expect(told).toHaveLength(2);
  expect(told[0]!.payload).toMatchObject({ waiting: "2 portfolios", items: [{ title: "Calm" }] });
});

test("what is decided, or handed in anew, is no promise at risk; a new round is told of by itself", () => {
  const decided = makeSubmission(db, makePerson(db), calm);
  judge(makeAssessor(db), decided.submissionId, ["demonstrated", "demonstrated"]);
  const author = makePerson(db);
  const { portfolioId } = makeSubmission(db, author, calm);
  expect(warnOn(26)).toBe(1);
  const later = actingAs(db, author, { now: TEST_NOW + 27 * DAY });
  done(takePortfolioBack(later, portfolioId));
  done(submitPortfolio(later, { portfolioId, forPractice: false }));
  expect([warnOn(30), warnOn(27 + 25)]).toEqual([0, 1]);
});

test("assessors are told of the queue at most once a day, from seven on, when something waits that they can take", () => {
  const assessor = makeAssessor(db);
  const other = makePerson(db);
  give(db, other, "assessor", psesd(db).id);
  admit(db, other, psesd(db).id, { state: "calibrating" });
  const morning = at("2027-03-09T07:00");
  const tell = (now: number) => tellAssessorsOfQueue(systemContext(db, now));
  expect(tell(morning)).toBe(0);
  const { submissionId } = makeSubmission(db, makePerson(db), calm);
  expect([tell(morning - 1), tell(morning), tell(morning + HOUR)]).toEqual([0, 1, 0]);
  expect(mails("assessor-queue")).toMatchObject([
    { personId: assessor.actor.personId, payload: { waiting: "1 portfolio", items: [{ title: "Calm" }] } },
  ]);
  expect(tell(morning + DAY)).toBe(1);
  done(take(assessor, submissionId));
  expect(tell(morning + 2 * DAY)).toBe(0);
});

test("who does not want it gets none, and who lost the role neither", () => {
  const [one, two] = [makeAssessor(db), makeAssessor(db)];
  makeSubmission(db, makePerson(db), calm);
  saveChoices(one, { desk: "off" });
  inTransaction(db, (tx) =>
    endGrant(tx, systemContext(db), two.actor.personId, { role: "assessor", scopeId: psesd(db).id }),
  );
  tellAssessorsOfQueue(systemContext(db, at("2027-03-09T08:00")));
  expect(mails("assessor-queue")).toMatchObject([{ personId: one.actor.personId, state: "suppressed" }]);
});
