import { expect, test } from "vitest";
import { invoiceSource } from "~/billing/invoices/invoice-list.server";
import { issueDistrictInvoice, issueInvoice } from "~/billing/invoices/invoice.server";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, organisationId, psesd } from "../../support/factories";
import { pageOfList } from "../../support/request";

const NOW = at("2027-03-20T10:00");

test("invoices are found by parts of their number, of whom they bill and of the purchase order, as they are written", () => {
  const db = useTestDatabase();
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const staff = actingAs(db, registrar, { now: NOW, scopeIds: [psesd(db).id] });
  const person = makePerson(db, { first: "Zoë", last: "O'Brien-Łuk", organisation: "Kent" });
  const own = done(issueInvoice(staff, { claimIds: [makeClaim(db, { person }).id] }));
  const order = { organisationId: organisationId(db, "Kent"), purchaseOrder: 'PO "7%_Ä" 2027' };
  const districts = done(issueDistrictInvoice(staff, { ...order, claimIds: [makeClaim(db, { person }).id] }));
  const found = (q: string) =>
    pageOfList((search) => invoiceSource(staff, search), new URLSearchParams({ view: "all", q }).toString()).rows.map(
      ({ id }) => id,
    );

  const both = [own.id, districts.id];
  expect(found("")).toEqual(both);
  expect(found("PSESD-2027")).toEqual(both);
  expect(found("000001")).toEqual([own.id]);
  expect(found("01")).toEqual([own.id]);
  expect(found("o'brien")).toEqual([own.id]);
  expect(found("obrien zoe")).toEqual([own.id]);
  expect(found("łuk")).toEqual([own.id]);
  expect(found("kent")).toEqual([districts.id]);
  expect(found("2027 kent")).toEqual([districts.id]);
  expect(found('"7%_ä"')).toEqual([districts.id]);
  expect(found("%_Ä")).toEqual([districts.id]);
  expect(found("7%")).toEqual([districts.id]);
  for (const nothing of ["%27", "PSESD OR", "NOT", "number:", "PSES*", '"""', "a\0b"])
    expect(found(nothing), nothing).toEqual([]);
});
