import { eq, like } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { credits } from "#drizzle/schema/credits";
import { outboxMessages } from "#drizzle/schema/messages";
import { organisations } from "#drizzle/schema/people";
import { providerApprovals } from "#drizzle/schema/providers";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { changeAwardWithHours } from "~/desks/microcredentials/change-award.server";
import { withoutDistrictSource } from "~/desks/registrar/credit-list.server";
import { issueCertificate } from "~/documents/issuing/credit-document.server";
import {
  claimAwardHours,
  postAwardHours,
  returnAwardHours,
  takeAwardHoursBack,
} from "~/microcredentials/hours/award-hours.server";
import { approveHours, declineHours } from "~/microcredentials/hours/hours-decision.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd, type TestPerson } from "../../support/factories";
import { demonstrate } from "../../support/microcredentials/awards";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { makeAssessor, makeCoordinator, makeSubmission } from "../../support/microcredentials/portfolios";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { pageOfList } from "../../support/request";
import { listExportLines } from "../../support/hr/exports";

let db: Database;
let cora: ScopedContext;
let rita: ScopedContext;
let ada: TestPerson;
let microcredentialId: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  rita = actingAs(db, registrar, { scopeIds: [psesd(db).id] });
  ada = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline" });
  microcredentialId = makeMicrocredential(cora, { providerId: psesd(db).id, hours: 7 * 60 });
});
const mine = () => actingAs(db, ada);
const approve = (minutes?: number) => approveHours(cora, { microcredentialId, committeeMetOn: "2026-10-01", minutes });

function award(): string {
  const { portfolioId, submissionId } = makeSubmission(db, ada, microcredentialId);
  demonstrate(db, makeAssessor(db), submissionId);
  return db.select().from(awards).where(eq(awards.portfolioId, portfolioId)).get()!.id;
}
const ledger = () => listCurrentCredits(db, ada.personId);

test("M2 approved before: claimed under a statement, posted once, and on transcript, certificate and HR's export", async () => {
  const { inServiceNumber } = done(approve());
  const id = award();
  done(claimAwardHours(mine(), id));
  expect(done(postAwardHours(rita, [id]))).toHaveLength(1);
  // T9: again is once.
  expect(done(postAwardHours(rita, [id]))).toEqual([]);
  const [credit, ...more] = ledger();
  expect(more).toEqual([]);
  expect(credit).toMatchObject({
    ...{ minutes: 420, completedOn: "2026-10-05", claimId: null, offeringId: null, awardId: id },
    snapshot: {
      course: { title: "Calm classrooms" },
      offering: { inServiceNumber, approvedMinutes: 420 },
      provider: { approvalYear: 2026 },
      educator: { legalName: "Ada Ames" },
    },
  });
  expect((await issueCertificate(mine(), credit!.id)).ok).toBe(true);
  const highline = like(organisations.name, "Highline%");
  const organisation = db.select().from(organisations).where(highline).get();
  const lines = listExportLines(db, organisation!, { from: null, to: null, onlyNew: true });
  expect(lines.map(({ row }) => [row.courseTitle, row.inServiceNumber, row.hoursEarned, row.completionDate])).toEqual([
    ["Calm classrooms", inServiceNumber, "7", "2026-10-05"],
  ]);
  expect(db.select().from(outboxMessages).where(eq(outboxMessages.kind, "credit-posted")).all()).toHaveLength(1);
});

test("S1 hours of an award that no district sees stand on the list of the award's provider, and on nobody else's", () => {
  ada = makePerson(db, { last: "Nowhere" });
  done(approve());
  const id = award();
  done(claimAwardHours(mine(), id));
  done(postAwardHours(rita, [id]));
  const listed = (scopeIds: string[]) => pageOfList(() => withoutDistrictSource({ ...rita, scopeIds })).rows;
  expect(listed(rita.scopeIds)).toMatchObject([{ awardId: id, claimId: null, name: "Nowhere, Test", minutes: 420 }]);
  expect(listed(["another"])).toEqual([]);
});

test("M2 without a decision, or with one after the award, there are no hours to claim", () => {
  const id = award();
  expect(claimAwardHours(mine(), id)).toMatchObject({ ok: false, reason: "no-hours" });
  done(approveHours({ ...cora, now: TEST_NOW + 1 }, { microcredentialId, committeeMetOn: "2026-10-01" }));
  expect(claimAwardHours({ ...mine(), now: TEST_NOW + 2 }, id)).toMatchObject({ ok: false, reason: "no-hours" });
});

test("the committee may approve fewer hours, never more, in steps of the policy, never on a day to come", () => {
  expect(approve(8 * 60)).toMatchObject({ ok: false, reason: "more-than-asked" });
  expect(approve(45)).toMatchObject({ ok: false, reason: "between-steps" });
  expect(approveHours(cora, { microcredentialId, committeeMetOn: "2026-10-06" })).toMatchObject({
    ...{ ok: false, reason: "committee-in-future" },
  });
  const first = done(approve(5 * 60));
  expect(first.minutes).toBe(300);
  // A6: the next number of the provider is another one.
  expect(done(approve()).inServiceNumber).not.toBe(first.inServiceNumber);
});

test("what asks for no hours, and what is not published, has nothing to decide", () => {
  const none = makeMicrocredential(cora, { providerId: psesd(db).id, title: "No hours" });
  const draft = makeMicrocredential(cora, { providerId: psesd(db).id, title: "Draft", hours: 420, isDraft: true });
  const decide = (id: string) => approveHours(cora, { microcredentialId: id, committeeMetOn: "2026-10-01" });
  expect(decide(none)).toMatchObject({ ok: false, reason: "no-hours-asked" });
  expect(decide(draft)).toMatchObject({ ok: false, reason: "not-possible-now" });
  expect(declineHours(cora, { microcredentialId, committeeMetOn: "2026-10-01" })).toMatchObject({
    ...{ ok: false, reason: "note-missing" },
  });
});

test("A3 nothing is approved or posted for a year in which the provider is not approved", () => {
  done(approve());
  const id = award();
  done(claimAwardHours(mine(), id));
  db.delete(providerApprovals)
    .where(eq(providerApprovals.providerId, psesd(db).id))
    .run();
  expect(approve()).toMatchObject({ ok: false, reason: "provider-not-approved" });
  expect(postAwardHours(rita, [id])).toMatchObject({ ok: false, reason: "provider-not-approved" });
  expect(ledger()).toEqual([]);
});

test("a claim is taken back, made again, returned with a reason and made once more", () => {
  done(approve());
  const id = award();
  done(claimAwardHours(mine(), id));
  expect(claimAwardHours(mine(), id)).toMatchObject({ ok: false, reason: "not-possible-now" });
  done(takeAwardHoursBack(mine(), id));
  expect(postAwardHours(rita, [id])).toMatchObject({ ok: false, reason: "unknown-award" });
  done(claimAwardHours(mine(), id));
  done(returnAwardHours(rita, { awardId: id, reason: "Which name?" }));
  expect(postAwardHours(rita, [id])).toMatchObject({ ok: false, reason: "not-possible-now" });
  done(claimAwardHours(mine(), id));
  done(postAwardHours(rita, [id]));
  expect(takeAwardHoursBack(mine(), id)).toMatchObject({ ok: false, reason: "not-possible-now" });
});

test("T7 hours go with a revoked award, as a correction that stays on record", () => {
  done(approve());
  const id = award();
  done(claimAwardHours(mine(), id));
  done(postAwardHours(rita, [id]));
  done(changeAwardWithHours(cora, { awardId: id, kind: "revoked", reason: "Copied" }));
  expect(ledger().map(({ minutes, version }) => [minutes, version])).toEqual([[0, 2]]);
  const versions = db.select().from(credits).where(eq(credits.awardId, id)).all();
  expect(versions.map(({ minutes, reason }) => [minutes, reason])).toEqual([
    [420, null],
    [0, "Copied"],
  ]);
});

test("a revoked award's claim is not posted, and another provider's registrar sees none", () => {
  done(approve());
  const id = award();
  done(claimAwardHours(mine(), id));
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["elsewhere"] });
  expect(postAwardHours(stranger, [id])).toMatchObject({ ok: false, reason: "unknown-award" });
  done(changeAwardWithHours(cora, { awardId: id, kind: "revoked", reason: "Copied" }));
  expect(postAwardHours(rita, [id])).toMatchObject({ ok: false, reason: "not-possible-now" });
  expect(db.select().from(credits).all()).toEqual([]);
});
