import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { removedSessions } from "#drizzle/schema/online/removed-sessions";
import { listSessions, writeSessions } from "~/catalog/offerings/offering-parts.server";
import { deleteDraft } from "~/desks/coordinator/withdraw-offering.server";
import { inTransaction } from "~/platform/database/database.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import * as checkIn from "~/routes/educator/check-in.$sessionId";
import * as join from "~/routes/educator/join.$sessionId";
import * as screen from "~/routes/facilitator/sessions.$id_.check-in";
import * as kiosk from "~/routes/facilitator/sessions.$id_.kiosk";
import * as reports from "~/routes/facilitator/sessions.$id_.reports";
import * as sheet from "~/routes/facilitator/sessions.$id_.sheet";
import * as roster from "~/routes/facilitator/sessions.$id";
import { setClock } from "../support/clock";
import { actingAs, useTestDatabase } from "../support/database";
import { makeOffering, makePerson, type TestPerson } from "../support/factories";
import { get, post, thrownBy } from "../support/request";

/** An offering of three evenings online, whose first was taken out; somebody has a seat, and somebody has nothing to do with it. */
function setUp() {
  const db = useTestDatabase();
  const facilitator = makePerson(db);
  const days = ["2027-03-02", "2027-03-09", "2027-03-16"];
  const offering = makeOffering(db, {
    instructor: facilitator,
    sessions: days.map((day) => ({ start: `${day}T16:00`, end: `${day}T18:00` })),
    values: { link: "https://meet.example/room" },
  });
  const [me, stranger] = [makePerson(db), makePerson(db)];
  makeOffering(db, { instructor: stranger });
  expect(register(actingAs(db, me), { offeringId: offering.id }).ok).toBe(true);
  const [gone, next] = offering.sessions;
  removeAll(db, offering, [gone!.id]);
  setClock(gone!.startsAt);
  const argsOf = async (person?: TestPerson, values?: Record<string, string>) => ({
    request: await (values ? post(db, "/", values, person) : get(db, "/", person)),
    params: { sessionId: gone!.id, id: gone!.id },
    context: {},
  });
  return { db, offering, facilitator, me, stranger, gone: gone!, next: next!, argsOf };
}

/** As somebody who rewrites the offering takes sessions out. */
function removeAll(
  db: ReturnType<typeof useTestDatabase>,
  offering: { id: string; timeZone: string },
  gone: readonly string[],
): void {
  const left = listSessions(db, offering.id).filter(({ id }) => !gone.includes(id));
  inTransaction(db, (tx) =>
    writeSessions(
      tx,
      offering,
      left.map(({ id, startsAt, endsAt, topic, place, link, ownMinutes, pauses }) => ({
        ...{ id, startsAt, endsAt, topic, place, link, ownMinutes },
        pauses: pauses.map((pause) => ({ kind: pause.kind, startsAt: pause.startsAt, endsAt: pause.endsAt })),
      })),
    ),
  );
}

test("the link of a session that was taken out says so to whoever is registered, with the next session and their registration", async () => {
  const { db, offering, me, gone, next, argsOf } = setUp();
  const { data } = await join.loader(await argsOf(me));
  expect(data.page).toBeNull();
  expect(data.gone).toMatchObject({
    ...{ became: "removed", offeringId: offering.id, startsAt: gone.startsAt, takesAttendance: false },
    registrationId: findLiveRegistration(db, offering.id, me.personId)!.id,
    next: { id: next.id, isOnline: true, open: false },
  });
  expect(JSON.stringify(data)).not.toContain("meet.example");
  expect((await checkIn.loader(await argsOf(me))).data).toMatchObject({ session: null, gone: { became: "removed" } });
  setClock(next.startsAt);
  const led = await thrownBy(async () => join.loader(await argsOf(me)));
  expect(led.headers.get("Location")).toBe(`/join/${next.id}`);
});

test("where nobody meets online, the next session is named and nobody is led to join it", async () => {
  const { db, offering, me, next, argsOf } = setUp();
  db.update(offerings).set({ link: null }).where(eq(offerings.id, offering.id)).run();
  setClock(next.startsAt);
  expect((await checkIn.loader(await argsOf(me))).data.gone).toMatchObject({ next: { id: next.id, isOnline: false } });
  expect((await join.loader(await argsOf(me))).data.gone).toMatchObject({ next: { open: false } });
});

test("pressing on a page that is still open says the same, and marks nobody", async () => {
  const { me, stranger, argsOf } = setUp();
  const said = async (person: TestPerson) => [
    JSON.stringify((await join.action(await argsOf(person, { intent: "mark", code: "" }))).data),
    JSON.stringify((await checkIn.action(await argsOf(person, { sessionId: "gone", code: "ABC123" }))).data),
  ];
  for (const words of await said(me)) expect(words).toContain("This session no longer takes place");
  for (const words of await said(stranger)) expect(words).not.toContain("no longer takes place");
});

test("whoever withdrew is told, too; staff of the offering are led there from each page of the session", async () => {
  const { db, offering, me, facilitator, gone, argsOf } = setUp();
  withdraw(actingAs(db, me), findLiveRegistration(db, offering.id, me.personId)!.id);
  expect((await join.loader(await argsOf(me))).data.gone).toMatchObject({ became: "removed" });
  for (const page of [roster, screen, kiosk, reports, sheet]) {
    const answer = await thrownBy(async () => page.loader(await argsOf(facilitator)));
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, `/join/${gone.id}`]);
  }
  expect((await join.loader(await argsOf(facilitator))).data.gone).toMatchObject({ takesAttendance: true });
});

test("P2 strangers and people of other offerings learn nothing of a session that is gone", async () => {
  const { me, stranger, argsOf } = setUp();
  expect((await thrownBy(async () => join.loader(await argsOf(stranger)))).status).toBe(404);
  expect((await checkIn.loader(await argsOf(stranger))).data).toMatchObject({ session: null, gone: null });
  for (const page of [roster, screen, kiosk, reports, sheet]) {
    for (const person of [stranger, me]) {
      expect((await thrownBy(async () => page.loader(await argsOf(person)))).status).toBe(404);
    }
  }
  const visitor = await thrownBy(async () => join.loader(await argsOf()));
  expect(visitor.headers.get("Location")).toMatch(/^\/sign-in/);
});

test("a session that became work on people's own time is no session to join, and its link says so", async () => {
  const { db, offering, me, next, argsOf } = setUp();
  db.update(sessions).set({ ownMinutes: 60 }).where(eq(sessions.id, next.id)).run();
  const { data } = await join.loader({ ...(await argsOf(me)), params: { sessionId: next.id } });
  expect(data).toMatchObject({ page: null, gone: { became: "own-time" } });
  db.update(offerings).set({ state: "cancelled" }).where(eq(offerings.id, offering.id)).run();
  const cancelled = await join.loader(await argsOf(me));
  expect(cancelled.data.gone).toMatchObject({ isCancelled: true, next: null });
});

test("a draft whose sessions were rewritten is still deleted as a whole", () => {
  const { db, offering, me } = setUp();
  removeAll(db, offering, [offering.sessions[1]!.id]);
  expect(db.select().from(removedSessions).all()).toHaveLength(2);
  const draft = makeOffering(db, { values: { state: "draft", publishedAt: null } });
  removeAll(db, draft, [draft.sessions[0]!.id]);
  expect(deleteDraft(actingAs(db, me, { scopeIds: [draft.providerId] }), draft.id)).toMatchObject({ ok: true });
  expect(db.select().from(removedSessions).all()).toHaveLength(2);
});
