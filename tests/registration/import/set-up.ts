import { readList } from "~/registration/import/import-rows.server";
import { importPeople, planImport } from "~/registration/import/import.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makeOffering, makePerson, psesd } from "../../support/factories";

export const REASON = "Named by their principals";

/** An offering, its coordinator, and what they do with a list. */
export function setUp(capacity = 3, waitlistLimit: number | null = 1) {
  const db = useTestDatabase();
  const staff = makePerson(db, { first: "Cora" });
  give(db, staff, "coordinator", psesd(db).id);
  const offering = makeOffering(db, { capacity, waitlistLimit, instructor: makePerson(db, { last: "Teacher" }) });
  const ctx = actingAs(db, staff, { scopeIds: [psesd(db).id] });
  const planned = (text: string) => {
    const plan = planImport(ctx, { offeringId: offering.id, list: readList(text) });
    if (!plan.ok) throw new Error(plan.reason);
    return plan.value;
  };
  const carryOut = (text: string, digest: string) =>
    importPeople(ctx, { offeringId: offering.id, list: readList(text), digest, reason: REASON });
  return { db, staff, offering, ctx, planned, carryOut };
}
