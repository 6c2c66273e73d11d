import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { outsideDecisionForm, outsideForm, outsidePageForm, toOutsideDraft } from "~/renewal/outside/outside-form";
import { OUTSIDE_FORM, outside } from "./samples";

function parse(changes: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...OUTSIDE_FORM, ...changes })) form.append(name, value);
  return parseWithZod(form, { schema: outsideForm });
}

const wrongIn = (changes: Record<string, string>) => Object.keys(parse(changes).reply().error ?? {}).sort();

test("what is typed is read into minutes and hundredths", () => {
  const { intent: _intent, ...rest } = { ...outside(), intent: "save-hours" };
  expect(parse({})).toMatchObject({ status: "success", value: rest });
  expect(parse({ kind: "quarter-credits", amount: "4.75" })).toMatchObject({ value: { amount: 475 } });
  expect(parse({ inPerson: "on" })).toMatchObject({ value: { inPerson: true } });
  expect(parse({ kind: "semester-credits", inPerson: "on" })).toMatchObject({ value: { inPerson: false } });
});

test.each<[string, Record<string, string>, string[]]>([
  ["halves of a hundredth", { kind: "quarter-credits", amount: "4.755" }, ["amount"]],
  ["half a component", { kind: "national-board-component", amount: "1.5" }, ["amount"]],
  ["an end before the beginning", { completedOn: "2026-02-02" }, ["completedOn"]],
  ["a day that does not exist", { startedOn: "2026-02-30" }, ["startedOn"]],
  ["more of a topic than there is", { "topics.EQUITY": "7" }, ["topics.EQUITY"]],
  ["a topic in words", { "topics.STEM": "three" }, ["topics.STEM"]],
  ["an unknown kind", { kind: "pgp" }, ["kind"]],
  ["nothing at all", { amount: " ", title: "", providerName: "" }, ["amount", "providerName", "title"]],
  ["two mistakes at once", { amount: "x", completedOn: "2026-02-02" }, ["amount", "completedOn"]],
])("%s stands at its field", (_what, changes, fields) => {
  expect(wrongIn(changes)).toEqual(fields);
});

test("a topic of a college credit is said in clock hours, of what the credit is worth", () => {
  expect(wrongIn({ kind: "quarter-credits", amount: "1", "topics.EQUITY": "10" })).toEqual([]);
  expect(wrongIn({ kind: "quarter-credits", amount: "1", "topics.EQUITY": "10.5" })).toEqual(["topics.EQUITY"]);
});

test("an entry comes back as its form shows it", () => {
  expect(toOutsideDraft(outside({ inPerson: true }))).toMatchObject({
    amount: "6.5",
    inPerson: "on",
    topics: { EQUITY: "3" },
  });
});

test("what is only sent or removed needs no other field", () => {
  const form = new FormData();
  form.append("intent", "send");
  expect(parseWithZod(form, { schema: outsidePageForm }).status).toBe("success");
});

test("a registrar who returns or takes back says why", () => {
  const check = (values: object) => outsideDecisionForm.safeParse(values).success;
  expect(check({ intent: "accept", seen: "5" })).toBe(true);
  expect(check({ intent: "return", seen: "5", reason: " " })).toBe(false);
  expect(check({ intent: "take-back" })).toBe(false);
  expect(check({ intent: "take-back", reason: "It was somebody else’s." })).toBe(true);
});
