import { beforeEach, expect, test } from "vitest";
import type { Database } from "~/platform/database/database.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { addTemplate, findScopedTemplate, toTemplateDraft } from "~/registration/messages/message-template.server";
import { action } from "~/routes/coordinator/templates.$id";
import { action as add } from "~/routes/coordinator/templates._index";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd, type TestPerson } from "../../support/factories";
import { post, thrownBy } from "../../support/request";
import { makeProvider } from "../people/staff";

let db: Database;
let cora: TestPerson;
let id: string;
const WRITTEN = { name: "Parking", subject: "Where to park", body: "Behind the school." };

beforeEach(() => {
  db = useTestDatabase();
  cora = makePerson(db, { first: "Cora", last: "Dinator" });
  give(db, cora, "coordinator", psesd(db).id);
  id = done(addTemplate(actingAs(db, cora), psesd(db).id, WRITTEN));
});

const staff = () => actingAs(db, cora, { scopeIds: [psesd(db).id] });
const stored = () => toTemplateDraft(findScopedTemplate(db, staff(), id)!);
const save = async (values: Record<string, string>) =>
  action({
    request: await post(db, `/coordinator/templates/${id}`, { intent: "save", ...WRITTEN, ...values }, cora),
    params: { id },
    context: {},
  });

test("two tabs collide and nothing is lost: what the other changed stays unless one puts it back", async () => {
  const base = writeBase(stored());
  await thrownBy(() => save({ subject: "Park here", base }));
  const answer = await save({ body: "Beside the gym.", base });
  expect(answer.init?.status).toBe(409);
  expect(staleIn(answer.data)).toMatchObject({
    change: { by: "Cora Dinator" },
    fields: [{ field: "subject", now: "Park here", touched: false }],
  });
  const next = staleIn(answer.data)!.base;
  await thrownBy(() => save({ body: "Beside the gym.", base: next, "keep.subject": "theirs" }));
  expect(stored()).toEqual({ ...WRITTEN, subject: "Park here", body: "Beside the gym." });
});

test("a name stands once in a provider, and no template is added for another's", async () => {
  const send = async (values: Record<string, string>) =>
    add({
      request: await post(db, "/coordinator/templates", { ...WRITTEN, providerId: psesd(db).id, ...values }, cora),
      params: {},
      context: {},
    });
  const taken = (await send({})) as { data: { result: { error?: object } } };
  expect(JSON.stringify(taken.data.result.error)).toContain("There is a template of this name already");
  expect((await thrownBy(() => send({ name: "Lunch" }))).status).toBe(302);
  expect((await thrownBy(() => send({ name: "Lunch", providerId: makeProvider(db) }))).status).toBe(404);
});
