import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { signUp } from "~/people/accounts/sign-up.server";
import { invitePerson } from "~/people/accounts/invitation.server";
import { addPerson } from "~/people/persons/person-admin.server";
import type { Database } from "~/platform/database/database.server";
import { env } from "~/platform/env.server";
import { loader as jobs } from "~/routes/admin/jobs";
import { loader as message } from "~/routes/admin/mail.$id";
import { loader as list } from "~/routes/admin/mail._index";
import { runDueJobs } from "~/desks/jobs/jobs.server";
import { readingsOf } from "../../support/readings";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { register } from "~/registration/seats/registration.server";
import { give, makeOffering, makePerson, type TestPerson } from "../../support/factories";
import { get, thrownBy } from "../../support/request";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
  signUp(systemContext(db), { legalFirst: "Sia", legalLast: "Up", email: "sia@test.example" });
  const added = addPerson(actingAs(db, admin), {
    legalFirst: "Noa",
    legalLast: "C",
    email: "noa@test.example",
    employeeId: null,
  });
  if (added.ok) invitePerson(actingAs(db, admin), { personId: added.value });
});

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });
const messages = async (query = "") => list(args(await get(db, `/admin/mail?${query}`, admin)));

test("messages are counted by state and found by kind, state and recipient", async () => {
  const all = await messages();
  expect(all).toMatchObject({ total: 2, states: [{ state: "queued", count: 2 }], sends: false });
  expect((await messages("kind=account-invitation")).rows).toMatchObject([{ recipient: "noa@test.example" }]);
  expect((await messages("to=sia")).rows).toMatchObject([{ kind: "verify-address" }]);
  expect((await messages("state=sent")).total).toBe(0);
});

test("P5 a message is shown as its recipient gets it, and looking is audited", async () => {
  const [row] = (await messages("to=noa")).rows;
  const page = await message(args(await get(db, `/admin/mail/${row!.id}?view=text`, admin), { id: row!.id }));
  expect(page).toMatchObject({ view: "text", message: { recipient: "noa@test.example", hidden: false } });
  expect(page.message.html).toContain("http://hourbook.test/invitation?token=");
  expect(page.message.text).toContain("http://hourbook.test/invitation?token=");
  expect(readingsOf(db, "message.read")).toEqual([
    { actorId: admin.personId, subjectId: row!.id, personIds: [expect.any(String)] },
  ]);
  expect(readingsOf(db, "messages.listed").at(-1)!.personIds.length).toBeGreaterThan(0);
  const unknown = await get(db, "/admin/mail/none", admin);
  expect((await thrownBy(() => message(args(unknown, { id: "none" })))).status).toBe(404);
});

test("P5 a message to a supervisor is a reading of the educator's record, too", async () => {
  const educator = makePerson(db);
  const { id: offeringId } = makeOffering(db, { values: { supervisorHours: 48 } });
  const supervisor = makePerson(db);
  const asked = register(actingAs(db, educator), { offeringId, supervisorEmail: supervisor.email });
  expect(asked.ok).toBe(true);
  const [row] = (await messages("kind=supervisor-request")).rows;
  const page = await message(args(await get(db, `/admin/mail/${row!.id}?view=text`, admin), { id: row!.id }));
  expect(page.message.text).toContain(educator.name);
  const personIds = [educator.personId, supervisor.personId].sort();
  expect(readingsOf(db, "message.read")).toMatchObject([{ subjectId: row!.id, personIds }]);
});

test("in production a link that signs somebody in is not shown", async () => {
  const before = env.HOURBOOK_MODE;
  env.HOURBOOK_MODE = "production";
  try {
    for (const row of db.select().from(outboxMessages).all()) {
      const page = await message(args(await get(db, `/admin/mail/${row.id}`, admin), { id: row.id }));
      expect(page.message.hidden).toBe(true);
      expect(JSON.stringify(page)).not.toContain(new URL(String(row.payload.actionUrl)).searchParams.get("token"));
    }
  } finally {
    env.HOURBOOK_MODE = before;
  }
});

test("jobs are listed with their schedule, before and after they ran", async () => {
  const page = async () => (await jobs(args(await get(db, "/admin/jobs", admin)))).jobs;
  expect((await page()).every((job) => job.run === null && job.schedule.length > 0)).toBe(true);
  await runDueJobs(db);
  const notYet = (await page()).filter((job) => !job.run?.lastFinishedAt).map(({ name }) => name);
  // It waits for the night.
  expect(notYet).toEqual(["check-database"]);
});
