import ICAL from "ical.js";
import { expect, test } from "vitest";
import { loader as feedLoader } from "~/routes/services/calendar.$secret";
import { findFeedAddress, readFeed, renewFeed } from "~/registration/calendar/calendar-feed.server";
import { register } from "~/registration/seats/registration.server";
import { setClock, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
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
