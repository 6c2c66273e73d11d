import { expect, test } from "vitest";
import { evaluationForms } from "#drizzle/schema/credits";
import { PLAN_REFUSALS, toEvaluationDraft } from "~/credits/evaluation/evaluation-form-plan";
import { writeBase } from "~/platform/http/stale-form";
import { action, loader } from "~/routes/coordinator/evaluation-form";
import { useTestDatabase } from "../support/database";
import { give, makePerson, psesd } from "../support/factories";
import { get, post, thrownBy } from "../support/request";

const VALUES = {
  intent: "plan",
  fromDate: "2099-09-01",
  objectives: "Were the objectives met?",
  relevance: "Was it relevant?",
  quality: "Was it good?",
  standards: "Were the standards met?",
  suggestions: "What next?",
  extra1: "Was the room fit for it?",
};

test("T6 a coordinator words the form of a day to come, and adds questions; none that must be asked is left out", async () => {
  const db = useTestDatabase();
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  const send = async (values: Record<string, string>) =>
    action({ request: await post(db, "/coordinator/evaluation-form", values, coordinator), params: {}, context: {} });
  const refused = await send({ ...VALUES, standards: "" });
  expect(refused.data.result.error?.standards).toEqual(["Write the question."]);
  const past = await send({ ...VALUES, fromDate: "2020-02-02" });
  expect(past.data.result.error?.fromDate).toHaveLength(1);
  expect((await thrownBy(() => send(VALUES))).status).toBe(302);
  const planned = db
    .select()
    .from(evaluationForms)
    .all()
    .find(({ fromDate }) => fromDate === VALUES.fromDate)!;
  expect(planned.questions.map(({ key }) => key)).toEqual([
    "objectives",
    "relevance",
    "quality",
    "standards",
    "extra1",
    "suggestions",
  ]);
  const request = await get(db, "/coordinator/evaluation-form", coordinator);
  const page = await loader({ request, params: {}, context: {} });
  expect(page.data.current?.fromDate).toBe("2020-01-01");
  const foreign = await get(db, "/coordinator/evaluation-form?provider=another", coordinator);
  expect((await thrownBy(() => loader({ request: foreign, params: {}, context: {} }))).status).toBe(404);
});

test("T6 a form to come is changed by whoever opened it as it stands; one in force never", async () => {
  const db = useTestDatabase();
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  const send = async (values: Record<string, string>) =>
    action({ request: await post(db, "/coordinator/evaluation-form", values, coordinator), params: {}, context: {} });
  await thrownBy(() => send(VALUES));
  const stored = () => db.select().from(evaluationForms).all();
  const planned = stored().find(({ fromDate }) => fromDate === VALUES.fromDate)!;
  const inForce = stored().find(({ fromDate }) => fromDate === "2020-01-01")!;
  const request = await get(db, `/coordinator/evaluation-form?change=${planned.id}`, coordinator);
  const page = await loader({ request, params: {}, context: {} });
  expect(page.data.changed?.id).toBe(planned.id);
  const change = { ...VALUES, intent: "change-form", formId: planned.id, base: writeBase(toEvaluationDraft(planned)) };
  expect((await thrownBy(() => send({ ...change, quality: "How good was it?" }))).status).toBe(302);
  const words = () =>
    stored()
      .find(({ id }) => id === planned.id)!
      .questions.find(({ key }) => key === "quality")!.text;
  expect(words()).toBe("How good was it?");
  const stale = await send({ ...change, quality: "Was it very good?" });
  expect(stale.data).toMatchObject({ stale: { fields: [{ field: "quality", now: "How good was it?" }] } });
  const { base: _base, ...old } = change;
  const refused = await send({ ...old, formId: inForce.id });
  expect(refused.data.result.error).toMatchObject({ "": [PLAN_REFUSALS["form-used"]] });
  expect(words()).toBe("How good was it?");
});
