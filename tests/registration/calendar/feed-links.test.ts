import { expect, test } from "vitest";
import { feedLinks } from "~/registration/calendar/feed-links";

test("a feed's address opens calendar programs, Google and Outlook", () => {
  expect(feedLinks("https://hourbook.test/calendar/k2+m")).toEqual({
    webcal: "webcal://hourbook.test/calendar/k2+m",
    google: "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fhourbook.test%2Fcalendar%2Fk2%2Bm",
    outlook:
      "https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Fhourbook.test%2Fcalendar%2Fk2%2Bm&name=Hourbook",
  });
});
