import { expect, test } from "vitest";
import { salaryCutoffs } from "#drizzle/schema/hr";
import { action, loader } from "~/routes/hr/cut-off";
import { TEST_NOW } from "../../support/clock";
import { useTestDatabase } from "../../support/database";
import { give, makePerson, organisationId } from "../../support/factories";
import { remindersOf, runReminders } from "../../support/reminders";
import { get, post, thrownBy } from "../../support/request";

const args = (request: Request) => ({ request, params: {}, context: {} });

test("S2 HR sets its own district's salary cut-off, no other's, and the reminders follow", async () => {
  const db = useTestDatabase();
  const hr = makePerson(db);
  const renton = organisationId(db, "Renton");
  give(db, hr, "hr", renton);
  const cutoffs = async () => (await loader(args(await get(db, "/hr/cut-off", hr)))).data.cutoffs;
  expect(await cutoffs()).toMatchObject([{ id: renton, name: "Renton", monthDay: "09-30" }]);
  const set = async (organisation: string, monthDay: string) =>
    action(args(await post(db, "/hr/cut-off", { organisationId: organisation, monthDay }, hr)));
  expect((await thrownBy(() => set(renton, "10-01"))).status).toBe(302);
  expect((await thrownBy(() => set(organisationId(db, "Kent"), "10-01"))).status).toBe(404);
  expect((await set(renton, "12-31")).data.result.error).toHaveProperty("monthDay");
  expect(db.select().from(salaryCutoffs).all()).toMatchObject([{ organisationId: renton, monthDay: "10-01" }]);
  await runReminders(db, TEST_NOW);
  expect(remindersOf(db, hr, ["salary-cutoff"])[0]).toBe("salary-cutoff 2027-09-01T08:00 due");
});
