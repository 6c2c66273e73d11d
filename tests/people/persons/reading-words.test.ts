import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { wordsOfReading } from "~/people/persons/reading-words";

/** The first argument-object of each call, up to the end of the statement. */
const CALL = /\b(recordReading|recordAudit)\((?:tx|ctx)[^;]*?\{([^;]*?)\}\s*\);/gs;

/** The actions of everything that names people in the audit log: readings, and changes that give people's records out. */
function listActions(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const calls = files.flatMap((file) => [...readFileSync(path.join("app", file), "utf8").matchAll(CALL)]);
  const naming = calls.filter(([, name, input]) => name === "recordReading" || /\bpersonIds\b/.test(input!));
  return naming.map(([, , input]) => /action: "([^"]+)"/.exec(input!)?.[1] ?? `no action in {${input}}`);
}

test("P5 every reading has words, in which people are told of it", () => {
  const actions = listActions();
  expect(actions).toEqual(
    expect.arrayContaining(["claim.read", "roster.read", "hr.exported", "registrations.previewed"]),
  );
  expect(actions.filter((action) => wordsOfReading(action) === action)).toEqual([]);
});

test("every call that notes a reading is seen by the test above", () => {
  const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(path.join("app", file), "utf8"));
  const calls = sources.join("\n").match(/(?<!function )\brecordReading\(/g)!;
  const seen = [...sources.join("\n").matchAll(CALL)].filter(([, name]) => name === "recordReading");
  expect(seen).toHaveLength(calls.length);
});
