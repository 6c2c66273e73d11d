import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { awardHours } from "#drizzle/schema/microcredentials/hours";
import { awardHoursSource, getAwardHours, listPostableAwards } from "~/desks/microcredentials/award-hours-desk.server";
import { claimAwardHours } from "~/microcredentials/hours/award-hours.server";
import { approveHours } from "~/microcredentials/hours/hours-decision.server";
import { postAllForm } from "~/microcredentials/hours/hours-form";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { TEST_NOW } from "../../support/clock";
import { copyRow } from "../../support/copies";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd } from "../../support/factories";
import { demonstrate } from "../../support/microcredentials/awards";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { makeAssessor, makeCoordinator, makeSubmission } from "../../support/microcredentials/portfolios";
import { readingsOf } from "../../support/readings";
import { pageOfList, thrownBy } from "../../support/request";

let db: Database;
let rita: ScopedContext;
let awardId: string;
let personId: string;

beforeEach(() => {
  db = useTestDatabase();
  const cora = makeCoordinator(db);
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  rita = actingAs(db, registrar, { scopeIds: [psesd(db).id] });
  const ada = makePerson(db, { first: "Ada", last: "Ames" });
  const microcredentialId = makeMicrocredential(cora, { providerId: psesd(db).id, hours: 7 * 60 });
  done(approveHours(cora, { microcredentialId, committeeMetOn: "2026-10-01", minutes: 300 }));
  const { portfolioId, submissionId } = makeSubmission(db, ada, microcredentialId);
  demonstrate(db, makeAssessor(db), submissionId);
  awardId = db.select().from(awards).where(eq(awards.portfolioId, portfolioId)).get()!.id;
  done(claimAwardHours(actingAs(db, ada), awardId));
  personId = ada.personId;
});

const source = () => awardHoursSource(rita);

/** Claims of as many awards of the same person, made after the first one. */
function claimMore(times: number, change: (nth: number) => Record<string, unknown> = () => ({})) {
  const more = copyRow(db, { table: "awards", id: awardId, times }, (nth) => ({
    portfolio_id: null,
    expires_at: TEST_NOW + 1 + nth,
  }));
  more.forEach((id, nth) => {
    const claim = { table: "award_hours", id: awardId, key: "award_id", times: 1 };
    copyRow(db, claim, () => ({ award_id: id, claimed_at: TEST_NOW + 1 + nth, ...change(nth) }));
  });
  return more;
}

test("a claim of the hours of an award is found again, however many there are", async () => {
  claimMore(600, (nth) =>
    nth === 0 ? { status: "posted" } : nth === 1 ? { status: "returned", returned_reason: "Not yet" } : {},
  );
  expect(pageOfList(source)).toMatchObject({ total: 601, rows: { length: 50 } });
  expect(getAwardHours(rita, awardId).row).toMatchObject({ id: awardId, name: "Ames, Ada", minutes: 300 });
  expect(readingsOf(db, "award-hours.listed").at(-1)).toMatchObject({ subjectId: awardId, personIds: [personId] });
  expect(pageOfList(source, "page=13").rows).toMatchObject([{ status: "returned" }]);
  expect(pageOfList(source, "status=posted").rows).toMatchObject([{ status: "posted" }]);
  expect(pageOfList(source, "q=calm+ames").total).toBe(601);
  expect(pageOfList(source, "q=nobody").rows).toEqual([]);
  const foreign = { ...rita, scopeIds: ["another"] };
  expect(pageOfList(() => awardHoursSource(foreign)).rows).toEqual([]);
  expect(await thrownBy(() => getAwardHours(foreign, awardId))).toMatchObject({ status: 404 });
});

test("what was claimed first is posted first, as much as one form takes; nothing that was revoked or is done", () => {
  const more = claimMore(600, (nth) => (nth === 0 ? { status: "posted" } : {}));
  db.update(awards).set({ revokedAt: TEST_NOW }).where(eq(awards.id, more[1]!)).run();
  const postable = listPostableAwards(rita);
  expect(postable).toEqual([awardId, ...more.slice(2, 501)]);
  expect(postAllForm.parse({ intent: "post-all", awards: postable.join(",") }).awards).toEqual(postable);
  db.update(awardHours).set({ status: "posted" }).run();
  expect(listPostableAwards(rita)).toEqual([]);
});
