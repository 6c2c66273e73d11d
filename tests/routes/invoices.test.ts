import { expect, test } from "vitest";
import { invoices } from "#drizzle/schema/billing";
import { insertProvider, PSESD_POLICY } from "#seed/reference";
import { inTransaction } from "~/platform/database/database.server";
import { billableSource } from "~/billing/invoices/billable-list.server";
import { issueInvoice } from "~/billing/invoices/invoice.server";
import { invoiceSource } from "~/billing/invoices/invoice-list.server";
import { loader as readMine } from "~/routes/educator/invoices.$id";
import { loader as listAll } from "~/routes/registrar/invoices._index";
import { action as change, loader as readOne } from "~/routes/registrar/invoices.$id";
import { action as issueMany, loader as listToBill } from "~/routes/registrar/invoices.new";
import { makeClaim } from "../support/billing";
import { actingAs, countStatements, useTestDatabase } from "../support/database";
import { give, makePerson, organisationId, psesd } from "../support/factories";
import { get, pageOfList, post, thrownBy } from "../support/request";

function registrarDesk() {
  const db = useTestDatabase();
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const staff = actingAs(db, registrar, { scopeIds: [psesd(db).id] });
  const issue = (claimId: string) => {
    const outcome = issueInvoice(staff, { claimIds: [claimId] });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.value;
  };
  return { db, registrar, staff, issue };
}

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });

test("T8 chosen claims become one invoice per person", async () => {
  const { db, registrar } = registrarDesk();
  const maya = makePerson(db);
  const claims = [makeClaim(db, { person: maya }), makeClaim(db, { person: maya }), makeClaim(db)];
  const values = { intent: "person", claim: claims.map(({ id }) => id) };
  const request = await post(db, "/registrar/invoices/new", values, registrar);
  expect((await thrownBy(() => issueMany(args(request)))).headers.get("Location")).toBe("/registrar/invoices");
  const rows = db.select().from(invoices).all();
  expect(rows.map(({ totalCents }) => totalCents).sort()).toEqual([2100, 4200]);
});

test("T8 a district's purchase order is one invoice; people of other districts are not offered", async () => {
  const { db, registrar } = registrarDesk();
  const claim = makeClaim(db, { person: makePerson(db, { organisation: "Highline" }) });
  makeClaim(db, { person: makePerson(db, { organisation: "Kent", last: "Leaky" }) });
  const to = organisationId(db, "Highline");
  const page = await listToBill(args(await get(db, `/registrar/invoices/new?to=${to}`, registrar)));
  expect(page.data.rows.map(({ id }) => id)).toEqual([claim.id]);
  const values = { intent: "district", claim: claim.id, organisationId: to, purchaseOrder: "PO-1" };
  await thrownBy(async () => issueMany(args(await post(db, "/registrar/invoices/new", values, registrar))));
  expect(claim.read().settled).toBe(true);
});

test("all that match are billed by the address that shows them; no claim at all is refused", async () => {
  const { db, registrar } = registrarDesk();
  makeClaim(db, { person: makePerson(db, { last: "Matching" }) });
  const other = makeClaim(db, { person: makePerson(db, { last: "Otherwise" }) });
  const send = async (query: string, values: Record<string, string>) =>
    issueMany(args(await post(db, `/registrar/invoices/new${query}`, { intent: "person", ...values }, registrar)));
  expect((await send("", {})).data.result.error).toEqual({ "": ["Choose at least one claim."] });
  expect((await thrownBy(() => send("?q=matching", { matching: "1" }))).status).toBe(302);
  expect(db.select().from(invoices).all()).toHaveLength(1);
  const page = await listToBill(args(await get(db, "/registrar/invoices/new", registrar)));
  expect(page.data.rows.map(({ id }) => id)).toEqual([other.id]);
});

test("P1 a number as long as a card's is refused", async () => {
  const { db, registrar, issue } = registrarDesk();
  const invoice = issue(makeClaim(db).id);
  for (const reference of ["4111111111111111", "4111 1111 1111 1111", "378282246310005", "4222222222222"]) {
    const values = {
      intent: "payment",
      kind: "card-terminal",
      amountCents: "21.00",
      reference,
      receivedOn: "2026-10-05",
    };
    const answer = await change(
      args(await post(db, `/registrar/invoices/${invoice.id}`, values, registrar), { id: invoice.id }),
    );
    expect(answer.data.result.error?.reference).toEqual(["Never a card number: enter the terminal's reference."]);
  }
});

test("P2 an invoice is read by whom it bills and by the provider's registrars, by nobody else", async () => {
  const { db, registrar, staff, issue } = registrarDesk();
  const claim = makeClaim(db);
  const invoice = issue(claim.id);
  const path = `/invoices/${invoice.id}`;
  const mine = await readMine(args(await get(db, path, claim.person), { id: invoice.id }));
  expect(mine.data.lines).toHaveLength(1);
  const stranger = makePerson(db);
  const asStranger = await get(db, path, stranger);
  expect((await thrownBy(() => readMine(args(asStranger, { id: invoice.id })))).status).toBe(404);
  expect((await thrownBy(() => readOne(args(asStranger, { id: invoice.id })))).status).toBe(403);
  const elsewhere = makePerson(db);
  const another = inTransaction(db, (tx) =>
    insertProvider(tx, staff, {
      organisationName: "Tacoma",
      name: "Another provider",
      shortName: "OTHER",
      address: null,
      designeeName: null,
      designeeTitle: null,
      policies: [{ fromDate: "2020-01-01", policy: PSESD_POLICY }],
    }),
  );
  give(db, elsewhere, "registrar", another);
  const asElsewhere = await get(db, `/registrar${path}`, elsewhere);
  expect((await thrownBy(() => readOne(args(asElsewhere, { id: invoice.id })))).status).toBe(404);
  const list = await listAll(args(await get(db, "/registrar/invoices", elsewhere)));
  expect(list.data.rows).toEqual([]);
  expect((await listAll(args(await get(db, "/registrar/invoices", registrar)))).data.total).toBe(1);
});

test("lists of invoices and of claims to bill take as many statements for 30 rows as for one", () => {
  const { db, staff, issue } = registrarDesk();
  const counts = () => [
    countStatements(db, () => pageOfList((search) => invoiceSource(staff, search))),
    countStatements(db, () => pageOfList((search) => billableSource(staff, search))),
  ];
  const grow = () => {
    issue(makeClaim(db).id);
    makeClaim(db);
  };
  grow();
  const one = counts();
  for (let index = 0; index < 30; index++) grow();
  expect(counts()).toEqual(one);
});
