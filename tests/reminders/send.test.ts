import { count, eq, inArray, ne } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { reminders } from "#drizzle/schema/reminders";
import { COMPOSERS } from "~/desks/jobs/reminder-composers.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { countOf } from "~/platform/database/rows.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { register } from "~/registration/seats/registration.server";
import { planQueuedOfferings } from "~/reminders/offering-plan.server";
import { sendDueReminders } from "~/reminders/send.server";
import { at } from "../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../support/database";
import { done } from "../support/done";
import { makeOffering, makePerson } from "../support/factories";
import { startMailbox } from "../support/mailbox";
import { queueRequired } from "../support/outbox";

const NOW = at("2027-03-08T08:00");
const MANY = 300;

/** So many reminders, of as many people, all due. */
function manyDue() {
  const db = useTestDatabase();
  const { id: offeringId } = makeOffering(db, { capacity: MANY });
  for (let each = 0; each < MANY; each++) done(register(actingAs(db, makePerson(db)), { offeringId }));
  planQueuedOfferings(systemContext(db));
  db.delete(reminders).where(ne(reminders.kind, "session-day")).run();
  const left = () => countOf(db.select({ count: count() }).from(reminders).where(eq(reminders.state, "due")));
  return { db, left };
}

/** To how many people reminders went, and how many went. */
function written({ db }: ReturnType<typeof manyDue>): [people: number, messages: number] {
  const ids = db.select({ id: reminders.id }).from(reminders);
  const theirs = db.select().from(outboxMessages).where(inArray(outboxMessages.subjectId, ids)).all();
  return [new Set(theirs.map(({ personId }) => personId)).size, theirs.length];
}

test("a mail that is due is sent while reminders are still written, each of them once", async () => {
  const due = manyDue();
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  onTestFinished(async () => {
    transport.close();
    await mailbox.stop();
  });
  const leftThen: number[] = [];
  const delivered = new AbortController();
  mailbox.onTaken = () => {
    leftThen.push(due.left());
    delivered.abort();
  };
  queueRequired(due.db, makePerson(due.db));
  const writing = sendDueReminders(systemContext(due.db, NOW), COMPOSERS);
  await deliverDueMessages(due.db, transport, { clock: () => NOW, signal: delivered.signal });
  expect(leftThen[0]).toBeGreaterThan(0);
  expect(await writing).toEqual({ sent: MANY, skipped: 0 });
  expect([...written(due), due.left()]).toEqual([MANY, MANY, 0]);
});

test("reminders that a stop, or another process, comes between are written once", async () => {
  const due = manyDue();
  const stopping = new AbortController();
  const first = sendDueReminders(systemContext(due.db, NOW), COMPOSERS, stopping.signal);
  setImmediate(() => stopping.abort());
  const { sent } = await first;
  expect(sent).toBeLessThan(MANY);
  const both = await Promise.all([1, 2].map(() => sendDueReminders(systemContext(due.db, NOW), COMPOSERS)));
  expect(sent + both[0]!.sent + both[1]!.sent).toBe(MANY);
  expect(written(due)).toEqual([MANY, MANY]);
});
