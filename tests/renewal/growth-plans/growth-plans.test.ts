import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { growthPlans } from "#drizzle/schema/renewal/growth-plans";
import { checkUpload } from "~/documents/checking/uploaded-file.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { findIssuedFile, getIssuedDocument } from "~/documents/revoking/revocation.server";
import { findDocumentInScope } from "~/hr/people/person-documents.server";
import type { Database } from "~/platform/database/database.server";
import { writeBase } from "~/platform/http/stale-form";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import {
  addPlanFile,
  beginPlan,
  findMyPlan,
  listPlanFiles,
  removePlan,
  removePlanFile,
  savePlan,
} from "~/renewal/growth-plans/growth-plan.server";
import { toPlanDraft } from "~/renewal/growth-plans/growth-plan-form";
import { issueGrowthPlan } from "~/renewal/growth-plans/plan-document.server";
import { getPlanPage } from "~/renewal/growth-plans/plan-page.server";
import { sendPlan, withdrawPlan } from "~/renewal/growth-plans/plan-request.server";
import { answerReview, findReviewFile, readReviewPage } from "~/renewal/growth-plans/plan-review.server";
import { getCertificatePage } from "~/renewal/progress/certificate-page.server";
import { action as onPage } from "~/routes/certificate/certificate.growth-plans.$id";
import { action as autosave } from "~/routes/certificate/certificate.growth-plans.$id_.draft";
import { textOf } from "../../documents/drawing/pdf-tools";
import { at } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { post, thrownBy } from "../../support/request";
import { fileOf, pdfOf } from "../../support/sample-files";
import { planForm, written } from "./samples";

const NOW = at("2026-10-05T09:00");
const DAY = 86_400_000;

let db: Database;
let person: TestPerson;
let reviewer: TestPerson;
let me: ReturnType<typeof actingAs>;
let them: ReturnType<typeof actingAs>;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Hana", last: "Takahashi", organisation: "Highline" });
  reviewer = makePerson(db, { first: "Thomas", last: "Okafor" });
  me = actingAs(db, person, { now: NOW });
  them = actingAs(db, reviewer, { now: NOW + DAY });
});

const SIGN = { intent: "sign", certificateNumber: "412345K" } as const;
const args = (request: Request, id: string) => ({ request, params: { id }, context: {} });

function writePlan(changes: Parameters<typeof written>[0] = {}): string {
  const id = done(beginPlan(me, 2025));
  done(savePlan(me, id, written(changes)));
  return id;
}

/** Sends a plan, and reads the secret off the mail. */
function send(id: string, to = reviewer): string {
  done(sendPlan(me, id, to.email.toUpperCase()));
  return String(messagesOf(db, "growth-plan-request").at(-1)!.payload.actionUrl).split("/").at(-1)!;
}

const stateOf = (id: string) => findMyPlan(db, person.personId, id)?.state;

test("R5 a reviewer signs on the page and never by opening it; the plan is locked, counts and meets its topic", () => {
  done(addCertificate(me, { kind: "teacher", issuedOn: "2024-07-01", expiresOn: "2029-06-30" }));
  const id = writePlan();
  const secret = send(id);
  expect(readReviewPage(systemContext(db, NOW), secret)).toMatchObject({ isSignedIn: false, plan: null, isOpen: true });
  expect(readReviewPage(them, secret).plan).toMatchObject({ year: "2025–26", topics: ["Equity"] });
  expect(stateOf(id)).toBe("sent");
  expect(getCertificatePage(me).progress?.sources).toEqual([]);
  done(answerReview(them, secret, SIGN));
  expect(findMyPlan(db, person.personId, id)).toMatchObject({
    state: "signed",
    signedOn: "2026-10-06",
    reviewerName: "Thomas Okafor",
    reviewerCertificate: "412345K",
  });
  const { sources, requirements } = getCertificatePage(me).progress!;
  expect(sources[0]).toMatchObject({ minutes: 1500, mark: "Reviewed and signed by Thomas Okafor" });
  expect(requirements.find(({ code }) => code === "EQUITY")).toMatchObject({ met: true, by: "pgp" });
  expect(answerReview(them, secret, SIGN)).toMatchObject({ reason: "not-open" });
  expect(messagesOf(db, "growth-plan-answered")).toHaveLength(1);
});

test("what is signed is locked, by the commands and by the database", async () => {
  const id = writePlan();
  done(await addPlanFile(me, id, pdfOf("tallies"), null));
  const [file] = listPlanFiles(db, id);
  const secret = send(id);
  const set = (values: Partial<typeof growthPlans.$inferInsert>) => () =>
    db.update(growthPlans).set(values).where(eq(growthPlans.id, id)).run();
  expect(set({ goals: "Another" })).toThrow("stays as its reviewer reads it");
  expect(savePlan(me, id, written())).toMatchObject({ reason: "not-writable" });
  expect(removePlanFile(me, id, file!.id)).toMatchObject({ reason: "not-writable" });
  done(answerReview(them, secret, SIGN));
  expect(set({ goals: "Another" })).toThrow("a signed growth plan is locked");
  expect(() => db.delete(growthPlans).where(eq(growthPlans.id, id)).run()).toThrow("locked");
  expect(removePlan(me, id)).toMatchObject({ reason: "not-writable" });
  expect(withdrawPlan(me, id)).toMatchObject({ reason: "not-sent" });
  expect(await addPlanFile(me, id, pdfOf("more"), null)).toMatchObject({ reason: "not-writable" });
});

test("N1 a plan that ends after its review is refused, when it is sent, when it is signed and by the database", () => {
  const id = done(beginPlan({ ...me, now: at("2026-05-01T09:00") }, 2025));
  done(savePlan(me, id, written()));
  const early = { ...me, now: at("2026-05-28T09:00") };
  expect(sendPlan(early, id, reviewer.email)).toMatchObject({ reason: "ends-after-review" });
  const secret = send(id);
  expect(answerReview({ ...them, now: at("2026-05-28T09:00") }, secret, SIGN)).toMatchObject({
    reason: "ends-after-review",
  });
  const signed = { signedOn: "2026-05-28", signedBy: reviewer.personId, reviewerName: "T", reviewerCertificate: "1" };
  const forced = db.update(growthPlans).set({ state: "signed", ...signed });
  expect(() => forced.run()).toThrow("growth_plans_review");
});

test("nobody reviews their own plan, and nobody but the one to whom it was sent does", () => {
  const id = writePlan();
  expect(sendPlan(me, id, person.email)).toMatchObject({ reason: "own-address" });
  const secret = send(id);
  const stranger = actingAs(db, makePerson(db), { now: NOW });
  expect(readReviewPage(stranger, secret)).toMatchObject({ refusal: "another-address", plan: null });
  expect(readReviewPage(me, secret)).toMatchObject({ refusal: "own-plan", plan: null });
  expect(answerReview(stranger, secret, SIGN)).toMatchObject({ reason: "another-address" });
  expect(answerReview(me, secret, SIGN)).toMatchObject({ reason: "own-plan" });
  expect(answerReview(them, "another-secret", SIGN)).toMatchObject({ reason: "link-expired" });
  const own = { signedOn: "2026-10-06", signedBy: person.personId, reviewerName: "H", reviewerCertificate: "1" };
  expect(() =>
    db
      .update(growthPlans)
      .set({ state: "signed", ...own })
      .run(),
  ).toThrow("growth_plans_reviewer");
});

test("what is returned comes back with words, and a link that was taken back or has lapsed stands for nothing", () => {
  const id = writePlan();
  const first = send(id);
  done(answerReview(them, first, { intent: "return", words: "Which standards?" }));
  expect(getPlanPage(me, id)).toMatchObject({ canWrite: true, request: { words: "Which standards?" } });
  const second = send(id);
  done(withdrawPlan(me, id));
  expect(answerReview(them, second, SIGN)).toMatchObject({ reason: "not-open" });
  expect(readReviewPage(them, second)).toMatchObject({ isOpen: false, plan: null });
  const third = send(id);
  const late = { ...them, now: NOW + 31 * DAY };
  expect(answerReview(late, third, SIGN)).toMatchObject({ reason: "not-open" });
  expect(sendPlan(me, id, reviewer.email)).toMatchObject({ reason: "not-writable" });
  done(sendPlan({ ...me, now: NOW + 31 * DAY }, id, reviewer.email));
  expect(getPlanPage(me, id).history.map(({ what }) => what)).toEqual([
    `Sent: to “${reviewer.email}”`,
    `Sent: to “${reviewer.email}”`,
    "Taken back",
    `Sent: to “${reviewer.email}”`,
    "Returned: because “Which standards?”",
    `Sent: to “${reviewer.email}”`,
    "Begun",
  ]);
});

test("N1 one plan a year, within six years, with a last day within its year, and complete before it is sent", () => {
  const id = done(beginPlan(me, 2025));
  expect(beginPlan(me, 2025)).toMatchObject({ reason: "year-taken" });
  expect(beginPlan(me, 2019)).toMatchObject({ reason: "year-closed" });
  expect(beginPlan(me, 2027)).toMatchObject({ reason: "year-closed" });
  expect(savePlan(me, id, written({ endedOn: "2026-07-01" }))).toMatchObject({ reason: "outside-year" });
  done(savePlan(me, id, written({ reflection: "" })));
  expect(sendPlan(me, id, reviewer.email)).toMatchObject({ reason: "incomplete", detail: { missing: "Reflection" } });
  done(removePlan(me, id));
  done(beginPlan(me, 2025));
  expect(findMyPlan(db, reviewer.personId, id)).toBeNull();
});

test("a file is opened by its author, and by the reviewer while the link is open", async () => {
  const id = writePlan();
  expect(await addPlanFile(me, id, fileOf("<html>", "a.html"), null)).toMatchObject({ reason: "unknown-file-type" });
  done(await addPlanFile(me, id, pdfOf("tallies", "tallies.pdf"), null));
  done(await addPlanFile(me, id, pdfOf("tallies", "tallies.pdf"), null));
  const [file, ...others] = listPlanFiles(db, id);
  expect(others).toEqual([]);
  const secret = send(id);
  expect(findReviewFile(them, secret, file!.id)?.name).toBe("tallies.pdf");
  expect(findReviewFile(actingAs(db, makePerson(db), { now: NOW }), secret, file!.id)).toBeNull();
  done(withdrawPlan(me, id));
  expect(findReviewFile(them, secret, file!.id)).toBeNull();
});

test("D5, D6 a signed plan is a document that verifies; no other plan is, and no district sees it", async () => {
  const long = Array.from({ length: 90 }, (_, index) => `Week ${index}: who spoke, and who did not.`).join(" ");
  const id = writePlan({ activities: `${long}\n${long}` });
  done(await addPlanFile(me, id, pdfOf("tallies", "tallies.pdf"), null));
  expect(await issueGrowthPlan(me, id)).toMatchObject({ ok: false });
  done(answerReview(them, send(id), SIGN));
  const issued = done(await issueGrowthPlan(me, id));
  expect(done(await issueGrowthPlan(me, id)).id).toBe(issued.id);
  const bytes = Buffer.from(readDocumentFile(db, issued.id));
  const words = textOf(bytes).replaceAll(/\s+/g, " ");
  for (const each of ["Professional growth plan", "Thomas Okafor", "412345K", "tallies.pdf", "Week 89"])
    expect(words).toContain(each);
  expect(words).not.toContain("designee · signed");
  expect(await checkUpload(db, { name: "plan.pdf", bytes })).toMatchObject({
    verdict: "genuine",
    verification: { parameters: { kind: "growth-plan", year: "2025–26" }, totals: { minutes: 0 } },
  });
  expect(JSON.stringify(await checkUpload(db, { name: "plan.pdf", bytes }))).not.toContain("Week 0");
  const registrar = actingAs(db, makePerson(db), { now: NOW, scopeIds: [psesd(db).id] });
  expect(findIssuedFile(registrar, issued.id)).toBeNull();
  expect(getIssuedDocument(registrar, issued.id).summary.holds).toBe("Growth plan 2025–26");
  const hr = actingAs(db, makePerson(db), { now: NOW, scopeIds: [organisationId(db, "Highline")] });
  expect(findDocumentInScope(hr, issued.id)).toBeNull();
  expect(getPlanPage(me, id).documentId).toBe(issued.id);
});

test("what is written is saved by itself with its version, and what another device wrote is not overwritten", async () => {
  const id = done(beginPlan(me, 2025));
  const base = writeBase(toPlanDraft(findMyPlan(db, person.personId, id)!));
  const here = `/certificate/growth-plans/${id}`;
  const save = async (values: Record<string, string>) =>
    autosave(args(await post(db, `${here}/draft`, { ...planForm(), ...values }, person), id));
  const saved = await save({ base });
  const { base: next } = (await saved.json()) as { base: string };
  expect([saved.status, findMyPlan(db, person.personId, id)?.standards]).toEqual([200, "InTASC 3 and 8"]);
  expect((await save({ base: next, goals: "More" })).status).toBe(200);
  expect((await save({ base: next, goals: "Something else" })).status).toBe(409);
  expect((await save({ endedOn: "2026-02-30" })).status).toBe(400);
  expect(findMyPlan(db, person.personId, id)?.goals).toBe("More");
  const wrong = await onPage(args(await post(db, here, { ...planForm({ endedOn: "2026-08-01" }) }, person), id));
  expect(Object.keys(wrong.data.result.error ?? {})).toEqual(["endedOn"]);
  expect(wrong.data.result.initialValue).toMatchObject({ standards: "InTASC 3 and 8" });
  const stranger = await post(db, `${here}/draft`, planForm(), reviewer);
  expect((await thrownBy(async () => autosave(args(stranger, id)))).status).toBe(404);
});
