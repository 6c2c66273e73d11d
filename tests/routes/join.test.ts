import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { offerings } from "#drizzle/schema/catalog";
import { action, loader } from "~/routes/educator/join.$sessionId";
import { register } from "~/registration/seats/registration.server";
import { MINUTE, setClock } from "../support/clock";
import { actingAs, useTestDatabase } from "../support/database";
import { makeOffering, makePerson, type TestPerson } from "../support/factories";
import { get, post, thrownBy } from "../support/request";

const LINK = "https://meet.example/secret-room";

/** An offering of two sessions that meets online, with somebody on its roster. */
function setUp() {
  const db = useTestDatabase();
  const days = ["2027-03-02", "2027-03-09"];
  const offering = makeOffering(db, {
    sessions: days.map((day) => ({ start: `${day}T16:00`, end: `${day}T18:00` })),
    values: { link: LINK },
  });
  const me = makePerson(db);
  register(actingAs(db, me), { offeringId: offering.id });
  const [first, second] = offering.sessions;
  const argsOf = (sessionId: string) => ({ params: { sessionId }, context: {} });
  const open = async (sessionId: string, person?: TestPerson) =>
    loader({ request: await get(db, `/join/${sessionId}`, person), ...argsOf(sessionId) });
  const press = async (sessionId: string, values: Record<string, string>, person?: TestPerson) =>
    action({ request: await post(db, `/join/${sessionId}`, values, person), ...argsOf(sessionId) });
  const marks = () => db.select().from(attendanceMarks).all();
  return { db, offering, me, first: first!, second: second!, open, press, marks };
}

test("pressing leads to the online meeting by a redirect that no post follows, without JavaScript, too", async () => {
  const { me, first, press, marks } = setUp();
  setClock(first.startsAt);
  const sent = { intent: "mark", code: "", deviceTime: "", device: "" };
  const answer = await thrownBy(() => press(first.id, sent, me));
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Location")).toBe(LINK);
  expect(marks()).toMatchObject([{ personId: me.personId, deviceTime: first.startsAt }]);
});

test("visitors sign in first and come back; a session that is not there is 404", async () => {
  const { me, first, open, press } = setUp();
  for (const work of [() => open(first.id), () => press(first.id, { intent: "mark" })]) {
    const answer = await thrownBy(work);
    expect(answer.headers.get("Location")).toBe(`/sign-in?next=${encodeURIComponent(`/join/${first.id}`)}`);
  }
  expect((await thrownBy(() => open("nowhere", me))).status).toBe(404);
  const refused = await press("nowhere", { intent: "mark" }, me);
  expect(JSON.stringify(refused.data)).toContain("You have no seat in this offering");
});

test("a session of an offering that was never published is 404", async () => {
  const { db, offering, me, first, open } = setUp();
  db.update(offerings).set({ state: "draft", publishedAt: null }).where(eq(offerings.id, offering.id)).run();
  expect((await thrownBy(() => open(first.id, me))).status).toBe(404);
});

test("a refusal is told at the form, and nobody is sent on", async () => {
  const { db, first, press, marks } = setUp();
  setClock(first.startsAt);
  const reply = await press(first.id, { intent: "mark" }, makePerson(db));
  expect(reply.init?.status).toBe(409);
  expect(JSON.stringify(reply.data)).toContain("You have no seat in this offering");
  expect(JSON.stringify(reply.data)).not.toContain("meet.example");
  expect(marks()).toEqual([]);
});

test("the page of a session that is over leads to the one that is held now, and names the next before it", async () => {
  const { me, first, second, open } = setUp();
  setClock(first.endsAt + MINUTE);
  expect((await open(first.id, me)).data.page).toMatchObject({
    refusal: "over",
    next: { id: second.id, open: false },
  });
  setClock(second.startsAt);
  const answer = await thrownBy(() => open(first.id, me));
  expect(answer.headers.get("Location")).toBe(`/join/${second.id}`);
});
