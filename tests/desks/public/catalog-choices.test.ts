import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { offeringDesignations, offerings } from "#drizzle/schema/catalog";
import { readCatalogFilters } from "~/desks/public/catalog-filters";
import { searchCatalog } from "~/desks/public/offering-search.server";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeCourse, makeOffering, makePerson } from "../../support/factories";

let db: Database;
beforeEach(() => {
  db = useTestDatabase();
});

function offer(title: string, times: [string, string][], values: Partial<typeof offerings.$inferInsert> = {}) {
  const sessions = times.map(([start, end]) => ({ start, end }));
  return makeOffering(db, { courseId: makeCourse(db, { title }), sessions, values });
}

const find = (query: Record<string, string>, personId: string | null = null) =>
  searchCatalog(db, { now: TEST_NOW, personId }, readCatalogFilters(new URLSearchParams(query)), 1);
const titles = (query: Record<string, string>, personId?: string) =>
  find(query, personId).entries.map(({ title }) => title);

test("evenings and weekends hold what lies there with every session", () => {
  offer("By day", [["2027-03-09T09:00", "2027-03-09T12:00"]]);
  offer("In the evening", [["2027-03-09T16:30", "2027-03-09T18:00"]]);
  offer("On Saturday", [["2027-03-13T09:00", "2027-03-13T12:00"]]);
  offer("Evening, then Saturday", [
    ["2027-03-11T17:00", "2027-03-11T19:00"],
    ["2027-03-13T09:00", "2027-03-13T12:00"],
  ]);
  expect(titles({ times: "evenings" })).toEqual(["In the evening"]);
  expect(titles({ times: "weekends" })).toEqual(["On Saturday"]);
  expect(titles({ times: "free-time" }).sort()).toEqual(["Evening, then Saturday", "In the evening", "On Saturday"]);
  expect(titles({ times: "nonsense" })).toHaveLength(4);
});

test("price and clock hours narrow to what they say, ends included", () => {
  const day: [string, string][] = [["2027-03-09T09:00", "2027-03-09T12:00"]];
  offer("Free, three hours", day, { priceCents: 0, approvedMinutes: 180 });
  offer("Fifty, eight hours", day, { priceCents: 5_000, approvedMinutes: 480 });
  offer("Dear, twenty hours", day, { priceCents: 25_000, approvedMinutes: 1_200 });
  expect(titles({ price: "0" })).toEqual(["Free, three hours"]);
  expect(titles({ price: "50" }).sort()).toEqual(["Fifty, eight hours", "Free, three hours"]);
  expect(titles({ hours: "short" })).toEqual(["Free, three hours"]);
  expect(titles({ hours: "day" })).toEqual(["Fifty, eight hours"]);
  expect(titles({ hours: "long" })).toEqual(["Dear, twenty hours"]);
});

test("R9 what fits leaves out what clashes with one's own sessions, and nobody else's", () => {
  const person = makePerson(db);
  const mine = offer("Mine", [["2027-03-09T09:00", "2027-03-09T12:00"]]);
  offer("At the same time", [["2027-03-09T11:59", "2027-03-09T13:00"]]);
  offer("Right after", [["2027-03-09T12:00", "2027-03-09T13:00"]]);
  register(actingAs(db, person), { offeringId: mine.id });
  expect(titles({ fits: "1" }, person.personId).sort()).toEqual(["Mine", "Right after"]);
  expect(titles({ fits: "1" }, makePerson(db).personId)).toHaveLength(3);
  expect(titles({ fits: "1" })).toHaveLength(3);
});

test("equity finds every course whose hours count for it, whether the course or the offering says so", () => {
  const { id } = offer("Hours of an offering", [["2027-03-09T09:00", "2027-03-09T12:00"]]);
  offer("Another", [["2027-03-09T09:00", "2027-03-09T12:00"]]);
  db.insert(offeringDesignations).values({ offeringId: id, designation: "EQUITY", minutes: 60 }).run();
  expect(titles({ q: "equity" })).toEqual(["Hours of an offering"]);
  expect(titles({ designation: "EQUITY" })).toEqual(["Hours of an offering"]);
});

test("what is closed, or opens later, is said instead of seats", () => {
  const { id } = offer("Closed", [["2027-03-09T09:00", "2027-03-09T12:00"]]);
  expect(find({}).entries[0]!.window).toBe("open");
  db.update(offerings).set({ registrationClosesAt: TEST_NOW }).where(eq(offerings.id, id)).run();
  expect(find({}).entries[0]!.window).toBe("closed");
  const later = { registrationClosesAt: null, registrationOpensAt: TEST_NOW + 1 };
  db.update(offerings).set(later).where(eq(offerings.id, id)).run();
  expect(find({}).entries[0]).toMatchObject({ window: "not-yet", registrationOpensAt: TEST_NOW + 1 });
});
