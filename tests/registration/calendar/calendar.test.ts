import { expect, test } from "vitest";
import { calendarFeeds } from "#drizzle/schema/registration";
import { auditEntries } from "#drizzle/schema/platform";
import { seal } from "~/platform/secrets/sealed-box.server";
import { loader as feedLoader } from "~/routes/services/calendar.$secret";
import { loader as fileLoader } from "~/routes/educator/registrations.$id_.calendar";
import {
  endFeed,
  findFeedAddress,
  readFeed,
  renewFeed,
  sealCalendarFeeds,
} from "~/registration/calendar/calendar-feed.server";
import { writeCalendar } from "~/registration/calendar/calendar.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { at, TEST_NOW, ZONE } from "../../support/clock";
import { actingAs, countStatements, systemContext, useTestDatabase } from "../../support/database";
import { makeCourse, makeOffering, makePerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { get, thrownBy } from "../../support/request";

const ENTRY = {
  key: "r1.s1",
  instead: null,
  repetition: null,
  changedAt: TEST_NOW,
  sequence: 2,
  startsAt: at("2027-03-09T08:00"),
  endsAt: at("2027-03-09T16:00"),
  timeZone: ZONE,
  title: "Soil; seeds, and stories",
  place: "Room 3\nRenton",
  description: "Part one",
  url: "https://hourbook.test/registrations/r1",
  joinUrl: null,
  contact: null,
  organizer: { name: "Puget Sound ESD", address: "office@esd.example" },
  firm: true,
};

/** The lines of an iCalendar text, unfolded (RFC 5545 section 3.1). */
const linesOf = (text: string) => text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");

test("an entry says when in its zone, with the zone's rules, and keeps its UID", () => {
  const text = writeCalendar([ENTRY], { method: "PUBLISH", stamp: TEST_NOW });
  const lines = linesOf(text);
  expect(lines).toEqual(
    expect.arrayContaining([
      "METHOD:PUBLISH",
      "BEGIN:VTIMEZONE",
      "TZID:America/Los_Angeles",
      "UID:r1.s1@hourbook.test",
      "SEQUENCE:2",
      "DTSTAMP:20261005T160000Z",
      "DTSTART;TZID=America/Los_Angeles:20270309T080000",
      "DTEND;TZID=America/Los_Angeles:20270309T160000",
      "SUMMARY:Soil\\; seeds\\, and stories",
      "LOCATION:Room 3\\nRenton",
      "STATUS:CONFIRMED",
    ]),
  );
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test("the day of the March clock change keeps its wall time", () => {
  const after = { ...ENTRY, startsAt: at("2027-03-14T08:00"), endsAt: at("2027-03-14T09:00") };
  const lines = linesOf(writeCalendar([after], { method: "PUBLISH", stamp: TEST_NOW }));
  expect(lines).toContain("DTSTART;TZID=America/Los_Angeles:20270314T080000");
  expect(lines.filter((line) => line.startsWith("RRULE"))).toHaveLength(2);
});

test("what only may come is tentative", () => {
  const lines = linesOf(writeCalendar([{ ...ENTRY, firm: false }], { method: "PUBLISH", stamp: TEST_NOW }));
  expect(lines).toContain("STATUS:TENTATIVE");
});

test("registering invites and withdrawing cancels the same entry, with a higher sequence", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const offering = makeOffering(db);
  const me = actingAs(db, person);
  register(me, { offeringId: offering.id });
  withdraw(me, findLiveRegistration(db, offering.id, person.personId)!.id);
  const partsOf = (kind: string) => messagesOf(db, kind)[0]!.calendar as { method: string; content: string }[];
  const [request] = partsOf("registered");
  const [cancel] = partsOf("withdrawn");
  expect([request!.method, cancel!.method]).toEqual(["REQUEST", "CANCEL"]);
  const field = (content: string, name: string) =>
    linesOf(content)
      .find((line) => line.startsWith(`${name}:`))!
      .slice(name.length + 1);
  expect(field(cancel!.content, "UID")).toBe(field(request!.content, "UID"));
  expect([field(request!.content, "SEQUENCE"), field(cancel!.content, "SEQUENCE")]).toEqual(["0", "1"]);
  expect(linesOf(request!.content).some((line) => line.startsWith("ATTENDEE") && line.includes(person.email))).toBe(
    true,
  );
});

test("a private feed holds the seats of its person alone; a renewed address ends the old one", async () => {
  const db = useTestDatabase();
  const [person, other] = [makePerson(db), makePerson(db)];
  const mine = makeOffering(db, { courseId: makeCourse(db, { title: "My course" }) });
  const theirs = makeOffering(db, { courseId: makeCourse(db, { title: "Their course" }) });
  register(actingAs(db, person), { offeringId: mine.id });
  register(actingAs(db, other), { offeringId: theirs.id });
  const me = actingAs(db, person);
  expect(findFeedAddress(me)).toBeNull();
  renewFeed(me);
  const secretOf = () => findFeedAddress(me)!.split("/").at(-1)!;
  const read = async (secret: string) =>
    feedLoader({ request: await get(db, `/calendar/${secret}`), params: { secret }, context: {} });
  const first = secretOf();
  const answer = await read(first);
  expect(answer.headers.get("Content-Type")).toContain("text/calendar");
  const text = await answer.text();
  expect(text).toContain("My course");
  expect(text).not.toContain("Their course");
  renewFeed(me);
  expect((await thrownBy(() => read(first))).status).toBe(404);
  expect((await read(secretOf())).status).toBe(200);
  const last = secretOf();
  endFeed(me);
  expect((await thrownBy(() => read(last))).status).toBe(404);
});

test("a feed of one registration and one of thirty take the same number of statements", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  renewFeed(me);
  const secret = findFeedAddress(me)!.split("/").at(-1)!;
  const enter = () => register(me, { offeringId: makeOffering(db).id });
  enter();
  const one = countStatements(db, () => readFeed(systemContext(db), secret));
  for (let i = 0; i < 29; i++) enter();
  expect(countStatements(db, () => readFeed(systemContext(db), secret))).toBe(one);
});

test("the file of a registration is for its own person, and for those who have a seat", async () => {
  const db = useTestDatabase();
  const [person, waiting] = [makePerson(db), makePerson(db)];
  const offering = makeOffering(db, { capacity: 1 });
  for (const each of [person, waiting]) register(actingAs(db, each), { offeringId: offering.id });
  const idOf = (each: typeof person) => findLiveRegistration(db, offering.id, each.personId)!.id;
  const read = async (id: string, reader: typeof person) =>
    fileLoader({ request: await get(db, "/", reader), params: { id }, context: {} });
  expect((await read(idOf(person), person)).headers.get("Content-Disposition")).toContain("hourbook.ics");
  expect((await thrownBy(() => read(idOf(person), waiting))).status).toBe(404);
  expect((await thrownBy(() => read(idOf(waiting), waiting))).status).toBe(404);
});

test("the database alone gives no feed away: its secret is kept as a digest and sealed", () => {
  const db = useTestDatabase();
  const me = actingAs(db, makePerson(db));
  renewFeed(me);
  const secret = findFeedAddress(me)!.split("/").at(-1)!;
  const row = db.select().from(calendarFeeds).get()!;
  expect(row.secret).toBeNull();
  expect(Buffer.from(db.$client.serialize()).includes(secret)).toBe(false);
  expect(() => readFeed(systemContext(db), row.secretHash!)).toThrow();
  // Another person's box in one's own row does not open: the label names the person.
  const other = actingAs(db, makePerson(db));
  renewFeed(other);
  db.update(calendarFeeds).set({ sealedSecret: row.sealedSecret }).run();
  expect(findFeedAddress(other)).toBeNull();
});

test("feeds that an earlier version wrote in clear are sealed at the start and keep their addresses", () => {
  const db = useTestDatabase();
  const [early, late] = [actingAs(db, makePerson(db)), actingAs(db, makePerson(db))];
  db.insert(calendarFeeds).values({ personId: early.actor.personId, secret: "in-clear", createdAt: TEST_NOW }).run();
  renewFeed(late);
  const lateAddress = findFeedAddress(late);
  expect(sealCalendarFeeds(systemContext(db))).toBe(1);
  expect(
    db
      .select()
      .from(calendarFeeds)
      .all()
      .map(({ secret }) => secret),
  ).toEqual([null, null]);
  expect(findFeedAddress(early)).toBe("http://hourbook.test/calendar/in-clear");
  expect(readFeed(systemContext(db), "in-clear")).toContain("BEGIN:VCALENDAR");
  expect(findFeedAddress(late)).toBe(lateAddress);
  expect(sealCalendarFeeds(systemContext(db))).toBe(0);
  const sealed = db
    .select()
    .from(auditEntries)
    .all()
    .filter(({ action }) => action === "calendar-feed.sealed");
  expect(sealed.map(({ personId }) => personId)).toEqual([early.actor.personId]);
});

test("a feed that another secret sealed still answers, and its person can make a new address", () => {
  const db = useTestDatabase();
  const me = actingAs(db, makePerson(db));
  renewFeed(me);
  const secret = findFeedAddress(me)!.split("/").at(-1)!;
  const box = seal(secret, "another secret", `calendar feed of ${me.actor.personId}`);
  db.update(calendarFeeds).set({ sealedSecret: box }).run();
  expect(findFeedAddress(me)).toBeNull();
  expect(readFeed(systemContext(db), secret)).toContain("BEGIN:VCALENDAR");
  renewFeed(me);
  expect(findFeedAddress(me)).not.toBeNull();
});

test("programs that go on asking for feeds that ended do not keep others from theirs", async () => {
  const db = useTestDatabase();
  const me = actingAs(db, makePerson(db));
  renewFeed(me);
  const secretOf = () => findFeedAddress(me)!.split("/").at(-1)!;
  const read = async (secret: string) =>
    feedLoader({ request: await get(db, `/calendar/${secret}`), params: { secret }, context: {} });
  for (let i = 0; i < 100; i++) expect((await thrownBy(() => read(`ended-${i}`))).status).toBe(404);
  expect((await thrownBy(() => read("ended"))).status).toBe(429);
  expect((await read(secretOf())).status).toBe(200);
});
