import { expect, test } from "vitest";
import { calendarFeeds } from "#drizzle/schema/registration";
import { findFeedAddress } from "~/registration/calendar/calendar-feed.server";
import { prepare } from "../../scripts/prepare";
import { TEST_NOW } from "../support/clock";
import { actingAs, useTestDatabase } from "../support/database";
import { makePerson } from "../support/factories";

test("a start seals the calendar feeds that an earlier version wrote in clear, once", async () => {
  const db = useTestDatabase();
  const { personId, ...person } = makePerson(db);
  db.insert(calendarFeeds).values({ personId, secret: "in-clear", createdAt: TEST_NOW }).run();
  for (let start = 0; start < 2; start++) {
    await prepare();
    expect(db.select().from(calendarFeeds).get()!.secret).toBeNull();
    expect(findFeedAddress(actingAs(db, { personId, ...person }))).toBe("http://hourbook.test/calendar/in-clear");
  }
});
