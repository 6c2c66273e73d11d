import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, listStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";

test("claiming reads the offering, what was charged and what was paid once each", () => {
  const db = useTestDatabase();
  const claim = makeClaim(db);
  db.update(claims).set({ status: "open", requestedMinutes: null }).where(eq(claims.id, claim.id)).run();
  const ctx = actingAs(db, claim.person, { now: at("2027-03-20T10:00") });
  const statements = listStatements(db, () => done(claimAndBill(ctx, { claimId: claim.id, requestedMinutes: 240 })));
  const reads = (table: string) =>
    statements.filter((sql) => sql.startsWith("select") && sql.includes(`from "${table}"`));
  expect(reads("invoice_lines")).toHaveLength(1);
  expect(reads("payments")).toHaveLength(1);
  expect(reads("offerings").length).toBeLessThanOrEqual(1);
  expect(claim.read()).toMatchObject({ requestedMinutes: 240, settled: false });
});
