import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { audiences, courseAudiences, courseDesignations, instructors, offerings } from "#drizzle/schema/catalog";
import type { Database } from "~/platform/database/database.server";
import { readCatalogFilters } from "~/desks/public/catalog-filters";
import { offeringSource } from "~/desks/coordinator/offering-list.server";
import { searchCatalog } from "~/desks/public/offering-search.server";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { makeCourse, makeOffering, makePerson, organisationId, psesd } from "../../support/factories";
import { pageOfList } from "../../support/request";

const search = (db: Database, query: Record<string, string> = {}, page = 1, now = TEST_NOW, personId?: string) =>
  searchCatalog(db, { now, personId: personId ?? null }, readCatalogFilters(new URLSearchParams(query)), page);

const titles = (db: Database, query: Record<string, string> = {}) =>
  search(db, query).entries.map(({ title }) => title);

function offer(db: Database, title: string, course: Parameters<typeof makeCourse>[1] = {}, date = "2027-03-09") {
  const courseId = makeCourse(db, { title, summary: "One day.", description: "We meet.", ...course });
  return makeOffering(db, { courseId, sessions: [{ start: `${date}T08:00`, end: `${date}T12:00` }] });
}

test("the catalog shows published courses with dates to come, the next date first", () => {
  const db = useTestDatabase();
  offer(db, "Later", {}, "2027-04-01");
  offer(db, "Sooner", {}, "2027-02-01");
  offer(db, "Over", {}, "2026-09-01");
  offer(db, "Drafted", { state: "draft" });
  makeOffering(db, {
    courseId: makeCourse(db, { title: "Cancelled" }),
    values: { state: "cancelled", claimCode: null },
  });
  makeCourse(db, { title: "Without dates" });
  expect(titles(db)).toEqual(["Sooner", "Later"]);
});

test("of a course the date that comes first stands, of two that begin together always the same, and how many more there are", () => {
  const db = useTestDatabase();
  const courseId = makeCourse(db, { title: "Often" });
  const on = (day: string) =>
    makeOffering(db, { courseId, sessions: [{ start: `${day}T08:00`, end: `${day}T12:00` }] }).id;
  const [, together, alsoTogether] = [on("2027-04-01"), on("2027-03-09"), on("2027-03-09")];
  on("2026-09-01");
  const { entries, total } = search(db);
  const first = [together, alsoTogether].sort()[0];
  expect([total, entries.map(({ offeringId, more }) => [offeringId, more])]).toEqual([1, [[first, 2]]]);
});

test("words are found in title, summary and objectives, stems and beginnings too, titles first", () => {
  const db = useTestDatabase();
  offer(db, "Something else", { description: "A little about fractions." }, "2027-01-05");
  offer(db, "Fractions on the number line", {}, "2027-05-05");
  offer(db, "Reading", { objectives: ["teach phonics"] });
  expect(titles(db, { q: "fraction" })).toEqual(["Fractions on the number line", "Something else"]);
  expect(titles(db, { q: "fraction", order: "date" })).toEqual(["Something else", "Fractions on the number line"]);
  expect(titles(db, { q: "number li" })).toEqual(["Fractions on the number line"]);
  expect(titles(db, { q: "phonics" })).toEqual(["Reading"]);
  expect(titles(db, { q: "phonics fractions" })).toEqual([]);
});

test("letters, hyphens and marks are typed as people type them", () => {
  const db = useTestDatabase();
  offer(db, "Co-teaching in grade 2");
  offer(db, "Truyện Kiều at Đại học", { summary: "Łódź and Ørsted, read aloud." });
  expect(titles(db, { q: "coteaching" })).toEqual(["Co-teaching in grade 2"]);
  expect(titles(db, { q: "co-teaching" })).toEqual(["Co-teaching in grade 2"]);
  expect(titles(db, { q: "teaching" })).toEqual(["Co-teaching in grade 2"]);
  for (const q of ["dai hoc", "Đại", "lodz", "orsted read", "kieu"])
    expect(titles(db, { q }), q).toEqual(["Truyện Kiều at Đại học"]);
  expect(titles(db, { q: "eaching" })).toEqual([]);
});

test("courses are found by place, address, number, instructor, area and designation, and by words of several of them", () => {
  const db = useTestDatabase();
  const { courseId, id } = offer(db, "Number talks", { programArea: "math" });
  offer(db, "Another", { programArea: "science" });
  db.update(offerings)
    .set({ place: "Renton Học Hall", address: "800 Oakesdale Ave", inServiceNumber: "PSESD-2027-0412" })
    .where(eq(offerings.id, id))
    .run();
  db.insert(instructors).values({ id: newId(), offeringId: id, name: "Minh Đinh" }).run();
  db.insert(courseDesignations).values({ courseId, designation: "EQUITY" }).run();
  const words = ["renton", "hoc hall", "oakesdale", "2027-0412", "psesd-2027-0412", "dinh", "Đinh", "equity", "equ"];
  for (const q of [...words, "dinh talks renton equity", "meet renton"])
    expect(titles(db, { q }), q).toEqual(["Number talks"]);
  for (const q of ["dinh another", "12", "seattle equity"]) expect(titles(db, { q }), q).toEqual([]);
});

test("a course whose title holds the words comes before one that says them elsewhere", () => {
  const db = useTestDatabase();
  const { id } = offer(db, "Something else", { description: "Coteaching, coteaching, coteaching." }, "2027-01-05");
  db.update(offerings).set({ place: "Coteaching Center" }).where(eq(offerings.id, id)).run();
  offer(db, "Co-teaching", {}, "2027-05-05");
  expect(titles(db, { q: "coteaching" })).toEqual(["Co-teaching", "Something else"]);
});

test.each(['"', "*", "NEAR(", "a AND", "title:x", "-", "^zq", "{", "'); drop table courses; --", "\0", "é*(", '""""'])(
  "odd input %j is looked for, never obeyed",
  (q) => {
    const db = useTestDatabase();
    offer(db, "Plain course");
    expect(search(db, { q }).total).toBe(0);
    expect(titles(db)).toEqual(["Plain course"]);
  },
);

test("filters narrow by area, topic, audience, modality, host and date, and combine", () => {
  const db = useTestDatabase();
  const { courseId } = offer(db, "Wanted", { programArea: "math" });
  db.insert(courseDesignations).values({ courseId, designation: "STEM" }).run();
  db.insert(courseAudiences).values({ courseId, audience: "teacher" }).run();
  makeOffering(db, {
    courseId: makeCourse(db, { title: "Other" }),
    values: { modality: "online", hostOrganisationId: organisationId(db, "Kent") },
  });
  expect(titles(db, { area: "math" })).toEqual(["Wanted"]);
  expect(titles(db, { designation: "STEM" })).toEqual(["Wanted"]);
  expect(titles(db, { audience: "teacher" })).toEqual(["Wanted"]);
  expect(titles(db, { modality: "online" })).toEqual(["Other"]);
  expect(titles(db, { host: organisationId(db, "Kent") })).toEqual(["Other"]);
  expect(titles(db, { from: "2027-03-09", to: "2027-03-09" }).sort()).toEqual(["Other", "Wanted"]);
  expect(titles(db, { from: "2027-03-10" })).toEqual([]);
  expect(titles(db, { area: "math", modality: "online" })).toEqual([]);
  expect(titles(db, { designation: "NONSENSE", from: "soon" }).length).toBe(2);
});

test("a course for all certificated staff is found by who looks for teachers, and by nobody whose work it does not name", () => {
  const db = useTestDatabase();
  const { courseId } = offer(db, "For certificated staff");
  db.insert(audiences)
    .values({ code: "certificated", name: "Certificated staff", position: 9, roleKinds: ["teacher", "esa"] })
    .run();
  db.insert(courseAudiences).values({ courseId, audience: "certificated" }).run();
  expect(titles(db, { audience: "teacher" })).toEqual(["For certificated staff"]);
  expect(titles(db, { audience: "certificated" })).toEqual(["For certificated staff"]);
  expect(titles(db, { audience: "paraeducator" })).toEqual([]);
});

test("R2 open seats only: neither full offerings nor those for which somebody waits", () => {
  const db = useTestDatabase();
  offer(db, "Open");
  const full = makeOffering(db, { courseId: makeCourse(db, { title: "Full" }), capacity: 1 });
  register(actingAs(db, makePerson(db)), { offeringId: full.id });
  makeOffering(db, {
    courseId: makeCourse(db, { title: "Not yet" }),
    values: { registrationOpensAt: TEST_NOW + 1 },
  });
  expect(titles(db).sort()).toEqual(["Full", "Not yet", "Open"]);
  expect(titles(db, { open: "1" })).toEqual(["Open"]);
  expect(search(db).entries.find(({ title }) => title === "Full")?.seats.registered).toBe(1);
});

test("lists need as many statements for 30 rows as for 1, and page", () => {
  const db = useTestDatabase();
  const ctx = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const list = () => pageOfList((search) => offeringSource(ctx, search), "when=all");
  offer(db, "Course 0");
  const one = countStatements(db, () => search(db, { q: "course" }));
  const oneListed = countStatements(db, list);
  for (let i = 1; i < 30; i++) offer(db, `Course ${i}`);
  expect(countStatements(db, () => search(db, { q: "course" }))).toBe(one);
  expect(countStatements(db, list)).toBe(oneListed);
  expect(search(db, { q: "course" })).toMatchObject({ total: 30 });
  expect([search(db).entries.length, search(db, {}, 2).entries.length]).toEqual([20, 10]);
});
