import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { credits } from "#drizzle/schema/credits";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { exportNow } from "../../support/hr/exports";
import { give, makePerson, organisationId } from "../../support/factories";

test("one row that cannot be read names its person, stays due, and the others are given out", async () => {
  const db = useTestDatabase();
  const highline = organisationId(db, "Highline");
  const hr = makePerson(db);
  give(db, hr, "hr", highline);
  const ctx = actingAs(db, hr, { scopeIds: [highline] });
  const told = async () => {
    const { csv } = done(await exportNow(ctx, { organisationId: highline, from: null, to: null, onlyNew: true }));
    const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
    return rows.map(({ last_name, record }) => `${last_name} ${record}`);
  };
  postCreditFor(db, makePerson(db, { last: "Ames", organisation: "Highline" }));
  const { creditId } = postCreditFor(db, makePerson(db, { last: "Broken", organisation: "Highline" }));
  const { offeringId } = db.select().from(credits).where(eq(credits.id, creditId)).get()!;
  const move = (timeZone: string) => db.update(offerings).set({ timeZone }).where(eq(offerings.id, offeringId!)).run();
  move("Nowhere/Land");
  expect(await told()).toEqual(["Ames new", "Broken unreadable"]);
  move("America/Los_Angeles");
  expect(await told()).toEqual(["Broken new"]);
});
