import { expect, test } from "vitest";
import { webhookDeliveries } from "#drizzle/schema/staff/hr-api";
import { readDeliveries } from "~/hr/webhooks/delivery-log.server";
import { newId } from "~/platform/ids";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, organisationId } from "../../support/factories";
import { endpointFor } from "../../support/hr/payroll";

test("of a thousand messages to an endpoint, those that were given up are found", () => {
  const db = useTestDatabase();
  const hr = makePerson(db);
  const highline = organisationId(db, "Highline");
  give(db, hr, "hr", highline);
  const { id } = endpointFor(actingAs(db, hr, { scopeIds: [highline] }), "https://payroll.highline.example/");
  const one = { webhookId: id, type: "ping", body: "{}", createdAt: TEST_NOW };
  const some = (count: number, state: "delivered" | "failed" | "waiting") =>
    db
      .insert(webhookDeliveries)
      .values(Array.from({ length: count }, () => ({ ...one, id: newId(), state })))
      .run();
  some(1_000, "delivered");
  some(2, "failed");
  const read = (search = "") => {
    const { rows, total, state } = readDeliveries(db, id, new URL(`https://x.example/${search}`));
    return [rows.length, total, state];
  };
  expect(read()).toEqual([50, 1_002, null]);
  expect(read("?page=21")).toEqual([2, 1_002, null]);
  expect(read("?state=failed")).toEqual([2, 2, "failed"]);
  expect(read("?state=waiting")).toEqual([0, 0, "waiting"]);
  expect(read("?state=lost")).toEqual([50, 1_002, null]);
});
