import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { PSESD_POLICY } from "#seed/reference";
import { deletePolicy, getPolicyDraft, getPolicyPage, savePolicy } from "~/catalog/policies/policy-versions.server";
import { policyOn } from "~/catalog/providers/provider-policy.server";
import type { Database } from "~/platform/database/database.server";
import { action as newAction } from "~/routes/admin/providers.$id_.policies_.new";
import { action, loader } from "~/routes/admin/providers.$id_.policies_.$policyId";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let admin: TestPerson;
let providerId: string;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db, { first: "Ada", last: "Min" });
  give(db, admin, "admin");
  providerId = psesd(db).id;
});

const ctx = (now = TEST_NOW) => actingAs(db, admin, { now });
const save = (fromDate: string, changes: Partial<typeof PSESD_POLICY> = {}, policyId: string | null = null) =>
  savePolicy(ctx(), providerId, policyId, { fromDate, policy: { ...PSESD_POLICY, ...changes } });
const versions = () => getPolicyPage(ctx(), providerId).versions;
/** An offering on 9 March 2027 that nobody has approved. */
const draft = () => {
  const { id } = makeOffering(db);
  db.update(offerings)
    .set({ state: "draft", policy: null, inServiceNumber: null, approvedMinutes: null })
    .where(eq(offerings.id, id))
    .run();
};

test("versions stand by their first day, with what each changes and what rests on it", () => {
  draft();
  makeOffering(db);
  makeOffering(db);
  done(save("2027-01-01", { cancelDays: 14, claimDays: 60 }));
  done(save("2028-01-01", { feePerHourCents: 400, cancelDays: 14, claimDays: 60 }));
  expect(versions()).toMatchObject([
    {
      fromDate: "2028-01-01",
      untilDate: null,
      state: "coming",
      touched: { open: 0, copies: 0 },
      differences: [{ label: "For each hour", before: "$3.00", after: "$4.00" }],
    },
    {
      fromDate: "2027-01-01",
      untilDate: "2027-12-31",
      state: "coming",
      touched: { open: 1, copies: 2 },
      differences: [{ after: "14 days before the start" }, { before: "no deadline", after: "60 days after the end" }],
    },
    { fromDate: "2020-01-01", untilDate: "2026-12-31", state: "in-force", touched: { open: 0, copies: 0 } },
  ]);
});

test("what a day would touch is told before it is chosen", () => {
  draft();
  makeOffering(db);
  done(save("2027-06-01"));
  expect(getPolicyDraft(ctx(), providerId, null, "2027-03-09")).toMatchObject({
    fromDate: "2027-03-09",
    untilDate: "2027-05-31",
    touched: { open: 1, copies: 1 },
  });
  expect(getPolicyDraft(ctx(), providerId, null, "2027-03-10").touched).toEqual({ open: 0, copies: 0 });
  expect(getPolicyDraft(ctx(), providerId, null, "no day").fromDate).toBe(getPolicyPage(ctx(), providerId).today);
});

test("a policy to come is changed, its day too; one in force that something rests on is not", () => {
  makeOffering(db);
  done(save("2027-06-01"));
  const [coming, first] = versions();
  expect(done(save("2027-05-01", { offerHours: 48 }, coming!.id))).toBeNull();
  expect(policyOn(db, providerId, "2027-05-01").offerHours).toBe(48);
  expect(save("2027-05-01")).toMatchObject({ reason: "date-taken" });
  expect(save("2020-01-01")).toMatchObject({ reason: "date-in-past" });
  expect(save("2027-09-01", {}, first!.id)).toMatchObject({ reason: "policy-fixed" });
  expect(save("2027-09-01", {}, "none")).toMatchObject({ reason: "unknown-policy" });
  expect(getPolicyPage(ctx(), providerId).history.map(({ what }) => what)).toEqual([
    "Changed a policy to come: first day from Tue, Jun 1, 2027 to Sat, May 1, 2027; an offered seat is held for from 24 hours to 48 hours",
    "Added a policy: first day Tue, Jun 1, 2027",
  ]);
});

test("only what nothing was approved with is deleted, and never the first", () => {
  draft();
  done(save("2027-03-09"));
  done(save("2027-03-10"));
  const [after, on, first] = versions();
  expect(deletePolicy(ctx(), providerId, first!.id)).toMatchObject({ reason: "policy-used" });
  expect(deletePolicy(ctx(), providerId, "none")).toMatchObject({ reason: "unknown-policy" });
  expect(deletePolicy(ctx(), providerId, after!.id).ok).toBe(true);
  makeOffering(db);
  expect(versions()[0]).toMatchObject({ id: on!.id, fixed: false, deletable: false });
  expect(deletePolicy(ctx(), providerId, on!.id)).toMatchObject({ reason: "policy-used" });
  expect(versions()).toHaveLength(2);
});

test("the pages take every value, say what is wrong at its field, and keep other providers' policies apart", async () => {
  const values = {
    fromDate: "2027-01-01",
    name: "PSESD",
    incrementMinutes: "15",
    minimumMinutes: "60",
    leadWorkingDays: "10",
    offerHours: "24",
    cancelDays: "7",
    claimDays: "90",
    lateRegistrationDays: "14",
    evaluationGates: "on",
    feeBase: "5.00",
    feePerHour: "3.00",
    feeMinimum: "0",
    latePercent: "20",
    lateAfterDays: "90",
  };
  const send = async (run: typeof newAction | typeof action, given: Record<string, string>, policyId = "") =>
    run({ request: await post(db, "/admin", given, admin), params: { id: providerId, policyId }, context: {} });
  const refused = await send(newAction, { ...values, feeBase: "five" });
  expect(refused.data.result.error?.feeBase).toEqual(["Enter an amount like 15.00."]);
  expect((await thrownBy(() => send(newAction, values))).status).toBe(302);
  expect(policyOn(db, providerId, "2027-01-01")).toMatchObject({
    incrementMinutes: 15,
    breaksCount: false,
    paymentGates: false,
    claimDays: 90,
    lateRegistrationDays: 14,
    feeBaseCents: 500,
  });
  const taken = await send(newAction, values);
  expect(taken.data.result.error?.[""]).toEqual(["Another policy begins on that day. Choose another."]);
  const [policy] = versions();
  const request = await get(db, "/admin", admin);
  const foreign = { request, params: { id: "another", policyId: policy!.id }, context: {} };
  expect((await thrownBy(() => loader(foreign))).status).toBe(404);
  expect((await thrownBy(() => send(action, { intent: "delete-policy" }, policy!.id))).status).toBe(302);
  expect(versions()).toHaveLength(1);
});
