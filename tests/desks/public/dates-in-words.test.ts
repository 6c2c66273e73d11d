import { expect, test } from "vitest";
import { datesInWords } from "~/desks/public/dates-in-words";
import { at } from "../../support/clock";

const timeZone = "America/Los_Angeles";

test.each([
  ["2027-03-09T08:00", "2027-03-09T16:00", 1, "Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PST"],
  ["2027-03-09T08:00", "2027-03-16T16:00", 2, "Tue, Mar 9, 2027 – Tue, Mar 16, 2027 · 2 sessions"],
  // A session of more than a day is one that people do on their own time.
  ["2027-03-01T00:00", "2027-04-01T00:00", 1, "On your own time, Mar 1–Apr 1, 2027"],
])("from %s to %s in %i sessions reads %s", (startsAt, endsAt, sessionCount, words) => {
  expect(datesInWords({ startsAt: at(startsAt), endsAt: at(endsAt), timeZone, sessionCount })).toBe(words);
});
