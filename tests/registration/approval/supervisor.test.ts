import { expect, test } from "vitest";
import { action, loader } from "~/routes/educator/approvals.$secret";
import { acceptOffer } from "~/registration/waitlist/offer.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { lapseExpiredRequests } from "~/registration/approval/supervisor.server";
import type { Database } from "~/platform/database/database.server";
import { HOUR, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";

const BOSS = "boss@district.example";

function setUp() {
  const db = useTestDatabase();
  const offering = makeOffering(db, { capacity: 1, values: { supervisorHours: 72 } });
  const [first, second] = [makePerson(db), makePerson(db)];
  const place = (person: TestPerson) => findLiveRegistration(db, offering.id, person.personId);
  const enter = (person: TestPerson, supervisorEmail?: string) =>
    register(actingAs(db, person), { offeringId: offering.id, supervisorEmail });
  return { db, first, second, place, enter };
}

/** The secret in the link of the newest request. */
function secretOf(db: Database): string {
  const { actionUrl } = messagesOf(db, "supervisor-request").at(-1)!.payload as { actionUrl: string };
  return actionUrl.split("/").at(-1)!;
}

const args = (request: Request, secret: string) => ({ request, params: { secret }, context: {} });

test("a seat that needs approval is held for the stated time, and the supervisor is asked", () => {
  const { db, first, second, place, enter } = setUp();
  expect(enter(first)).toMatchObject({ reason: "no-supervisor" });
  expect(enter(first, first.email.toUpperCase())).toMatchObject({ reason: "own-supervisor" });
  expect(enter(first, BOSS).ok).toBe(true);
  expect(place(first)).toMatchObject({ status: "requested", requestExpiresAt: TEST_NOW + 72 * HOUR });
  expect(messagesOf(db, "supervisor-request").map(({ recipient }) => recipient)).toEqual([BOSS]);
  // R2: the request holds the seat.
  expect(enter(second, BOSS).ok).toBe(true);
  expect(place(second)!.status).toBe("waitlisted");
});

test("R5 opening the supervisor's link changes nothing; approving is a POST, once", async () => {
  const { db, first, place, enter } = setUp();
  enter(first, BOSS);
  const secret = secretOf(db);
  const page = await loader(args(await get(db, `/approvals/${secret}`), secret));
  expect(page.data).toMatchObject({ educatorName: first.name, open: true, answer: null });
  expect(place(first)!.status).toBe("requested");
  const approve = async () => action(args(await post(db, `/approvals/${secret}`, { intent: "approve" }), secret));
  expect((await thrownBy(approve)).status).toBe(302);
  expect(place(first)!.status).toBe("registered");
  expect(messagesOf(db, "registered")).toHaveLength(1);
  expect((await approve()).init?.status).toBe(409);
  expect((await thrownBy(async () => loader(args(await get(db, "/approvals/guessed"), "guessed")))).status).toBe(404);
});

test("R2 a declined or unanswered request gives the seat to the next, who is asked for a supervisor on accepting", async () => {
  const { db, first, second, place, enter } = setUp();
  enter(first, BOSS);
  enter(second, BOSS);
  const secret = secretOf(db);
  await thrownBy(async () => action(args(await post(db, "/", { intent: "decline", note: "Not that week." }), secret)));
  expect(place(first)).toBeNull();
  expect(messagesOf(db, "request-declined")[0]!.payload).toMatchObject({ lapsed: false, note: "Not that week." });
  const offered = place(second)!;
  expect(offered.status).toBe("offered");
  const me = actingAs(db, second);
  expect(acceptOffer(me, offered.id)).toMatchObject({ reason: "no-supervisor" });
  expect(place(second)!.status).toBe("offered");
  expect(acceptOffer(me, offered.id, { supervisorEmail: BOSS })).toMatchObject({ value: { status: "requested" } });
  expect(lapseExpiredRequests(systemContext(db, TEST_NOW + 72 * HOUR))).toBe(1);
  expect(place(second)).toBeNull();
  expect(messagesOf(db, "request-declined").at(-1)!.payload).toMatchObject({ lapsed: true });
});

test("taking a request back ends the supervisor's say", async () => {
  const { db, first, place, enter } = setUp();
  enter(first, BOSS);
  const secret = secretOf(db);
  expect(withdraw(actingAs(db, first), place(first)!.id).ok).toBe(true);
  const answer = await action(args(await post(db, "/", { intent: "approve" }), secret));
  expect(answer.init?.status).toBe(409);
  expect(place(first)).toBeNull();
});

test("100 links that stand for nothing are opened from one network, then none is answered for a while", async () => {
  const { db, first, place, enter } = setUp();
  enter(first, BOSS);
  const secret = secretOf(db);
  const look = async (guess: string) => loader(args(await get(db, `/approvals/${guess}`), guess));
  for (let i = 0; i < 100; i++) expect((await thrownBy(() => look(`guess-${i}`))).status).toBe(404);
  expect((await thrownBy(() => look(secret))).status).toBe(429);
  const answer = await action(args(await post(db, `/approvals/${secret}`, { intent: "approve" }), secret));
  expect(answer.init).toMatchObject({ status: 429, headers: { "Retry-After": "900" } });
  expect(place(first)!.status).toBe("requested");
});
