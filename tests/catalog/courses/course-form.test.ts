import { expect, test } from "vitest";
import { courseForm } from "~/catalog/courses/course-form";
import { errorsOf } from "../../support/form";

const COURSE = {
  intent: "save",
  providerId: "psesd",
  programArea: "science",
  title: "Field science for every classroom",
  summary: "Out of doors.",
  description: "Two days on the shore.",
  objectives: "Name five species",
  standards: "NGSS",
  audiences: ["teacher"],
};

test.each([
  ["Name five species", ["Name five species"]],
  ["Name five\r\n\r\n  Draw one  \n", ["Name five", "Draw one"]],
  ["• Name five\n- Draw one\n * Count", ["Name five", "Draw one", "Count"]],
  ["Use a well-known key", ["Use a well-known key"]],
])("A4 objectives stand one on a line, without bullets and blank lines: %j", (objectives, expected) => {
  expect(courseForm.parse({ ...COURSE, objectives }).objectives).toEqual(expected);
});

const lines = (count: number) => Array.from({ length: count }, (_, index) => `Objective ${index}`).join("\n");

test.each([
  [{ objectives: undefined }, "objectives: Write at least one objective."],
  [{ objectives: " \n • \n" }, "objectives: Write at least one objective."],
  [{ objectives: lines(21) }, "objectives: Write at most 20 objectives."],
  [{ objectives: "x".repeat(301) }, "objectives.0: Use at most 300 characters for each objective."],
  [{ title: "  " }, "title: Enter the title."],
  [{ title: "x".repeat(161) }, "title: Use at most 160 characters."],
  [{ audiences: [] }, "audiences: Choose at least one audience."],
  [{ prerequisites: Array<string>(11).fill("another") }, "prerequisites: Choose at most 10 courses."],
])("a course with %j is refused", (changes, error) => {
  expect(errorsOf(courseForm, { ...COURSE, ...changes })).toEqual([error]);
});

test("20 objectives, and a designation of the list, are taken", () => {
  const course = courseForm.parse({ ...COURSE, objectives: lines(20), designations: ["G2G", "TPEP"] });
  expect(course.objectives).toHaveLength(20);
  expect(errorsOf(courseForm, { ...COURSE, designations: ["g2g"] })).toHaveLength(1);
});
