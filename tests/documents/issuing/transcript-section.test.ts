import { expect, test } from "vitest";
import { type TranscriptSection, transcriptSection } from "~/documents/issuing/transcript-section";
import { BADGES, ELSEWHERE } from "./sample-sections";

test("D5 a section survives JSON and its schema unchanged", () => {
  for (const section of [ELSEWHERE, BADGES]) {
    expect(transcriptSection.parse(JSON.parse(JSON.stringify(section)))).toEqual(section);
  }
});

test.each([
  ["half a minute", { rows: [{ on: "2027-02-10", cells: ["a", "b", 90.5] }] }],
  ["fewer than no minutes", { rows: [{ on: "2027-02-10", cells: ["a", "b", -1] }] }],
  ["words where minutes belong", { rows: [{ on: "2027-02-10", cells: ["a", "b", "90"] }] }],
  ["minutes where words belong", { rows: [{ on: "2027-02-10", cells: ["a", 90, 90] }] }],
  ["a cell too few", { rows: [{ on: "2027-02-10", cells: ["a", "b"] }] }],
  ["a day that does not exist", { rows: [{ on: "2027-02-30", cells: ["a", "b", 90] }] }],
  ["no rows", { rows: [] }],
  ["no columns", { columns: [], rows: [{ on: "2027-02-10", cells: [] }] }],
  [
    "rows that minutes name",
    { columns: [{ head: "Hours", holds: "minutes" }], rows: [{ on: "2027-02-10", cells: [9] }] },
  ],
  ["a heading of two lines", { heading: "x".repeat(61) }],
] as [string, Partial<TranscriptSection>][])("D5 a section with %s is refused", (_what, changes) => {
  expect(transcriptSection.safeParse({ ...ELSEWHERE, ...changes }).success).toBe(false);
});
