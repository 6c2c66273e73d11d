import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { getPublicMicrocredential } from "~/desks/microcredentials/public-page.server";
import { readMyAward } from "~/desks/microcredentials/my-award.server";
import { changeAward } from "~/microcredentials/awards/award.server";
import { isRenewable } from "~/microcredentials/awards/renewal";
import { tellOfExpiry } from "~/microcredentials/awards/renewal.server";
import { retireMicrocredential } from "~/microcredentials/definitions/publication.server";
import { listMyTasks } from "~/microcredentials/portfolios/my-tasks.server";
import { listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import { abandonPortfolio, submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { DAY } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, psesd, type TestPerson } from "../../support/factories";
import { demonstrate, makeAward } from "../../support/microcredentials/awards";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { fill, makeAssessor, makeCoordinator, makeSubmission } from "../../support/microcredentials/portfolios";

let db: Database;
let cora: ScopedContext;
let ada: TestPerson;
let award: typeof awards.$inferSelect;
let microcredentialId: string;
/** When the award expires. */
let end: number;
const by = () => ({ coordinator: cora, assessor: makeAssessor(db), providerId: psesd(db).id });

beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  ada = makePerson(db, { first: "Ada" });
  ({ award, microcredentialId } = makeAward(db, by(), ada, { title: "Calm", validYears: 1 }));
  end = award.expiresAt!;
});

const tell = (now: number) => tellOfExpiry(systemContext(db, now));
const mails = () => db.select().from(outboxMessages).where(eq(outboxMessages.kind, "award-expires")).all();
const me = (now: number) => actingAs(db, ada, { now });
const change = (kind: "revoked" | "suspended" | "resumed", at: number) =>
  done(changeAward({ ...cora, now: at }, { awardId: award.id, kind, reason: "A question" }));

test.each([
  // Sixty days before the end to the end; what is taken away is not renewed.
  [{}, -61, false],
  [{}, -60, true],
  [{}, -1, true],
  [{}, 0, false],
  [{ revokedAt: 1 }, -30, false],
  [{ suspendedAt: 1 }, -30, false],
  [{ expiresAt: null }, -30, false],
])("an award (%o) can be renewed %i days from its end: %s", (facts, days, expected) => {
  const expiresAt = 1_000 * DAY;
  expect(isRenewable({ revokedAt: null, suspendedAt: null, expiresAt, ...facts }, expiresAt + days * DAY)).toBe(
    expected,
  );
});

test("a holder is told once, sixty days before the end, with what to do", () => {
  makeAward(db, by(), makePerson(db), { title: "For good" });
  expect([tell(end - 61 * DAY), tell(end - 60 * DAY), tell(end - 60 * DAY), tell(end - DAY)]).toEqual([0, 1, 0, 0]);
  expect(mails()).toMatchObject([
    {
      personId: ada.personId,
      subjectId: award.id,
      payload: { microcredentialTitle: "Calm", isOpen: true, providerName: psesd(db).name },
    },
  ]);
  expect(mails()[0]!.payload).toMatchObject({
    actionUrl: `${origin}/microcredentials/${microcredentialId}`,
  });
});

test("nobody is told of what has expired, is revoked or suspended; what is resumed is told of then", () => {
  expect(tell(end)).toBe(0);
  change("suspended", end - 70 * DAY);
  expect(tell(end - 50 * DAY)).toBe(0);
  change("resumed", end - 45 * DAY);
  expect(tell(end - 40 * DAY)).toBe(1);
  const other = makeAward(db, by(), makePerson(db), { title: "Gone", validYears: 1 }).award;
  done(changeAward(cora, { awardId: other.id, kind: "revoked", reason: "Not theirs" }));
  expect(tell(end - 40 * DAY)).toBe(0);
});

test("nobody is told while a newer portfolio is under way, and whoever gave it up is", () => {
  const { id: portfolioId } = done(startPortfolio(me(end - 60 * DAY), microcredentialId));
  expect(tell(end - 60 * DAY)).toBe(0);
  expect(listMyTasks(me(end - 60 * DAY))).toMatchObject({ expiring: [], working: [{ id: portfolioId }] });
  done(abandonPortfolio(me(end - 50 * DAY), portfolioId));
  expect(tell(end - 50 * DAY)).toBe(1);
});

test("an award is renewed by a new portfolio within its last sixty days, and not before", () => {
  expect(startPortfolio(me(end - 61 * DAY), microcredentialId)).toMatchObject({ reason: "already-awarded" });
  const now = end - 59 * DAY;
  expect(getPublicMicrocredential(me(now), microcredentialId).mine?.award).toBe("renewable");
  const { id: portfolioId } = done(startPortfolio(me(now), microcredentialId));
  fill(db, ada, portfolioId);
  done(submitPortfolio(me(now), { portfolioId, forPractice: false }));
  demonstrate(db, makeAssessor(db, now), listSubmissions(db, portfolioId)[0]!.id);
  expect(db.select().from(awards).where(eq(awards.microcredentialId, microcredentialId)).all()).toHaveLength(2);
  expect([tell(now), listMyTasks(me(now)).expiring]).toEqual([0, []]);
  expect(getPublicMicrocredential(me(now), microcredentialId).mine?.award).toBe("held");
  expect(startPortfolio(me(now), microcredentialId)).toMatchObject({ reason: "already-awarded" });
  // The new one comes to its end in its turn.
  expect([tell(end + 240 * DAY), tell(end + 250 * DAY)]).toEqual([0, 1]);
});

test("desk and page of an award say that it expires soon, and that a retired one cannot be renewed", () => {
  const expiring = (now: number) => [listMyTasks(me(now)).expiring, readMyAward(me(now), award.id).expiring];
  expect(expiring(end - 61 * DAY)).toEqual([[], null]);
  const open = { id: award.id, microcredentialId, title: "Calm", isOpen: true };
  expect(expiring(end - 60 * DAY)).toMatchObject([[open], open]);
  done(retireMicrocredential(cora, microcredentialId));
  expect(expiring(end - 60 * DAY)).toMatchObject([[{ isOpen: false }], { isOpen: false }]);
  tell(end - 60 * DAY);
  expect(mails()[0]!.payload).toMatchObject({
    isOpen: false,
    actionUrl: `${origin}/portfolios/awards/${award.id}`,
  });
  expect(listMyTasks(actingAs(db, makePerson(db), { now: end - 60 * DAY })).expiring).toEqual([]);
});

test("a stack is not told of: it is awarded again by itself", () => {
  const providerId = psesd(db).id;
  const part = makeMicrocredential(cora, { providerId, title: "Second part" });
  const stack = makeMicrocredential(cora, {
    ...{ providerId, title: "Stack", validYears: 1 },
    stack: [microcredentialId, part],
  });
  demonstrate(db, makeAssessor(db), makeSubmission(db, ada, part).submissionId);
  const theirs = db.select().from(awards).where(eq(awards.personId, ada.personId)).all();
  expect(theirs.map((each) => each.microcredentialId)).toContain(stack);
  expect(tell(end - 30 * DAY)).toBe(1);
  expect(mails()).toMatchObject([{ subjectId: award.id }]);
});
