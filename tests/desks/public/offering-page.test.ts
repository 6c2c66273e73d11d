import { expect, test } from "vitest";
import { readRegistering } from "~/desks/public/offering-page.server";
import { getPublicOffering } from "~/desks/public/public-catalog.server";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson } from "../../support/factories";

function look(values: Parameters<typeof makeOffering>[1], now = TEST_NOW) {
  const db = useTestDatabase();
  const { id } = makeOffering(db, values);
  return readRegistering(actingAs(db, makePerson(db), { now }), getPublicOffering(db, id));
}

test("R4 a seat that costs, and one that could not be left any more, is reviewed before it is taken", () => {
  expect(look({})).toMatchObject({ hasForm: false });
  expect(look({ values: { priceCents: 7_500 } })).toMatchObject({ hasForm: true });
  const { withdrawBy } = look({});
  expect(look({}, withdrawBy - DAY).hasForm).toBe(false);
  expect(look({}, withdrawBy).hasForm).toBe(true);
});
