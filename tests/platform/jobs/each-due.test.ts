import { eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { dueFaults } from "#drizzle/schema/platform";
import { reminderPlans, reminders } from "#drizzle/schema/reminders";
import { JOBS } from "~/desks/jobs/jobs.server";
import type { Database } from "~/platform/database/database.server";
import { nextTryAt } from "~/platform/jobs/due-fault";
import { eachDue, listDueFaults, tryAgain } from "~/platform/jobs/each-due.server";
import { newId } from "~/platform/ids";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { COMPOSERS } from "~/desks/jobs/reminder-composers.server";
import { lapseExpiredOffers } from "~/registration/waitlist/offer.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { lapseExpiredRequests } from "~/registration/approval/supervisor.server";
import { planCalendar } from "~/reminders/calendar-plan.server";
import { writeDueDigests } from "~/reminders/digest.server";
import { planQueuedOfferings } from "~/reminders/offering-plan.server";
import { sendDueReminders } from "~/reminders/send.server";
import { action, loader } from "~/routes/admin/jobs";
import { at, HOUR, MINUTE, setClock, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { give, makeOffering, makePerson } from "../../support/factories";
import { startMailbox } from "../../support/mailbox";
import { queueRequired } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";

/** Makes every change of rows that a condition names fail, as a fault of ours would. */
function spoil(db: Database, event: string, table: string, when: string): void {
  db.$client.exec(
    `create temp trigger spoilt_${table} before ${event} on ${table} when ${when}
     begin select raise(abort, 'spoilt by the test'); end`,
  );
}

const kindsOf = (db: Database) => listDueFaults(db).rows.map(({ kind, tries }) => `${kind} ${tries}`);

/** A loop over three rows, of which one fails as long as it is spoilt. */
function threeRows() {
  const db = useTestDatabase();
  db.$client.exec("create temp table queue (id text primary key); insert into queue values ('a'), ('b'), ('c')");
  const spoilt = new Set(["a"]);
  const seen: string[] = [];
  const run = (now: number) =>
    eachDue(systemContext(db, now), {
      kind: "test",
      list: (reader, isTried, limit) =>
        reader
          .all<{ id: string }>(sql`select id from queue where ${isTried(sql`queue.id`)} order by id limit ${limit}`)
          .map(({ id }) => id),
      process: (id) => {
        seen.push(id);
        if (spoilt.has(id)) throw new Error(`${id} cannot be processed`);
        return db.$client.prepare("delete from queue where id = ?").run(id).changes;
      },
    });
  return { db, spoilt, seen, run };
}

test("a row that cannot be processed does not stop those behind it", () => {
  const { db, seen, run } = threeRows();
  expect(run(TEST_NOW)).toBe(2);
  expect(seen).toEqual(["a", "b", "c"]);
  expect(listDueFaults(db).rows).toMatchObject([{ kind: "test", rowId: "a", tries: 1, nextTryAt: TEST_NOW + MINUTE }]);
  expect(listDueFaults(db).rows[0]!.lastError).toContain("a cannot be processed");
});

test("it is put off, tried again, and forgotten once it was processed", () => {
  const { db, spoilt, seen, run } = threeRows();
  run(TEST_NOW);
  expect(run(TEST_NOW + MINUTE - 1)).toBe(0);
  expect(seen.filter((id) => id === "a")).toHaveLength(1);
  run(TEST_NOW + MINUTE);
  expect(listDueFaults(db).rows).toMatchObject([{ tries: 2, nextTryAt: TEST_NOW + 6 * MINUTE }]);
  spoilt.clear();
  expect(run(TEST_NOW + 6 * MINUTE)).toBe(1);
  expect(listDueFaults(db).rows).toEqual([]);
});

test("after six tries it is given up, and an administrator lets it be tried again", () => {
  const { db, spoilt, seen, run } = threeRows();
  for (let now = TEST_NOW; now < TEST_NOW + 72 * HOUR; now += MINUTE) run(now);
  expect(seen.filter((id) => id === "a")).toHaveLength(6);
  expect(listDueFaults(db).rows).toMatchObject([{ tries: 6, nextTryAt: null }]);
  spoilt.clear();
  const admin = makePerson(db);
  expect(tryAgain(actingAs(db, admin, { now: TEST_NOW }), { kind: "test", rowId: "a" }).ok).toBe(true);
  expect(run(TEST_NOW)).toBe(1);
  expect(tryAgain(actingAs(db, admin), { kind: "test", rowId: "a" })).toMatchObject({ reason: "unknown-fault" });
});

test("a busy database is nobody's fault", () => {
  const { db, run } = threeRows();
  const busy = Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
  const failing = () =>
    eachDue(systemContext(db), {
      kind: "test",
      list: () => ["a"],
      process: () => {
        throw busy;
      },
    });
  expect(failing).toThrow(busy);
  expect(listDueFaults(db).rows).toEqual([]);
  expect(run(TEST_NOW)).toBe(2);
});

test.each([1, 2, 3, 4, 5, 6])("try %i", (tries) => {
  const waits = [1, 5, 30, 120, 720, null];
  const wait = waits[tries - 1]!;
  expect(nextTryAt(tries, 0)).toBe(wait === null ? null : wait * MINUTE);
});

test("reminders: one that cannot be written is put off, and the next ones are sent", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const offering = makeOffering(db);
  register(actingAs(db, person), { offeringId: offering.id });
  planQueuedOfferings(systemContext(db));
  const now = at("2027-03-08T08:00");
  const row = db.select().from(reminders).where(eq(reminders.kind, "session-day")).get()!;
  const bad = newId();
  db.insert(reminders)
    .values({ ...row, id: bad, occasion: "another", dueAt: now - 1 })
    .run();
  spoil(db, "update", "reminders", `old.id = '${bad}'`);
  expect((await sendDueReminders(systemContext(db, now), COMPOSERS)).sent).toBeGreaterThan(0);
  expect(db.select().from(reminders).where(eq(reminders.id, row.id)).get()!.state).toBe("sent");
  expect(kindsOf(db)).toEqual(["send-reminders 1"]);
});

test("planning: an offering whose reminders cannot be planned does not stop the next", () => {
  const db = useTestDatabase();
  const [bad, good] = [makeOffering(db), makeOffering(db)];
  for (const { id } of [bad, good]) register(actingAs(db, makePerson(db)), { offeringId: id });
  spoil(db, "insert", "reminders", `new.offering_id = '${bad.id}'`);
  expect(planQueuedOfferings(systemContext(db))).toBe(1);
  expect(
    db
      .select()
      .from(reminders)
      .all()
      .every(({ offeringId }) => offeringId === good.id),
  ).toBe(true);
  expect(db.select().from(reminderPlans).all()).toEqual([{ offeringId: bad.id }]);
  expect(kindsOf(db)).toEqual(["plan-reminders 1"]);
});

test("calendar: a person whose dates cannot be reckoned with does not stop the others", () => {
  const db = useTestDatabase();
  const people = [makePerson(db), makePerson(db), makePerson(db)];
  people.forEach(({ personId }, index) =>
    db
      .update(persons)
      .set({ certificateExpiresOn: index === 0 ? "2028-99-99" : "2028-06-30", updatedAt: at("2026-01-05T09:00") })
      .where(eq(persons.id, personId))
      .run(),
  );
  planCalendar(systemContext(db));
  const planned = new Set(
    db
      .select()
      .from(reminders)
      .all()
      .map(({ personId }) => personId),
  );
  expect(planned).toEqual(new Set([people[1]!.personId, people[2]!.personId]));
  expect(kindsOf(db)).toEqual(["plan-calendar-reminders 1"]);
});

test("summaries: somebody whose lines cannot be written does not stop the next", () => {
  const db = useTestDatabase();
  const ids = [makePerson(db), makePerson(db)].map((person) => queueRequired(db, person)!);
  db.update(outboxMessages).set({ digestDueAt: TEST_NOW }).run();
  db.update(outboxMessages).set({ kind: "of-an-old-version" }).where(eq(outboxMessages.id, ids[0]!)).run();
  expect(writeDueDigests(systemContext(db))).toBe(1);
  expect(kindsOf(db)).toEqual(["send-summaries 1"]);
});

test.each(["offers", "requests"] as const)("%s: one that cannot lapse does not stop the next", (what) => {
  const db = useTestDatabase();
  const supervisorHours = what === "requests" ? 24 : null;
  const ids = [1, 2].map(() => {
    const offering = makeOffering(db, { capacity: 1, values: { supervisorHours } });
    const [first, second] = [makePerson(db), makePerson(db)];
    const enter = (person: typeof first) =>
      register(actingAs(db, person), { offeringId: offering.id, supervisorEmail: "boss@district.example" });
    const place = (person: typeof first) => findLiveRegistration(db, offering.id, person.personId)!;
    enter(first);
    enter(second);
    if (what === "offers") withdraw(actingAs(db, first), place(first).id);
    return place(what === "offers" ? second : first).id;
  });
  spoil(db, "update", "registrations", `old.id = '${ids[0]}'`);
  const ctx = systemContext(db, TEST_NOW + 48 * HOUR);
  expect(what === "offers" ? lapseExpiredOffers(ctx) : lapseExpiredRequests(ctx)).toBe(1);
  expect(listDueFaults(db).rows).toMatchObject([{ rowId: ids[0], tries: 1 }]);
});

test("mail: a message of a kind that is not known any more does not stop the next", async () => {
  const db = useTestDatabase();
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  onTestFinished(async () => {
    transport.close();
    await mailbox.stop();
  });
  const [bad] = [makePerson(db), makePerson(db)].map((person) => queueRequired(db, person)!);
  db.update(outboxMessages).set({ kind: "of-an-old-version" }).where(eq(outboxMessages.id, bad!)).run();
  const counts = await deliverDueMessages(db, transport, { clock: () => TEST_NOW });
  expect(counts).toMatchObject({ sent: 1, failed: 1 });
});

test("every job runs on an empty database without a fault", async () => {
  const db = useTestDatabase();
  for (const job of JOBS) await job.run(systemContext(db));
  expect(listDueFaults(db).rows).toEqual([]);
});

test("administrators see what could not be done, and let it be tried again; nobody else does", async () => {
  const { db, run } = threeRows();
  run(TEST_NOW);
  setClock(TEST_NOW);
  const [admin, other] = [makePerson(db), makePerson(db)];
  give(db, admin, "admin");
  const page = await loader({ request: await get(db, "/admin/jobs", admin), params: {}, context: {} });
  expect(page.faults.rows).toMatchObject([{ kind: "test", rowId: "a" }]);
  const values = { intent: "try-again", kind: "test", rowId: "a" };
  const send = async (person: typeof admin) =>
    thrownBy(async () => action({ request: await post(db, "/admin/jobs", values, person), params: {}, context: {} }));
  expect((await send(other)).status).toBe(403);
  expect((await send(admin)).status).toBe(302);
  expect(listDueFaults(db).rows).toMatchObject([{ tries: 0 }]);
});

test("what could not be done is counted, not cut in silence, and what was given up stands first", () => {
  const db = useTestDatabase();
  const faults = Array.from({ length: 212 }, (_, each) => ({
    ...{ kind: "test", rowId: `r${String(each).padStart(3, "0")}`, tries: 1, lastError: "E", lastTriedAt: TEST_NOW },
    nextTryAt: each === 211 ? null : TEST_NOW,
  }));
  db.insert(dueFaults).values(faults).run();
  const { rows, total } = listDueFaults(db);
  expect([rows.length, total, rows[0]!.rowId]).toEqual([200, 212, "r211"]);
});
