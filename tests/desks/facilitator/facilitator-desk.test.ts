import { expect, test } from "vitest";
import { getFacilitatorDesk } from "~/desks/facilitator/facilitator-desk.server";
import { TO_CONFIRM_PATH } from "~/desks/facilitator/my-offerings-list";
import { myOfferingsSource } from "~/desks/facilitator/my-offerings-list.server";
import { readList } from "~/platform/lists/list-page.server";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeCourse, makeOffering, makePerson } from "../../support/factories";

const day = (date: string) => [{ start: `${date}T08:00`, end: `${date}T16:00` }];

test("what waits for confirmation is counted, not cut in silence, and stands in the list that is linked, of whatever year", () => {
  const db = useTestDatabase();
  const courseId = makeCourse(db);
  const facilitator = makePerson(db);
  const make = (date: string, instructor = facilitator) =>
    makeOffering(db, { courseId, instructor, sessions: day(date) });
  for (let each = 0; each < 53; each++) make("2026-10-05");
  make("2023-03-07");
  make("2026-10-05", makePerson(db));
  const ctx = actingAs(db, facilitator, { now: at("2026-11-02T08:00") });
  const { rows, total } = getFacilitatorDesk(ctx).toConfirm;
  expect([rows.length, total]).toEqual([50, 54]);
  const { searchParams } = new URL(TO_CONFIRM_PATH, "https://hourbook.example");
  expect(readList(myOfferingsSource(ctx), searchParams).total).toBe(54);
});
