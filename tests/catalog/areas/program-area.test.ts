import { beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { programAreas } from "#drizzle/schema/catalog";
import { changeArea, changeAreas, getArea, listAreaOptions } from "~/catalog/areas/program-area.server";
import { areaSource } from "~/catalog/areas/area-list.server";
import { updateCourse } from "~/catalog/approval/update-course.server";
import { createCourse } from "~/catalog/courses/course.server";
import { listProgramAreas } from "~/desks/public/public-catalog.server";
import type { Database } from "~/platform/database/database.server";
import { readList } from "~/platform/lists/list-page.server";
import { action } from "~/routes/reference/program-areas._index";
import { loader } from "~/routes/reference/program-areas.$code";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeCourse, makePerson, psesd, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
});

const ctx = () => actingAs(db, admin, { scopeIds: [psesd(db).id] });
const codes = () => readList(areaSource(ctx()), new URLSearchParams()).rows.map(({ id }) => id);
const change = (code: string, form: Parameters<typeof changeArea>[2]) => changeArea(ctx(), code, form);
const found = (words: string) =>
  db.$client.prepare("select count(*) from course_search where course_search match ?").pluck().get(words);

const COURSE = {
  title: "Clay",
  summary: "Clay",
  description: "Clay",
  objectives: ["shape clay"],
  standards: "Arts",
  designations: [],
  audiences: ["teacher" as const],
};

test("an area is added at the end and moved, each with its place before on record", () => {
  const before = codes();
  expect(done(changeAreas(ctx(), { intent: "add-area", name: "Visual arts" }))).toBe("Visual arts was added.");
  expect(changeAreas(ctx(), { intent: "add-area", name: "Visual arts" })).toMatchObject({ reason: "name-taken" });
  expect(done(changeAreas(ctx(), { intent: "add-area", name: "Visual  arts" }))).toBe("Visual  arts was added.");
  expect(codes()).toEqual([...before, "visual-arts", "visual-arts-2"]);
  done(changeAreas(ctx(), { intent: "move-up", code: "visual-arts" }));
  expect(codes().at(-3)).toBe("visual-arts");
  done(changeAreas(ctx(), { intent: "move-down", code: "visual-arts-2" }));
  expect(codes().at(-1)).toBe("visual-arts-2");
  expect(getArea(db, "visual-arts").history.map(({ what }) => what)).toEqual([
    "Moved: place in the order from 17 to 16",
    "Added: name “Visual arts”",
  ]);
  expect(changeAreas(ctx(), { intent: "move-up", code: "none" })).toMatchObject({ reason: "unknown-area" });
});

test("a renamed area is found by its new name", () => {
  makeCourse(db);
  expect([found("Science"), found("Astronomy")]).toEqual([1, 0]);
  expect(change("science", { intent: "rename", name: "Mathematics" })).toMatchObject({ reason: "name-taken" });
  done(change("science", { intent: "rename", name: "Astronomy" }));
  expect(found("Astronomy")).toBe(1);
  expect(getArea(db, "science").history[0]!.what).toBe("Renamed: name from “Science” to “Astronomy”");
});

test("a retired area is for the courses that have it; nothing used is deleted, everything unused can be", () => {
  const providerId = psesd(db).id;
  const { id: courseId } = done(createCourse(ctx(), { ...COURSE, providerId, programArea: "science" }));
  done(change("science", { intent: "retire" }));
  done(change("math", { intent: "retire" }));
  expect(listAreaOptions(db).map(({ code }) => code)).not.toContain("science");
  expect(listAreaOptions(db, "science").map(({ code }) => code)).toContain("science");
  const input = { ...COURSE, providerId };
  expect(createCourse(ctx(), { ...input, programArea: "science" })).toMatchObject({ reason: "unknown-program-area" });
  expect(updateCourse(ctx(), { ...input, courseId, programArea: "science" }).ok).toBe(true);
  expect(updateCourse(ctx(), { ...input, courseId, programArea: "math" })).toMatchObject({
    reason: "unknown-program-area",
  });
  const shown = () => listProgramAreas(db).map(({ code }) => code);
  expect([shown().includes("science"), shown().includes("math")]).toEqual([false, false]);
  makeCourse(db);
  expect(shown()).toContain("science");
  expect(change("science", { intent: "delete-area" })).toMatchObject({ reason: "area-used" });
  done(change("math", { intent: "restore" }));
  expect(listAreaOptions(db).map(({ code }) => code)).toContain("math");
  expect(done(change("math", { intent: "delete-area" }))).toBe("Mathematics is deleted.");
  expect(db.select().from(programAreas).where(eq(programAreas.code, "math")).all()).toEqual([]);
  expect(change("math", { intent: "retire" })).toMatchObject({ reason: "unknown-area" });
});

test("the pages answer in words", async () => {
  const send = async (values: Record<string, string>) =>
    action({ request: await post(db, "/admin/program-areas", values, admin), params: {}, context: {} });
  const refused = await send({ intent: "add-area", name: "Science" });
  expect(refused.data.result.error?.name).toEqual(["Another program area has this name."]);
  expect((await thrownBy(() => send({ intent: "add-area", name: "Arts" }))).status).toBe(302);
  const request = await get(db, "/admin/program-areas/none", admin);
  expect((await thrownBy(() => loader({ request, params: { code: "none" }, context: {} }))).status).toBe(404);
});

test("areas are found by name, state and courses, and each knows its place in the whole order", () => {
  makeCourse(db);
  const other = codes().find((code) => code !== "science")!;
  done(change(other, { intent: "retire" }));
  const found = (query: string) => readList(areaSource(ctx()), new URLSearchParams(query)).rows;
  const [only] = found("q=scien&used=1");
  expect(only).toMatchObject({ id: "science", courses: 1, place: codes().indexOf("science") + 1 });
  expect(found("state=retired").map(({ id }) => id)).toEqual([other]);
  expect(found("state=offered").map(({ id }) => id)).not.toContain(other);
  expect(found("").map(({ place }) => place)).toEqual(codes().map((_code, index) => index + 1));
  expect(
    found("")
      .map(({ isLast }) => isLast)
      .lastIndexOf(1),
  ).toBe(codes().length - 1);
});
