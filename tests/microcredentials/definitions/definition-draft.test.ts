import { expect, test } from "vitest";
import {
  parseAlignment,
  toCriterionDraft,
  toDefinitionDraft,
  toPartDraft,
} from "~/microcredentials/definitions/definition-draft";
import { criterion, definition, part } from "../../support/microcredentials/definitions";

test.each([
  ["TPEP 5a; Respect; https://k12.example/5a", { code: "TPEP 5a", name: "Respect", url: "https://k12.example/5a" }],
  ["1.1; Safe; calm; https://k12.example/1", { code: "1.1", name: "Safe; calm", url: "https://k12.example/1" }],
  ["TPEP 5a; Respect; http://k12.example", null],
  ["TPEP 5a; https://k12.example", null],
  ["; Respect; https://k12.example", null],
  ["Respect", null],
  ["A; B; https://", null],
])("the standard %s", (line, expected) => {
  expect(parseAlignment(line)).toEqual(expected);
});

test("a definition is shown as the form takes it", () => {
  const draft = toDefinitionDraft(
    definition({
      minutes: 450,
      validYears: 5,
      blind: true,
      sources: ["One", "Two"],
      alignment: [{ code: "5a", name: "Respect", url: "https://k12.example/5a" }],
      prerequisites: [
        { kind: "course", id: "c" },
        { kind: "microcredential", id: "m" },
      ],
    }),
    "science",
  );
  expect(draft).toMatchObject({
    programArea: "science",
    hours: "7.5",
    validYears: "5",
    blind: "on",
    sources: "One\nTwo",
    alignment: "5a; Respect; https://k12.example/5a",
    courses: ["c"],
    first: ["m"],
  });
  expect(toDefinitionDraft(definition(), "science")).toMatchObject({ hours: "", validYears: "", blind: "" });
});

test("criteria and parts of the evidence are shown without their keys", () => {
  expect(toCriterionDraft({ ...criterion("Greeting"), key: "a" })).toEqual(criterion("Greeting"));
  expect(toPartDraft({ ...part({ kind: "file", most: 3, leastWords: 0, mostWords: 0 }), key: "p" })).toMatchObject({
    kind: "file",
    most: "3",
    mostWords: "1500",
    required: "on",
  });
});
