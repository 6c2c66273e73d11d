import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { planPageForm, reviewForm, savePlanForm, toPlanDraft } from "~/renewal/growth-plans/growth-plan-form";
import { planForm, written } from "./samples";

function parse(values: Record<string, string>, schema: typeof savePlanForm | typeof planPageForm | typeof reviewForm) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return parseWithZod(form, { schema: schema as typeof savePlanForm });
}

const wrongIn = (...given: Parameters<typeof parse>) => Object.keys(parse(...given).reply().error ?? {});

test("what is written is saved however much of it there is", () => {
  expect(parse(planForm(), savePlanForm)).toMatchObject({ status: "success", value: written() });
  expect(parse({ intent: "save-plan" }, savePlanForm)).toMatchObject({
    status: "success",
    value: { goals: "", topics: [], endedOn: null },
  });
  expect(parse(planForm({ goals: "One\r\ntwo \r\n" }), savePlanForm)).toMatchObject({ value: { goals: "One\ntwo" } });
});

test.each([
  ["a topic that no goal can meet", { topics: "G2G" }, ["topics"]],
  ["a day that does not exist", { endedOn: "2026-02-30" }, ["endedOn"]],
  ["a text without end", { reflection: "x".repeat(8_001) }, ["reflection"]],
])("%s stands at its field", (_what, changes, fields) => {
  expect(wrongIn(planForm(changes), savePlanForm)).toEqual(fields);
});

test("a reviewer's address is one, and what they answer is complete", () => {
  expect(wrongIn({ intent: "send-plan", reviewerEmail: "nobody" }, planPageForm)).toEqual(["reviewerEmail"]);
  expect(wrongIn({ intent: "sign" }, reviewForm).sort()).toEqual(["affirmed", "certificateNumber"]);
  expect(wrongIn({ intent: "return", words: " " }, reviewForm)).toEqual(["words"]);
});

test("the form shows what is written, and nothing else of a plan", () => {
  expect(toPlanDraft({ ...written(), id: "x" } as never)).toEqual(written());
});
