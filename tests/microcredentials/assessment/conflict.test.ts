import { expect, test } from "vitest";
import { type Conflict, findConflicts, type Workplace, wordsOfConflict } from "~/microcredentials/assessment/conflict";

const at = (input: Partial<Workplace> = {}): Workplace => ({
  organisationId: "kent",
  organisation: "Kent School District",
  kind: "district",
  building: "Hilltop",
  roleKind: "teacher",
  isConfirmed: true,
  ...input,
});
const boss = (input: Partial<Workplace> = {}) => at({ roleKind: "administrator", building: null, ...input });

// M1, row by row: where the assessor works, where the author does, and what flags itself.
test.each<[string, Workplace[], Workplace[], Conflict["kind"][]]>([
  ["nowhere", [], [], []],
  ["one building", [at()], [at()], ["same-place"]],
  ["one building, written differently", [at()], [at({ building: " hilltop" })], ["same-place"]],
  ["one building, not confirmed", [at({ isConfirmed: false })], [at({ isConfirmed: false })], ["same-place"]],
  ["two buildings of a district", [at()], [at({ building: "Lakeside" })], []],
  ["a district, without buildings", [at({ building: null })], [at({ building: null })], []],
  ["two districts with buildings of one name", [at()], [at({ organisationId: "auburn" })], []],
  [
    "a school that is one building",
    [at({ kind: "charter", building: null })],
    [at({ kind: "charter", building: "Annex" })],
    ["same-place"],
  ],
  ["the assessor leads the district", [boss()], [at()], ["leads"]],
  ["the author leads the district", [at()], [boss()], ["is-led"]],
  ["the assessor leads the building", [boss({ building: "Hilltop" })], [at()], ["leads"]],
  ["the assessor leads another building", [boss({ building: "Lakeside" })], [at()], []],
  [
    "the assessor leads some building, the author’s is not known",
    [boss({ building: "Lakeside" })],
    [at({ building: null })],
    ["leads"],
  ],
  ["somebody says that they lead, and nobody confirmed it", [boss({ isConfirmed: false })], [at()], []],
  ["somebody leads another district", [boss({ organisationId: "auburn" })], [at()], []],
  ["two places, one of them shared", [at({ organisationId: "auburn" }), at()], [at()], ["same-place"]],
])("M1: %s", (_what, assessor, author, kinds) => {
  expect(findConflicts(assessor, author).map(({ kind }) => kind)).toEqual(kinds);
});

test("a possible conflict names the place and who leads it", () => {
  const words = (assessor: Workplace, author: Workplace) => findConflicts([assessor], [author]).map(wordsOfConflict);
  expect(words(at(), at())).toEqual(["You both work at Hilltop, Kent School District."]);
  expect(words(boss(), at())).toEqual(["You lead Hilltop, Kent School District, where its author works."]);
  expect(words(at({ building: null }), boss())).toEqual(["Its author leads Kent School District, where you work."]);
});
