import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "#drizzle/schema/people";
import { issueDistrictInvoice, issueInvoice } from "~/billing/invoices/invoice.server";
import { getInvoice } from "~/billing/invoices/invoice-paper.server";
import { creditInvoice } from "~/billing/invoices/invoice-payment.server";
import { invoices } from "#drizzle/schema/billing";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, organisationId, psesd } from "../../support/factories";

test("T8 a district's invoice carries the billing contact and address of its day; what is issued keeps them", () => {
  const db = useTestDatabase();
  const staff = actingAs(db, makePerson(db), { now: at("2027-03-20T10:00"), scopeIds: [psesd(db).id] });
  const kent = organisationId(db, "Kent");
  const bill = (values: Partial<typeof organisations.$inferInsert>) => {
    db.update(organisations).set(values).where(eq(organisations.id, kent)).run();
    const claim = makeClaim(db, { person: makePerson(db, { organisation: "Kent" }) });
    return done(issueDistrictInvoice(staff, { organisationId: kent, purchaseOrder: "PO-1", claimIds: [claim.id] }));
  };
  const none = bill({ county: "King" });
  const first = bill({
    billingName: "Accounts payable",
    billingAddress: "1 Sample Way\nKent, WA",
    billingEmail: "ap@kent.example",
  });
  bill({ billingAddress: "2 Other Way" });
  expect(none.billToAddress).toBeNull();
  expect(getInvoice(db, first.id).billToAddress).toBe(
    "Attention: Accounts payable\n1 Sample Way\nKent, WA\nap@kent.example",
  );
  done(creditInvoice(staff, { invoiceId: first.id, reason: "Billed twice" }));
  const note = db.select().from(invoices).where(eq(invoices.aboutInvoiceId, first.id)).get()!;
  expect(note.billToAddress).toBe(first.billToAddress);
  const own = makeClaim(db);
  expect(done(issueInvoice(staff, { claimIds: [own.id] })).billToAddress).toBeNull();
});
