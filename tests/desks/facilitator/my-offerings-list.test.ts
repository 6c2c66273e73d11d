import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { ATTENDANCE_WORDS, MY_OFFERINGS_LIST, WHEN_OPTIONS } from "~/desks/facilitator/my-offerings-list";
import { myOfferingsSource } from "~/desks/facilitator/my-offerings-list.server";
import { writeListCsv } from "~/platform/lists/list-csv.server";
import { readList } from "~/platform/lists/list-page.server";
import { HOUR } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson } from "../../support/factories";

const day = (date: string) => [{ start: `${date}T08:00`, end: `${date}T16:00` }];

test("a facilitator finds every roster again, of whatever year, and nobody else's", () => {
  const db = useTestDatabase();
  const facilitator = makePerson(db);
  const old = makeOffering(db, { instructor: facilitator, sessions: day("2024-03-05") });
  const now = makeOffering(db, { instructor: facilitator, sessions: day("2026-10-05") });
  const coming = makeOffering(db, { instructor: facilitator, sessions: day("2027-03-09") });
  makeOffering(db, { instructor: makePerson(db) });
  const ctx = actingAs(db, facilitator, { now: now.startsAt + HOUR });
  const found = (query: string) =>
    readList(myOfferingsSource(ctx), new URLSearchParams(query)).rows.map(({ id, state }) => [id, state]);
  expect(found("")).toEqual([
    [coming.id, "coming"],
    [now.id, "running"],
    [old.id, "to-confirm"],
  ]);
  expect(found("when=coming")).toEqual([[coming.id, "coming"]]);
  expect(found("when=running")).toEqual([[now.id, "running"]]);
  expect(found("when=past")).toEqual([[old.id, "to-confirm"]]);
  done(confirmAttendance(ctx, { offeringId: old.id }));
  expect(found("when=to-confirm")).toEqual([]);
  expect(found("from=2024-03-05&to=2024-03-05")).toEqual([[old.id, "confirmed"]]);
  db.update(offerings).set({ state: "cancelled" }).where(eq(offerings.id, coming.id)).run();
  expect(found("when=coming")).toEqual([[coming.id, "cancelled"]]);
  expect(writeListCsv(myOfferingsSource(ctx), new URLSearchParams("cols=state")).csv).toContain('"Cancelled"');
});

test("each state has words, and each choice of when its own", () => {
  expect(new Set(Object.values(ATTENDANCE_WORDS).map(({ text }) => text)).size).toBe(5);
  expect(WHEN_OPTIONS.map(({ value }) => value)).toEqual(["coming", "running", "past", "to-confirm"]);
  expect(MY_OFFERINGS_LIST.columns.filter(({ primary }) => primary)).toHaveLength(1);
});
