import { afterEach, beforeEach, expect, test } from "vitest";
import { webhookDeliveries } from "#drizzle/schema/staff/hr-api";
import { deliverMessages } from "~/hr/webhooks/deliver.server";
import { forgetOldMessages, pingEndpoint, queueMessages, sendAgain } from "~/hr/webhooks/queue-messages.server";
import { LOG_KEPT_MS } from "~/hr/webhooks/webhook";
import { addEndpoint, changeEndpoint, listEndpoints, renewSecret, switchEndpoint } from "~/hr/webhooks/webhook.server";
import type { Database } from "~/platform/database/database.server";
import { env } from "~/platform/env.server";
import { DAY, MINUTE, TEST_NOW } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { deliveriesOf, endpointFor, endpointOf } from "../../support/hr/payroll";
import { startReceiver } from "../../support/network/receiver";
import { messagesOf } from "../../support/outbox";

let db: Database;
let hr: TestPerson;
let ada: TestPerson;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let webhookId: string;

beforeEach(async () => {
  env.WEBHOOK_PRIVATE_ADDRESSES = "yes";
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  ada = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline" });
  receiver = await startReceiver();
  const { id, secret } = endpointFor(staff(), receiver.url);
  webhookId = id;
  receiver.state.secret = secret;
});

afterEach(() => {
  env.WEBHOOK_PRIVATE_ADDRESSES = "no";
});

const staff = (district = "Highline") => actingAs(db, hr, { now: TEST_NOW, scopeIds: [organisationId(db, district)] });

/** The job, at an instant. */
async function run(now = TEST_NOW) {
  const ctx = { ...systemContext(db), now };
  queueMessages(ctx);
  return deliverMessages(ctx);
}

const kinds = () => receiver.received.map(({ body }) => body.type);

test("what was posted and corrected is told once, signed, and names nobody", async () => {
  const { creditId } = postCreditFor(db, ada);
  postCreditFor(db, ada, { day: "2027-04-09" });
  expect(await run()).toEqual({ delivered: 1, failed: 0 });
  expect(receiver.received).toMatchObject([
    {
      isGenuine: true,
      timestamp: Math.floor(TEST_NOW / 1_000),
      body: { type: "credits.posted", data: { count: 2, since: "0" } },
    },
  ]);
  correctCreditRow(db, creditId, 60, TEST_NOW);
  await run();
  expect(kinds()).toEqual(["credits.posted", "credits.corrected"]);
  expect(receiver.received[1]!.body.data.since).toBe(receiver.received[0]!.body.data.cursor);
  expect(await run()).toEqual({ delivered: 0, failed: 0 });
  expect(JSON.stringify(receiver.received)).not.toMatch(/Ames|Ada/);
});

test("what happened before an endpoint was there, and what happened to another district, is not told", async () => {
  postCreditFor(db, ada);
  const other = await startReceiver();
  const kent = endpointFor(staff("Kent"), other.url);
  other.state.secret = kent.secret;
  const late = await startReceiver();
  endpointFor(staff(), late.url);
  await run();
  expect([receiver, other, late].map(({ received }) => received.length)).toEqual([1, 0, 0]);
});

test("an endpoint hears of what it wants alone", async () => {
  done(changeEndpoint(staff(), webhookId, { url: receiver.url, events: ["corrected"] }));
  const { creditId } = postCreditFor(db, ada);
  await run();
  correctCreditRow(db, creditId, 60, TEST_NOW);
  await run();
  expect(kinds()).toEqual(["credits.corrected"]);
});

test("what is not taken waits longer each time, under the same id, and the log says what came back", async () => {
  receiver.state.status = 503;
  receiver.state.answer = "Back at nine";
  postCreditFor(db, ada);
  expect(await run()).toEqual({ delivered: 0, failed: 1 });
  expect(deliveriesOf(db, webhookId)).toMatchObject([
    { state: "waiting", attempts: 1, status: 503, answer: "Back at nine", nextAttemptAt: TEST_NOW + MINUTE },
  ]);
  expect(listEndpoints(db, organisationId(db, "Highline"))).toMatchObject([{ waiting: 1, failingSince: TEST_NOW }]);
  expect(await run(TEST_NOW + MINUTE - 1)).toEqual({ delivered: 0, failed: 0 });
  await run(TEST_NOW + MINUTE);
  receiver.state.status = 204;
  expect(await run(TEST_NOW + 6 * MINUTE)).toEqual({ delivered: 1, failed: 0 });
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  expect(deliveriesOf(db, webhookId)).toMatchObject([{ state: "delivered", attempts: 3, nextAttemptAt: null }]);
  expect(endpointOf(db, webhookId).failingSince).toBeNull();
});

test("after five days without a message taken it is off, HR is told once, and on again it hears of all that happened", async () => {
  receiver.state.status = 500;
  postCreditFor(db, ada);
  let now = TEST_NOW;
  await run(now);
  while (endpointOf(db, webhookId).offAt === null && now < TEST_NOW + 10 * DAY) await run((now += 60 * MINUTE));
  expect(now - TEST_NOW).toBeGreaterThanOrEqual(5 * DAY);
  expect(now - TEST_NOW).toBeLessThan(6 * DAY);
  expect(endpointOf(db, webhookId)).toMatchObject({ offReason: "failing" });
  expect(messagesOf(db, "webhook-switched-off")).toMatchObject([
    { personId: hr.personId, payload: { answer: "Status 500", failedFor: "5 days" } },
  ]);
  postCreditFor(db, ada, { day: "2027-04-09" });
  const before = receiver.received.length;
  await run(now + DAY);
  expect(receiver.received).toHaveLength(before);
  receiver.state.status = 204;
  done(switchEndpoint({ ...staff(), now: now + DAY }, webhookId, true));
  await run(now + DAY);
  expect(receiver.received.slice(before).map(({ body }) => body.data.count)).toEqual(expect.arrayContaining([1]));
});

test("HR tries an endpoint, and sends a message of the log again under its id", async () => {
  const messageId = done(pingEndpoint(staff(), webhookId));
  await run();
  expect(receiver.received).toMatchObject([{ id: messageId, isGenuine: true, body: { type: "ping" } }]);
  done(sendAgain(staff(), webhookId, messageId));
  await run();
  expect(receiver.received.map(({ id }) => id)).toEqual([messageId, messageId]);
  done(switchEndpoint(staff(), webhookId, false));
  expect(pingEndpoint(staff(), webhookId)).toMatchObject({ reason: "off" });
  expect(sendAgain(staff(), webhookId, "nothing")).toMatchObject({ reason: "off" });
});

test("a new secret signs at once, and is kept sealed", async () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  renewSecret(staff(), webhookId, secret);
  done(pingEndpoint(staff(), webhookId));
  await run();
  receiver.state.secret = secret;
  done(pingEndpoint(staff(), webhookId));
  await run();
  expect(receiver.received.map(({ isGenuine }) => isGenuine)).toEqual([false, true]);
  expect(endpointOf(db, webhookId).sealedSecret).not.toContain(secret.slice(6, 20));
});

test("an endpoint with many messages does not hold up another's", async () => {
  for (let count = 0; count < 20; count++) done(pingEndpoint(staff(), webhookId));
  const other = await startReceiver();
  const { id, secret } = endpointFor(staff("Kent"), other.url);
  other.state.secret = secret;
  done(pingEndpoint({ ...staff("Kent"), now: TEST_NOW + 1 }, id));
  expect(await run(TEST_NOW + 1)).toEqual({ delivered: 2, failed: 0 });
  expect([receiver, other].map(({ received }) => received.length)).toEqual([1, 1]);
});

test("two processes send a message once", async () => {
  done(pingEndpoint(staff(), webhookId));
  const counts = await Promise.all([run(), run(), run()]);
  expect(counts.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
  expect(receiver.received).toHaveLength(1);
});

test("nothing goes to closed addresses, whenever they became so", async () => {
  done(pingEndpoint(staff(), webhookId));
  env.WEBHOOK_PRIVATE_ADDRESSES = "no";
  expect(await run()).toEqual({ delivered: 0, failed: 1 });
  expect(receiver.received).toEqual([]);
  expect(deliveriesOf(db, webhookId)[0]!.answer).toMatch(/https:|private/);
  const input = { organisationId: organisationId(db, "Highline"), url: "https://10.0.0.1/", events: [] };
  expect(addEndpoint(staff(), input, "whsec_")).toMatchObject({ reason: "closed-url" });
});

test("the log is kept for 400 days, and what still waits longer", async () => {
  done(pingEndpoint(staff(), webhookId));
  await run();
  done(pingEndpoint(staff(), webhookId));
  expect(forgetOldMessages({ ...systemContext(db), now: TEST_NOW + LOG_KEPT_MS - 1 })).toBe(0);
  expect(forgetOldMessages({ ...systemContext(db), now: TEST_NOW + LOG_KEPT_MS })).toBe(1);
  expect(db.select().from(webhookDeliveries).all()).toHaveLength(1);
});
