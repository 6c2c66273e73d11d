import ICAL from "ical.js";
import { expect, test } from "vitest";
import { loader as feedLoader } from "~/routes/services/calendar.$secret";
import { findFeedAddress, readFeed, renewFeed } from "~/registration/calendar/calendar-feed.server";
import { register } from "~/registration/seats/registration.server";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { loader as deadlineLoader } from "~/routes/certificate/certificate.calendar";
import { setClock, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson } from "../../support/factories";
import { get } from "../../support/request";

/** The lines of an iCalendar text, unfolded (RFC 5545 section 3.1). */
const linesOf = (text: string) => text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");

test("an empty feed is a calendar that can be subscribed to, and says how often to come back", async () => {
  const db = useTestDatabase();
  const me = actingAs(db, makePerson(db));
  renewFeed(me);
  const secret = findFeedAddress(me)!.split("/").at(-1)!;
  const text = readFeed(systemContext(db), secret);
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  expect(calendar.getAllSubcomponents("vtimezone")).toHaveLength(1);
  expect(linesOf(text)).toEqual(
    expect.arrayContaining(["METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"]),
  );
});

test("a feed stays the same while nothing changes, so that programs need not take it again", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  renewFeed(me);
  const secret = findFeedAddress(me)!.split("/").at(-1)!;
  register(me, { offeringId: makeOffering(db).id });
  const ask = async (etag?: string) => {
    const request = await get(db, `/calendar/${secret}`);
    if (etag) request.headers.set("If-None-Match", etag);
    return feedLoader({ request, params: { secret }, context: {} });
  };
  const first = await ask();
  const etag = first.headers.get("ETag")!;
  const lines = linesOf((await first.text()).split("BEGIN:VEVENT")[1]!);
  for (const name of ["LAST-MODIFIED:", "ORGANIZER;", "DTSTAMP:"])
    expect(lines.filter((line) => line.startsWith(name))).toHaveLength(1);
  setClock(TEST_NOW + 3_600_000);
  const again = await ask(etag);
  expect([again.status, await again.text()]).toEqual([304, ""]);
  register(me, { offeringId: makeOffering(db).id });
  const changed = await ask(etag);
  expect([changed.status, changed.headers.get("ETag") === etag]).toEqual([200, false]);
});

test("N1 the last day of a certificate is a whole day in the feed and in a file of its own, and takes no time", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  renewFeed(me);
  const secret = findFeedAddress(me)!.split("/").at(-1)!;
  const file = async () =>
    deadlineLoader({ request: await get(db, "/certificate/calendar", person), params: {}, context: {} });
  await expect(file()).rejects.toMatchObject({ status: 404 });
  register(me, { offeringId: makeOffering(db).id });
  done(addCertificate(me, { kind: "teacher", issuedOn: "2023-07-01", expiresOn: "2028-06-30" }));
  const read = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const inFeed = read(readFeed(systemContext(db), secret));
  expect(inFeed).toHaveLength(2);
  const [own] = read(await (await file()).text());
  for (const day of [inFeed[1]!, own!]) {
    expect([day.summary, day.startDate.toString(), day.startDate.isDate]).toEqual([
      "Last day of your certificate",
      "2028-06-30",
      true,
    ]);
    expect(day.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  }
  expect(own!.uid).toBe(inFeed[1]!.uid);
});
