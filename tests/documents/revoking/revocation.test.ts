import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import type { Database } from "~/platform/database/database.server";
import { action, loader as getOne } from "~/routes/registrar/documents.$id";
import { loader as list } from "~/routes/registrar/documents._index";
import { loader as verify } from "~/routes/public/verify.$code";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { makePerson, psesd, type TestPerson } from "../../support/factories";
import { get, pageOfList, post, thrownBy } from "../../support/request";
import { issuedSource } from "~/documents/revoking/issued-list.server";

const LATER = at("2027-04-01T09:00");
const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });

let db: Database;
let person: TestPerson;
let registrar: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Ánh", last: "Nguyễn", organisation: "Highline" });
  registrar = postCreditFor(db, person).registrar;
});

async function issued(period: { from?: string } = {}) {
  const ctx = actingAs(db, person, { now: LATER });
  const outcome = await issueTranscript(ctx, { personId: person.personId, ...period });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const revoking = async (id: string, reason: string, who: TestPerson) =>
  action(args(await post(db, `/registrar/documents/${id}`, { intent: "revoke", reason }, who), { id }));

test("D5 a registrar revokes with a reason, which the public page repeats", async () => {
  const { id, code } = await issued();
  expect((await thrownBy(() => revoking(id, "Issued to the wrong person.", registrar))).status).toBe(302);
  const page = await verify(args(await get(db, `/verify/${code}`), { code }));
  expect(page.data.verification!.standing).toMatchObject({ state: "revoked", reason: "Issued to the wrong person." });
  const again = await revoking(id, "Another reason.", registrar);
  expect(again).toMatchObject({ init: { status: 409 } });
});

test("D5 a revocation without a reason is refused, by the form and by the database", async () => {
  const { id } = await issued();
  expect(await revoking(id, "  ", registrar)).toMatchObject({ init: { status: 400 } });
  const revoke = (values: Partial<typeof documents.$inferInsert>) =>
    db.update(documents).set(values).where(eq(documents.id, id)).run();
  expect(() => revoke({ revokedAt: LATER, revokedReason: " " })).toThrow("D5: a revocation has a reason and is final");
  revoke({ revokedAt: LATER, revokedReason: "in error" });
  expect(() => revoke({ revokedAt: null })).toThrow("D5: a revocation has a reason and is final");
  expect(() => db.delete(documents).run()).toThrow();
});

test("P2 a registrar of another provider neither sees nor revokes it", async () => {
  const { id } = await issued();
  const ctx = actingAs(db, registrar, { scopeIds: ["another provider"] });
  expect(pageOfList((search) => issuedSource(ctx, search)).rows).toEqual([]);
  const asking = async () => getOne(args(await get(db, `/registrar/documents/${id}`, person), { id }));
  expect((await thrownBy(asking)).status).toBe(403);
});

test("documents are found by name and by code, under the same number of statements for one and for many", async () => {
  const { code } = await issued();
  await issued({ from: "2026-01-01" });
  const found = async (q: string) =>
    (await list(args(await get(db, `/registrar/documents?q=${encodeURIComponent(q)}`, registrar)))).total;
  expect(await found("Ánh Nguyễn")).toBe(2);
  expect(await found(code.toLowerCase())).toBe(1);
  const ctx = actingAs(db, registrar, { scopeIds: [psesd(db).id] });
  const many = countStatements(db, () => pageOfList((search) => issuedSource(ctx, search)));
  const one = countStatements(db, () => pageOfList((search) => issuedSource(ctx, search), `q=${code}`));
  expect(many).toBe(one);
});
