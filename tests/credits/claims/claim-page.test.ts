import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { AFFIDAVIT } from "../../support/billing";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { register } from "~/registration/seats/registration.server";
import { action as enterCode } from "~/routes/educator/claim";
import { action, loader } from "~/routes/educator/claims.$id";
import { DAY, HOUR, setClock, TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

/** Somebody who can claim seven hours of a day that was over yesterday, at the time of tests. */
function claimable() {
  const db = useTestDatabase();
  const end = TEST_NOW - DAY;
  const facilitator = makePerson(db);
  const taught = makeOffering(db, {
    instructor: facilitator,
    sessions: [{ start: "2026-10-04T02:00", end: "2026-10-04T09:00" }],
  });
  const educator = makePerson(db, { organisation: "Highline" });
  expect(register(actingAs(db, educator, { now: end - 9 * DAY }), { offeringId: taught.id }).ok).toBe(true);
  const during = actingAs(db, facilitator, { now: end - HOUR });
  markAllPresent(during, { sessionId: taught.sessions[0]!.id, deviceTime: during.now, nonce: "everyone" });
  confirmAttendance(actingAs(db, facilitator, { now: end + HOUR }), { offeringId: taught.id });
  const claim = db.select().from(claims).where(eq(claims.personId, educator.personId)).get()!;
  const args = (request: Request) => ({ request, params: { id: claim.id }, context: {} });
  const send = async (values: Record<string, string>) =>
    action(args(await post(db, `/claims/${claim.id}`, { intent: "claim", ...values }, educator)));
  const status = () => db.select().from(claims).where(eq(claims.id, claim.id)).get()!.status;
  return { db, claim, educator, args, send, status };
}

test("H9 hours are claimed only under the affidavit that no college credit is sought for the same course", async () => {
  const { send, status } = claimable();
  expect(AFFIDAVIT.text).toContain("do not seek college credit for the same course");
  const answer = await send({ hours: "7" });
  expect(answer.init?.status).toBe(400);
  expect(Object.keys(answer.data.result.error ?? {})).toEqual(["affidavit"]);
  expect(answer.data.result.initialValue).toMatchObject({ hours: "7" });
  expect(status()).toBe("open");
  expect((await thrownBy(() => send({ hours: "7", affidavit: "on" }))).status).toBe(302);
  expect(status()).toBe("claimed");
});

test.each([
  ["", "hours"],
  ["seven", "hours"],
  ["0", "hours"],
  ["-1", "hours"],
])("T3 a claim of %j hours comes back with the error at its field", async (hours, field) => {
  const { send, status } = claimable();
  const answer = await send({ hours, affidavit: "on" });
  expect(answer.init?.status).toBe(400);
  expect(Object.keys(answer.data.result.error ?? {})).toEqual([field]);
  expect(status()).toBe("open");
});

test("H6 a claim of more than was earned comes back with the words and the value", async () => {
  const { send, status } = claimable();
  const answer = await send({ hours: "7.5", affidavit: "on" });
  expect(answer.init?.status).toBe(409);
  expect(answer.data.result.error).toEqual({ hours: ["You can claim at most what you earned."] });
  expect(status()).toBe("open");
});

test("P2 somebody else's claim is a 404", async () => {
  const { db, args, claim } = claimable();
  const stranger = makePerson(db);
  const response = await thrownBy(async () => loader(args(await get(db, `/claims/${claim.id}`, stranger))));
  expect(response.status).toBe(404);
});

test("T3 ten wrong claim codes cost nothing, then the next one waits, longer each time", async () => {
  const { db, claim, educator } = claimable();
  const { claimCode } = db.select().from(offerings).where(eq(offerings.id, claim.offeringId)).get()!;
  const enter = async (code: string) =>
    enterCode({ request: await post(db, "/claim", { code }, educator), params: {}, context: {} });
  for (let i = 0; i < 11; i++) expect((await enter("AAAAAA")).data.result.error).toHaveProperty("code");
  expect((await enter(claimCode!)).init).toMatchObject({ status: 429, headers: { "Retry-After": "30" } });
  setClock(TEST_NOW + 30_000);
  expect((await enter("AAAAAA")).init?.status).toBe(409);
  expect((await enter(claimCode!)).init).toMatchObject({ status: 429, headers: { "Retry-After": "60" } });
  setClock(TEST_NOW + 90_000);
  const found = await thrownBy(() => enter(claimCode!.toLowerCase()));
  expect(found.headers.get("Location")).toBe(`/claims/${claim.id}`);
});
