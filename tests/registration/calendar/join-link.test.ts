import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { outboxMessages } from "#drizzle/schema/messages";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import { getPublicOffering } from "~/desks/public/public-catalog.server";
import { readFeed, renewFeed, findFeedAddress } from "~/registration/calendar/calendar-feed.server";
import { origin } from "~/platform/env.server";
import { getMyRegistration } from "~/registration/mine/registration-page.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, psesd } from "../../support/factories";
import { messagesOf } from "../../support/outbox";

const LINK = "https://meet.example/secret-room?pwd=a,b;c";

/** An online offering of two seats: somebody registered, somebody with an unanswered request, and somebody who waits. */
function setUp() {
  const db = useTestDatabase();
  const values = {
    modality: "online" as const,
    place: "Online",
    link: LINK,
    arrival: "The room opens at 7:45.",
    bring: "A headset",
    approvedMinutes: 60,
  };
  const offering = makeOffering(db, { capacity: 2, values });
  const [seated, asking, waiting] = [makePerson(db), makePerson(db), makePerson(db)];
  register(actingAs(db, seated), { offeringId: offering.id });
  const set = (columns: Partial<typeof offerings.$inferInsert>) =>
    db.update(offerings).set(columns).where(eq(offerings.id, offering.id)).run();
  set({ supervisorHours: 48 });
  register(actingAs(db, asking), { offeringId: offering.id, supervisorEmail: "boss@test.example" });
  set({ supervisorHours: null });
  register(actingAs(db, waiting), { offeringId: offering.id });
  const mine = (person: typeof seated) => findLiveRegistration(db, offering.id, person.personId)!;
  const feedOf = (person: typeof seated) => {
    const me = actingAs(db, person);
    renewFeed(me);
    return readFeed(systemContext(db), findFeedAddress(me)!.split("/").at(-1)!).replaceAll(/\r\n[ \t]/g, "");
  };
  return { db, offering, seated, asking, waiting, mine, feedOf };
}

// Mails, entries and pages used to hold the link itself. Now they hold the session's join page, so that whoever follows it is
// signed in, has a seat and presses a button (R5), and so that nobody else learns where the online meeting is.
test("whoever has a seat finds the join page in the confirmation, in its entry, in their feed and on their page", () => {
  const { db, offering, seated, mine, feedOf } = setUp();
  const page = `${origin}/join/${offering.sessions[0]!.id}`;
  const [registered] = messagesOf(db, "registered");
  expect(registered!.payload).toMatchObject({
    sessions: [{ joinUrl: page }],
    arrival: "The room opens at 7:45.",
    bring: "A headset",
  });
  const entry = registered!.calendar![0]!.content.replaceAll(/\r\n[ \t]/g, "");
  for (const text of [entry, feedOf(seated)]) {
    const lines = text.split("\r\n");
    expect(lines).toContain(`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Join online":${page}`);
    expect(lines).toContain(`LOCATION:${page}`);
    expect(text).toContain(`DESCRIPTION:Join online: ${page}`);
    expect(text).toContain("Bring along: A headset");
  }
  const { sessions, ...shown } = getMyRegistration(actingAs(db, seated), mine(seated).id);
  expect(sessions).toMatchObject([{ joinPath: `/join/${offering.sessions[0]!.id}` }]);
  expect(JSON.stringify([registered, feedOf(seated), sessions, shown])).not.toContain("secret-room");
});

test("a session that is over has no button to join on the page of a registration", () => {
  const { db, offering, seated, mine } = setUp();
  const after = actingAs(db, seated, { now: offering.sessions[0]!.endsAt });
  expect(getMyRegistration(after, mine(seated).id).sessions).toMatchObject([{ joinPath: null }]);
});

test("nobody else finds it: not who asks, waits, left, or looks at the catalog", () => {
  const { db, offering, seated, asking, waiting, mine, feedOf } = setUp();
  const seen = [
    feedOf(asking),
    feedOf(waiting),
    ...[asking, waiting].map((person) => getMyRegistration(actingAs(db, person), mine(person).id)),
    getPublicOffering(db, offering.id),
  ];
  const { id } = mine(seated);
  withdraw(actingAs(db, seated), id);
  seen.push(getMyRegistration(actingAs(db, seated), id), feedOf(seated));
  const sent = db.select().from(outboxMessages).all();
  seen.push(...sent.filter(({ kind }) => kind !== "registered").map((each) => JSON.stringify(each)));
  expect(seen.length).toBeGreaterThan(9);
  for (const each of seen)
    expect(typeof each === "string" ? each : JSON.stringify(each)).not.toMatch(/secret-room|\/join\//);
});

// Another link used to be sent to those with a seat. It changes nothing that they hold any more; a first or a last one does.
test("whether there is a link goes to those with a seat, as a change of the same entry; which one it is changes nothing", () => {
  const { db, offering, seated } = setUp();
  const staff = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const row = db.select().from(offerings).where(eq(offerings.id, offering.id)).get()!;
  const { sessions } = toOfferingDraft(db, row);
  const input = {
    ...{ modality: row.modality, place: row.place, capacity: 2, priceCents: 0, instructors: [], designations: [] },
    sessions: sessions.map((session) => ({ ...session, pauses: [] })),
  };
  let now = staff.now;
  const save = (link: string | undefined) =>
    updateOffering({ ...staff, now: ++now }, { ...input, link, offeringId: offering.id, reason: "Snow" });
  expect(save("https://meet.example/other-room")).toMatchObject({ ok: true, value: { told: 0 } });
  expect(save(undefined)).toMatchObject({ value: { told: 1 } });
  expect(save("https://meet.example/third-room")).toMatchObject({ value: { told: 1 } });
  const told = messagesOf(db, "join-link");
  expect(told.map(({ personId }) => personId)).toEqual([seated.personId, seated.personId]);
  const page = `${origin}/join/${offering.sessions[0]!.id}`;
  expect(told.map(({ payload }) => payload)).toMatchObject([
    { sessions: [{ joinUrl: null }] },
    { sessions: [{ joinUrl: page }] },
  ]);
  expect(told[1]!.calendar).toMatchObject([{ method: "REQUEST" }]);
  expect(told[1]!.calendar![0]!.content).toContain("SEQUENCE:2");
});

test("a move tells everybody, and the link those with a seat", () => {
  const { db, offering, seated } = setUp();
  const staff = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const row = db.select().from(offerings).where(eq(offerings.id, offering.id)).get()!;
  const sessions = toOfferingDraft(db, row).sessions.map((each) => ({ ...each, date: "2027-03-16", pauses: [] }));
  const input = { modality: row.modality, place: row.place, capacity: 2, priceCents: 0, link: LINK, sessions };
  updateOffering(staff, { ...input, instructors: [], designations: [], offeringId: offering.id, reason: "Snow" });
  const told = messagesOf(db, "offering-moved");
  expect(told).toHaveLength(3);
  const holding = told.filter((each) => JSON.stringify(each).includes("/join/"));
  expect(holding.map(({ personId }) => personId)).toEqual([seated.personId]);
});
