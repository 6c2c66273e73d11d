import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { affidavitTexts, claims } from "#drizzle/schema/credits";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { affidavitOn, changeAffidavit, getAffidavitPage } from "~/credits/claims/affidavit.server";
import { writeBase } from "~/platform/http/stale-form";
import type { Database } from "~/platform/database/database.server";
import { action } from "~/routes/reference/affidavit";
import { AFFIDAVIT, makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, type TestPerson } from "../../support/factories";
import { post, thrownBy } from "../../support/request";

const NEW = "I earned these hours by actual attendance, and declare it under penalty of perjury.";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
});

const ctx = () => actingAs(db, admin, { now: at("2027-03-10T08:00") });
const plan = (fromDate: string, text = NEW) => changeAffidavit(ctx(), { intent: "plan-affidavit", fromDate, text });
const remove = (version: string) => changeAffidavit(ctx(), { intent: "delete-affidavit", version });

/** Somebody's hours of 9 March 2027, not claimed yet. */
function open() {
  const claim = makeClaim(db);
  db.update(claims)
    .set({ status: "open", affidavitVersion: null, affidavitText: null, claimedAt: null, requestedMinutes: null })
    .where(eq(claims.id, claim.id))
    .run();
  const claimOn = (day: string, affidavitVersion?: string) =>
    claimAndBill(actingAs(db, claim.person, { now: at(`${day}T12:00`) }), {
      claimId: claim.id,
      requestedMinutes: 420,
      affidavitVersion,
    });
  return { ...claim, claimOn };
}

test("T5 every Hourbook begins with a text; a claim keeps the words of its own day", () => {
  expect(affidavitOn(db, "2026-10-05")).toMatchObject(AFFIDAVIT);
  expect(done(plan("2027-03-20"))).toBe("The text counts from Sat, Mar 20, 2027.");
  const [before, after] = [open(), open()];
  done(before.claimOn("2027-03-19", "2026-1"));
  expect(after.claimOn("2027-03-20", "2026-1")).toMatchObject({ reason: "affidavit-changed" });
  done(after.claimOn("2027-03-20", "2027-1"));
  expect(before.read()).toMatchObject({ affidavitVersion: "2026-1", affidavitText: AFFIDAVIT.text });
  expect(after.read()).toMatchObject({ affidavitVersion: "2027-1", affidavitText: NEW });
});

test("T5 a text begins on a day to come, once; nobody's is deleted, anybody's stays", () => {
  expect(plan("2027-03-10")).toMatchObject({ reason: "not-ahead" });
  done(plan("2027-03-20"));
  expect(plan("2027-03-20")).toMatchObject({ reason: "date-taken" });
  done(plan("2027-04-20", `${NEW} It costs my certificate.`));
  expect(getAffidavitPage(ctx()).texts.map(({ version, state, deletable }) => [version, state, deletable])).toEqual([
    ["2027-2", "coming", true],
    ["2027-1", "coming", true],
    ["2026-1", "in-force", false],
  ]);
  done(open().claimOn("2027-03-21"));
  expect(remove("2027-1")).toMatchObject({ reason: "affidavit-used" });
  expect(remove("2026-1")).toMatchObject({ reason: "affidavit-used" });
  expect(remove("none")).toMatchObject({ reason: "unknown-affidavit" });
  expect(done(remove("2027-2"))).toBe("The text is deleted.");
  expect(() => db.delete(affidavitTexts).where(eq(affidavitTexts.version, "2027-1")).run()).toThrow();
  expect(getAffidavitPage(ctx()).history[0]!.what).toBe(
    `Deleted a text: version “2027-2”; first day Tue, Apr 20, 2027; text “${NEW} It costs my certificate.”`,
  );
});

test("T5 a text to come is changed, its day and its words, until somebody agreed to it; one in force never", () => {
  done(plan("2027-03-20"));
  done(plan("2027-05-20", `${NEW} It costs my certificate.`));
  const change = (version: string, fromDate: string, text = `${NEW} It may cost my certificate.`, base?: string) =>
    changeAffidavit(ctx(), { intent: "change-affidavit", version, fromDate, text, base });
  const base = writeBase({ fromDate: "2027-03-20", text: NEW });
  expect(done(change("2027-1", "2027-04-01", undefined, base))).toBe("The text counts from Thu, Apr 1, 2027.");
  expect(change("2027-1", "2027-04-02", NEW, base)).toMatchObject({ reason: "changed-meanwhile" });
  expect(getAffidavitPage(ctx()).history[0]!.what).toBe(
    `Changed a text to come: version “2027-1”; first day from Sat, Mar 20, 2027 to Thu, Apr 1, 2027; text from “${NEW}” to “${NEW} It may cost my certificate.”`,
  );
  expect(change("2027-1", "2027-03-10")).toMatchObject({ reason: "not-ahead" });
  expect(change("2027-1", "2027-05-20")).toMatchObject({ reason: "date-taken" });
  expect(change("2026-1", "2027-06-01")).toMatchObject({ reason: "affidavit-used" });
  expect(change("none", "2027-06-01")).toMatchObject({ reason: "unknown-affidavit" });
  done(open().claimOn("2027-04-02"));
  expect(change("2027-1", "2027-06-01")).toMatchObject({ reason: "affidavit-used" });
  const written = db.update(affidavitTexts).set({ text: "Other" }).where(eq(affidavitTexts.version, "2027-1"));
  expect(() => written.run()).toThrow();
});

test("T5 the page says at its field what is wrong, and plans a text", async () => {
  const send = async (values: Record<string, string>) =>
    action({
      request: await post(db, "/admin/affidavit", { intent: "plan-affidavit", ...values }, admin),
      params: {},
      context: {},
    });
  const refused = await send({ fromDate: "2020-01-01", text: NEW });
  expect(refused.data.result.error?.fromDate).toHaveLength(1);
  expect((await thrownBy(() => send({ fromDate: "2099-01-01", text: NEW }))).status).toBe(302);
});
