import { expect, test } from "vitest";
import { apiDocument } from "~/hr/api/api-document";
import { referenceOf } from "~/hr/api/api-reference";

const { calls, shapes } = referenceOf(apiDocument("https://hourbook.example"));

test("each call says how it is asked, what it gives and how it fails", () => {
  const credits = calls.find(({ id }) => id === "listCredits")!;
  expect(credits).toMatchObject({ method: "GET", path: "/credits", gives: "Credits" });
  expect(credits.asks.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    "since: “acknowledged” or text, in the query",
    "limit: whole number, in the query",
  ]);
  expect(credits.answers.map(({ status }) => status)).toEqual(expect.arrayContaining(["200", "304", "401", "429"]));
  expect(calls.find(({ id }) => id === "acknowledge")!.asks).toEqual([
    { name: "body", kind: "Acknowledgement", says: "JSON" },
  ]);
  expect(calls.find(({ id }) => id === "getExportFile")!.gives).toBeNull();
});

test("each shape says its fields, those of its lists as well, and every name that is used is explained", () => {
  const names = shapes.map(({ name }) => name);
  const person = shapes.find(({ name }) => name === "Person")!;
  expect(person.fields.map(({ name, kind }) => [name, kind])).toEqual(
    expect.arrayContaining([
      ["formerNames", "list of text"],
      ["affiliations[].to", "day or null"],
      ["certificateNumber", "text or null"],
    ]),
  );
  expect(calls.flatMap(({ gives }) => gives ?? []).filter((name) => !names.includes(name))).toEqual([]);
  expect(shapes.find(({ name }) => name === "CreditEvent")!.fields).toContainEqual(
    expect.objectContaining({ name: "record", kind: "Record or null" }),
  );
});
