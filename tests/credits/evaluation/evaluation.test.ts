import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluationForms, evaluationResponses } from "#drizzle/schema/credits";
import { findEvaluationForm, insertResponse, listReleased } from "~/credits/evaluation/evaluation.server";
import {
  deleteEvaluationForm,
  listEvaluationForms,
  planEvaluationForm,
} from "~/credits/evaluation/form-versions.server";
import { inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { loader } from "~/routes/coordinator/offerings.$id_.evaluation";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makeOffering, makePerson, psesd } from "../../support/factories";
import { get, thrownBy } from "../../support/request";

function desk() {
  const db = useTestDatabase();
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  const offering = makeOffering(db);
  const ctx = actingAs(db, coordinator, { scopeIds: [psesd(db).id] });
  const answer = (text: string, to = offering) =>
    inTransaction(db, (tx) => insertResponse(tx, ctx, to, { objectives: 4, suggestions: text }));
  return { db, coordinator, offering, ctx, answer };
}

test("T6 two looks at a summary differ by no answer or by at least five, however they come in", () => {
  const { db, offering, answer } = desk();
  const other = makeOffering(db);
  const order = fc.sample(fc.array(fc.boolean(), { minLength: 40, maxLength: 60 }), { numRuns: 1, seed: 6 })[0]!;
  const seen = { [offering.id]: new Set<string>(), [other.id]: new Set<string>() };
  order.forEach((mine, index) => {
    const to = mine ? offering : other;
    answer(`answer ${index}`, to);
    for (const { id } of [offering, other]) {
      const now = new Set(listReleased(db, id).map((each) => String(each.suggestions)));
      const added = [...now].filter((each) => !seen[id]!.has(each)).length;
      expect([...seen[id]!].every((each) => now.has(each))).toBe(true);
      expect(added === 0 || added >= 5).toBe(true);
      seen[id] = now;
    }
  });
});

test("T6 four answers are not shown; the fifth shows all, in the order of random ids", () => {
  const { db, offering, answer } = desk();
  for (const text of ["a", "b", "c", "d"]) answer(text);
  expect(listReleased(db, offering.id)).toEqual([]);
  answer("e");
  const stored = db.select().from(evaluationResponses).all();
  const byId = stored.sort((one, two) => (one.id < two.id ? -1 : 1)).map(({ answers }) => answers);
  expect(listReleased(db, offering.id)).toEqual(byId);
});

test("T6 a batch that is too small is not shown even if it stands in the table", () => {
  const { db, offering, answer } = desk();
  answer("alone");
  db.update(evaluationResponses).set({ batch: 1 }).run();
  expect(listReleased(db, offering.id)).toEqual([]);
});

test("T6 the form is the one in force on the day on which the offering ends", () => {
  const { db, offering, ctx } = desk();
  const questions = [{ key: "objectives", text: "New?", kind: "scale" as const }];
  const plan = { providerId: offering.providerId, today: "2026-10-05", questions };
  const before = findEvaluationForm(db, offering).id;
  expect(planEvaluationForm(ctx, { ...plan, fromDate: "2026-10-05" })).toMatchObject({ reason: "not-ahead" });
  expect(planEvaluationForm(ctx, { ...plan, fromDate: "2027-03-10" }).ok).toBe(true);
  expect(planEvaluationForm(ctx, { ...plan, fromDate: "2027-03-10" })).toMatchObject({ reason: "date-taken" });
  expect(findEvaluationForm(db, offering).id).toBe(before);
  expect(planEvaluationForm(ctx, { ...plan, fromDate: "2027-03-09" }).ok).toBe(true);
  expect(findEvaluationForm(db, offering).questions).toEqual(questions);
  const stranger = { ...ctx, scopeIds: [] };
  expect(planEvaluationForm(stranger, { ...plan, fromDate: "2028-01-01" })).toMatchObject({
    reason: "unknown-provider",
  });
  expect(db.select().from(evaluationForms).all()).toHaveLength(3);
});

test("T6 a form that no offering and no answer rests on is deleted, with what it asked on record", () => {
  const { db, offering, ctx, answer } = desk();
  const today = "2027-04-01";
  const about = { providerId: offering.providerId, today };
  const questions = [{ key: "objectives", text: "New?", kind: "scale" as const }];
  for (const fromDate of ["2027-04-02", "2027-05-01"]) planEvaluationForm(ctx, { ...about, fromDate, questions });
  const listed = () => listEvaluationForms(db, offering.providerId, today);
  expect(listed().forms.map(({ fromDate, deletable }) => [fromDate, deletable])).toEqual([
    ["2027-05-01", true],
    ["2027-04-02", true],
    ["2020-01-01", false],
  ]);
  const [latest, , first] = listed().forms;
  answer("fine");
  expect(deleteEvaluationForm(ctx, { ...about, formId: first!.id })).toMatchObject({ reason: "form-used" });
  const stranger = { ...ctx, scopeIds: [] };
  expect(deleteEvaluationForm(stranger, { ...about, formId: latest!.id })).toMatchObject({
    reason: "unknown-provider",
  });
  expect(deleteEvaluationForm(ctx, { ...about, formId: "none" })).toMatchObject({ reason: "unknown-form" });
  expect(deleteEvaluationForm(ctx, { ...about, formId: latest!.id }).ok).toBe(true);
  expect(listed().forms).toHaveLength(2);
  expect(listed().history[0]!.what).toBe("Deleted a form: first day Sat, May 1, 2027; questions “New?”");
  // In force by now, and nothing ended since: still nobody's.
  const later = { ...about, today: "2027-04-10" };
  expect(listEvaluationForms(db, offering.providerId, later.today).forms[0]!.deletable).toBe(true);
});

test("P2 a summary is for the provider's coordinators; others find nothing", async () => {
  const { db, coordinator, offering, answer } = desk();
  for (const text of ["a", "b", "c", "d", "e", "f"]) answer(text);
  const path = `/coordinator/offerings/${offering.id}/evaluation`;
  const args = (request: Request) => ({ request, params: { id: offering.id }, context: {} });
  const page = await loader(args(await get(db, path, coordinator)));
  expect(page.data).toMatchObject({ count: 5 });
  const asVisitor = await get(db, path, makePerson(db));
  expect((await thrownBy(() => loader(args(asVisitor)))).status).toBe(403);
  const request = await get(db, path, coordinator);
  expect((await thrownBy(() => loader({ ...args(request), params: { id: newId() } }))).status).toBe(404);
});
