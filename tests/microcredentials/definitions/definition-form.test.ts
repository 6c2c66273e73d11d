import { expect, test } from "vitest";
import { criteriaPageForm, definitionForm, evidencePageForm } from "~/microcredentials/definitions/definition-form";

const fields = {
  intent: "save",
  programArea: "science",
  title: "Calm classrooms",
  competency: "Keeps a classroom calm.",
  promisedDays: "30",
  secondEvery: "5",
};
const read = (more: object) => definitionForm.safeParse({ ...fields, ...more });
const faultOf = (more: object) => read(more).error?.issues.map(({ path, message }) => [path.join("."), message]);

test.each([
  ["", 0],
  ["7.5", 450],
  ["7,5", 450],
  ["12", 720],
])("%s clock hours are %i minutes", (hours, minutes) => {
  expect(read({ hours }).data?.hours).toBe(minutes);
});

test.each([
  [{ hours: "many" }, "hours"],
  [{ hours: "0.2" }, "hours"],
  [{ hours: "-1" }, "hours"],
  [{ validYears: "0" }, "validYears"],
  [{ promisedDays: "0" }, "promisedDays"],
  [{ secondEvery: "often" }, "secondEvery"],
  [{ title: " " }, "title"],
  [{ alignment: "1.1; Safe; ftp://x" }, "alignment"],
])("%o is refused at its field", (more, field) => {
  expect(faultOf(more)?.map(([path]) => path)).toEqual([field]);
});

test("a line that is no standard is named by its number", () => {
  expect(faultOf({ alignment: "1; One; https://a.example\nTwo" })?.[0]?.[1]).toMatch(/^Line 2 needs/);
});

test("a criterion without words is refused at each of its fields", () => {
  const refused = criteriaPageForm.safeParse({ intent: "add", title: "Greeting", words: "", demonstrated: " " });
  expect(refused.error?.issues.map(({ path }) => path.join("."))).toEqual(["words", "demonstrated", "notYet"]);
});

test("a text cannot ask for more words than it takes", () => {
  const row = { intent: "add", kind: "text", title: "Plan", words: "Write.", leastWords: "300", mostWords: "200" };
  expect(evidencePageForm.safeParse(row).error?.issues.map(({ path }) => path.join("."))).toEqual(["mostWords"]);
  expect(evidencePageForm.safeParse({ ...row, mostWords: "300" }).success).toBe(true);
});
