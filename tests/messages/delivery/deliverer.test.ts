import { expect, onTestFinished, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { messageIdOf } from "~/messages/delivery/mail-compose.server";
import { CONNECTIONS, createTransport } from "~/platform/mail/mail-transport.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { inTransaction, openDatabase } from "~/platform/database/database.server";
import { MINUTE, TEST_NOW } from "../../support/clock";
import { systemContext, useTestDatabase } from "../../support/database";
import { makeJobPlace } from "../../support/job-process";
import { startMailbox } from "../../support/mailbox";

async function withMailbox(db = useTestDatabase()) {
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  onTestFinished(async () => {
    transport.close();
    await mailbox.stop();
  });
  const enqueue = (occasion = "") =>
    inTransaction(db, (tx) =>
      enqueueMessage(tx, systemContext(db), {
        kind: "reset-password",
        subjectId: "account",
        personId: null,
        recipient: "maría@test.example",
        occasion,
        payload: {
          personName: "María",
          actionUrl: "http://hourbook.test/reset-password?token=secret",
          validFor: "1 hour",
        },
      }),
    );
  const deliver = (now = TEST_NOW) => deliverDueMessages(db, transport, { clock: () => now });
  const states = () => db.select().from(outboxMessages).all();
  return { db, mailbox, enqueue, deliver, states };
}

test("a queued message is sent once, as HTML and plain text, and its secret is forgotten", async () => {
  const { mailbox, enqueue, deliver, states } = await withMailbox();
  enqueue();
  enqueue();
  expect(await deliver()).toMatchObject({ sent: 1, failed: 0 });
  expect(await deliver()).toMatchObject({ sent: 0, failed: 0 });
  expect(mailbox.messages).toHaveLength(1);
  const mail = mailbox.messages[0]!;
  expect(mail.subject).toBe("Choose a new Hourbook password");
  expect(mail.text).toContain("http://hourbook.test/reset-password?token=secret");
  expect(mail.html).toContain("María");
  expect(states()).toMatchObject([{ state: "sent", attempts: 1 }]);
  expect(JSON.stringify(states())).not.toContain("token=secret");
});

test("an answer goes to the mailbox that a message names, and to the sender where it names none", async () => {
  const { db, mailbox, enqueue, deliver } = await withMailbox();
  enqueue();
  await deliver();
  expect(mailbox.messages[0]!.headers["reply-to"]).toBeUndefined();
  const replyTo = { name: 'Büro "Hall"\r\nBcc: x@test.example', address: "dana@esd.example" };
  db.update(outboxMessages).set({ state: "queued", replyTo, leasedBy: null }).run();
  await deliver();
  const { headers } = mailbox.messages[1]!;
  expect(headers["reply-to"]).toMatch(/ <dana@esd\.example>$/);
  expect(headers["bcc"]).toBeUndefined();
});

test("a temporary error puts the message off, a permanent one gives it up", async () => {
  const { mailbox, enqueue, deliver, states } = await withMailbox();
  enqueue();
  mailbox.refuseWith = 451;
  expect(await deliver()).toMatchObject({ sent: 0, failed: 1 });
  expect(states()).toMatchObject([{ state: "queued", nextAttemptAt: TEST_NOW + MINUTE }]);
  expect(await deliver()).toMatchObject({ sent: 0, failed: 0 });
  mailbox.refuseWith = 550;
  expect(await deliver(TEST_NOW + MINUTE)).toMatchObject({ sent: 0, failed: 1 });
  expect(states()).toMatchObject([{ state: "failed", attempts: 2 }]);
  mailbox.refuseWith = null;
  expect(await deliver(TEST_NOW + 60 * MINUTE)).toMatchObject({ sent: 0, failed: 0 });
});

test("two deliverers at once send one message once", async () => {
  const { mailbox, enqueue, deliver } = await withMailbox();
  for (let occasion = 0; occasion < 30; occasion++) enqueue(String(occasion));
  const [first, second] = await Promise.all([deliver(), deliver()]);
  expect(first.sent + second.sent).toBe(30);
  expect(mailbox.messages).toHaveLength(30);
});

test("calendar entries travel as they were when the message was written, the first as the invitation", async () => {
  const { db, mailbox, deliver } = await withMailbox();
  const entry = (method: string) => `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nSUMMARY:Élan\r\nEND:VCALENDAR\r\n`;
  inTransaction(db, (tx) =>
    enqueueMessage(tx, systemContext(db), {
      kind: "verify-address",
      subjectId: "account",
      personId: null,
      recipient: "bo@test.example",
      payload: { personName: "Bo", actionUrl: "http://hourbook.test/verify-email?token=t", validFor: "1 day" },
      calendar: [
        { method: "REQUEST", name: "invite.ics", content: entry("REQUEST") },
        { method: "CANCEL", name: "removed.ics", content: entry("CANCEL") },
      ],
    }),
  );
  await deliver();
  const { calendars, files } = mailbox.messages[0]!;
  expect(calendars).toMatchObject([
    { method: "REQUEST", disposition: null, content: entry("REQUEST") },
    { method: "CANCEL", disposition: "attachment", content: entry("CANCEL") },
  ]);
  expect(files).toMatchObject([{ name: "invite.ics", type: "application/ics" }]);
});

test("a message that has left is noted, however long another process keeps the database busy, and not sent again", async () => {
  const place = makeJobPlace("smtp://127.0.0.1:1", TEST_NOW);
  onTestFinished(() => place.remove());
  const { mailbox, enqueue, deliver, states } = await withMailbox(place.db);
  enqueue();
  const other = openDatabase(place.env.DATABASE_FILE!);
  onTestFinished(() => void other.$client.close());
  mailbox.onTaken = () => {
    other.$client.exec("begin immediate");
    setTimeout(() => other.$client.exec("commit"), 600);
  };
  place.db.$client.pragma("busy_timeout = 20");
  expect(await deliver()).toMatchObject({ sent: 1, failed: 0 });
  expect(states()).toMatchObject([{ state: "sent", attempts: 1, lastError: null }]);
  expect(mailbox.messages).toHaveLength(1);
});

/** More than is claimed at once, twice over. */
const MANY = 120;

test("while one connection waits for its server, the others send all that is due, more than is claimed at once", async () => {
  const { db, enqueue, states } = await withMailbox();
  for (let count = 0; count < MANY; count++) enqueue(String(count));
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let sent = 0;
  const slow = {
    sendMail: async () => {
      sent++;
      if (sent === 1) await released;
      if (sent === MANY) release();
    },
  };
  expect(await deliverDueMessages(db, slow, { clock: () => TEST_NOW })).toMatchObject({ sent: MANY });
  expect(states().every(({ state }) => state === "sent")).toBe(true);
});

test("an error that ends one connection's work is told once the others' is noted", async () => {
  const { db, enqueue, states } = await withMailbox();
  for (let count = 0; count < MANY; count++) enqueue(String(count));
  let asked = 0;
  const clock = () => {
    asked++;
    if (asked === 20) throw new Error("no time");
    return TEST_NOW;
  };
  const quick = { sendMail: () => Promise.resolve() };
  await expect(deliverDueMessages(db, quick, { clock })).rejects.toThrow("no time");
  const count = (wanted: string) => states().filter(({ state }) => state === wanted).length;
  expect({ sent: count("sent"), sending: count("sending") }).toEqual({ sent: MANY - 1, sending: 1 });
});

test("where what was sent cannot be noted, the rest goes back in line: only what left is in doubt", async () => {
  const { db, enqueue, states } = await withMailbox();
  for (let count = 0; count < MANY; count++) enqueue(String(count));
  db.$client.exec(`create temp trigger no_room before update of state on main.outbox_messages when new.state = 'sent'
    begin select raise(abort, 'no room'); end`);
  const left: unknown[] = [];
  const quick = { sendMail: (mail: { messageId: string }) => Promise.resolve(void left.push(mail.messageId)) };
  await expect(deliverDueMessages(db, quick, { clock: () => TEST_NOW })).rejects.toThrow("no room");
  const inDoubt = states().filter(({ state }) => state === "sending");
  expect(left).toHaveLength(CONNECTIONS);
  expect(inDoubt.map(({ id }) => messageIdOf(id)).sort()).toEqual(left.sort());
  expect(states().filter(({ state }) => state === "queued")).toHaveLength(MANY - CONNECTIONS);
});
