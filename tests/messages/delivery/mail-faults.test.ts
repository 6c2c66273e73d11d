import { expect, onTestFinished, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import type { Database } from "~/platform/database/database.server";
import { inTransaction } from "~/platform/database/database.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { UNKNOWN_OUTCOME } from "~/messages/delivery/mail-lease.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { MINUTE, TEST_NOW } from "../../support/clock";
import { startCutLine } from "../../support/cut-line";
import { systemContext, useTestDatabase } from "../../support/database";
import { makeJobPlace, startJobs, until } from "../../support/job-process";
import { startMailbox } from "../../support/mailbox";

/** A kind that may come twice with one Message-ID, and one that may not. */
const enqueue = {
  "at-least-once": (db: Database, occasion = "") =>
    inTransaction(db, (tx) =>
      enqueueMessage(tx, systemContext(db), {
        kind: "offer-lapsed",
        subjectId: "registration",
        personId: null,
        recipient: "bo@test.example",
        occasion,
        payload: {
          personName: "Bo",
          providerName: "Puget Sound ESD",
          offeringTitle: "Field science",
          lapsedAt: "today",
          offeringUrl: "http://hourbook.test/offerings/1",
        },
      }),
    ),
  "at-most-once": (db: Database, occasion = "") =>
    inTransaction(db, (tx) =>
      enqueueMessage(tx, systemContext(db), {
        kind: "claim-reminder",
        subjectId: "claim",
        personId: null,
        recipient: "bo@test.example",
        occasion,
        payload: {
          personName: "Bo",
          providerName: "Puget Sound ESD",
          offeringTitle: "Field science",
          earnedHours: "7",
          actionUrl: "http://hourbook.test/claims/1",
        },
      }),
    ),
};

async function mailboxForTest() {
  const mailbox = await startMailbox();
  onTestFinished(() => mailbox.stop());
  return mailbox;
}

function transportFor(url: string) {
  const transport = createTransport(url)!;
  onTestFinished(() => transport.close());
  return transport;
}

const rows = (db: Database) => db.select().from(outboxMessages).all();

test("waits between attempts grow from a minute to twelve hours, then the message is given up", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const transport = transportFor(mailbox.url);
  mailbox.refuseWith = 451;
  enqueue["at-least-once"](db);
  let now = TEST_NOW;
  const waits: number[] = [];
  while (rows(db)[0]!.state === "queued") {
    await deliverDueMessages(db, transport, { clock: () => now });
    const next = rows(db)[0]!.nextAttemptAt;
    if (rows(db)[0]!.state === "queued") waits.push((next - now) / MINUTE);
    now = next;
  }
  expect(waits).toEqual([1, 5, 30, 120, 720]);
  expect(rows(db)).toMatchObject([{ state: "failed", attempts: 6 }]);
  expect(rows(db)[0]!.lastError).toContain("451");
  expect(mailbox.messages).toHaveLength(0);
});

test("a recipient that the server does not know is given up at once and the address marked", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const transport = transportFor(mailbox.url);
  mailbox.refuseRecipientWith = 550;
  enqueue["at-least-once"](db);
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW });
  expect(rows(db)).toMatchObject([{ state: "failed", attempts: 1 }]);
  expect(db.select().from(addressFaults).all()).toMatchObject([{ address: "bo@test.example", source: "mail-server" }]);
  mailbox.refuseRecipientWith = null;
  enqueue["at-least-once"](db, "later");
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW + MINUTE });
  expect(mailbox.messages).toHaveLength(0);
  expect(rows(db)[1]).toMatchObject({ state: "suppressed", suppressedBecause: "Mail to this address comes back." });
});

test("a password that the mail server does not take is ours to mend: messages wait", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const url = mailbox.url.replace("smtp://", "smtp://somebody:wrong@");
  enqueue["at-most-once"](db);
  await deliverDueMessages(db, transportFor(url), { clock: () => TEST_NOW });
  expect(rows(db)).toMatchObject([{ state: "queued", nextAttemptAt: TEST_NOW + MINUTE }]);
});

test("mail is encrypted where the server offers it, and waits where its certificate is not trusted", async () => {
  const db = useTestDatabase();
  const mailbox = await startMailbox({ tls: true });
  onTestFinished(() => mailbox.stop());
  enqueue["at-most-once"](db);
  await deliverDueMessages(db, transportFor(mailbox.url), { clock: () => TEST_NOW });
  expect(mailbox.messages).toHaveLength(0);
  expect(rows(db)).toMatchObject([{ state: "queued", lastError: expect.stringMatching(/certificate/i) as string }]);
  const trusting = transportFor(`${mailbox.url}?tls.rejectUnauthorized=false`);
  await deliverDueMessages(db, trusting, { clock: () => TEST_NOW + MINUTE });
  expect(mailbox.messages).toMatchObject([{ secure: true }]);
});

test("a mail server that is not there puts messages of either kind off", async () => {
  const db = useTestDatabase();
  const mailbox = await startMailbox();
  await mailbox.stop();
  enqueue["at-most-once"](db);
  enqueue["at-least-once"](db);
  await deliverDueMessages(db, transportFor(mailbox.url), { clock: () => TEST_NOW });
  expect(rows(db).map(({ state }) => state)).toEqual(["queued", "queued"]);
});

test("a connection cut in the middle of a message sends the one kind once, later, and the other never", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const line = await startCutLine(mailbox.url);
  onTestFinished(() => line.stop());
  const transport = transportFor(line.url);
  line.cuts = 2;
  enqueue["at-least-once"](db);
  enqueue["at-most-once"](db);
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW });
  expect(line.cuts).toBe(0);
  expect(mailbox.messages).toHaveLength(0);
  expect(rows(db).map(({ state }) => state)).toEqual(["queued", "failed"]);
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW + MINUTE });
  expect(mailbox.messages.map(({ subject }) => subject)).toEqual([expect.stringContaining("Field science")]);
  expect(rows(db).map(({ state }) => state)).toEqual(["sent", "failed"]);
});

test("a slow server: the lease lasts as long as its deliverer lives, and nobody else sends the same", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  mailbox.onTaken = () => new Promise((resolve) => setTimeout(resolve, 1_500));
  enqueue["at-least-once"](db);
  enqueue["at-most-once"](db);
  const delivery = { clock: Date.now, leaseMs: 400 };
  const first = deliverDueMessages(db, transportFor(mailbox.url), delivery);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(rows(db).every(({ state }) => state === "sending")).toBe(true);
  expect(await deliverDueMessages(db, transportFor(mailbox.url), delivery)).toMatchObject({ sent: 0, failed: 0 });
  expect(await first).toMatchObject({ sent: 2, failed: 0 });
  expect(mailbox.messages).toHaveLength(2);
});

test("a deliverer that has lost its lease sends nothing and records nothing", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  enqueue["at-least-once"](db);
  // While the files of the message are made, somebody else takes it over.
  const attach = () => {
    db.update(outboxMessages).set({ leasedBy: "another" }).run();
    return Promise.resolve([]);
  };
  expect(await deliverDueMessages(db, transportFor(mailbox.url), { clock: () => TEST_NOW, attach })).toMatchObject({
    sent: 0,
    failed: 0,
  });
  expect(mailbox.messages).toHaveLength(0);
  expect(rows(db)).toMatchObject([{ state: "sending", leasedBy: "another" }]);
});

test("a deliverer that is told to stop finishes what is under way and puts the rest back", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const stopping = new AbortController();
  mailbox.onTaken = () => stopping.abort();
  for (let each = 0; each < 12; each++) enqueue["at-most-once"](db, String(each));
  const { sent } = await deliverDueMessages(db, transportFor(mailbox.url), {
    clock: () => TEST_NOW,
    signal: stopping.signal,
  });
  const states = rows(db).map(({ state }) => state);
  expect(sent).toBe(mailbox.messages.length);
  expect(states.filter((state) => state === "sent")).toHaveLength(sent);
  expect(states.filter((state) => state === "queued")).toHaveLength(12 - sent);
  expect(sent).toBeLessThan(12);
});

test("two deliverer processes at once send every message once", async () => {
  const mailbox = await mailboxForTest();
  const place = makeJobPlace(mailbox.url, TEST_NOW);
  onTestFinished(() => place.remove());
  for (let each = 0; each < 200; each++) enqueue["at-least-once"](place.db, String(each));
  const holders = () => new Set(rows(place.db).flatMap(({ leasedBy }) => leasedBy ?? []));
  // The server answers nobody until both are in the middle of sending.
  let answer = () => {};
  const bothSend = new Promise<void>((resolve) => (answer = resolve));
  mailbox.onTaken = () => bothSend;
  const children = [startJobs(place), startJobs(place)];
  onTestFinished(() => children.forEach((child) => child.kill("SIGKILL")));
  await until(() => holders().size === 1, "one is sending");
  place.setClock(TEST_NOW + 10_000);
  await until(() => holders().size === 2, "both are sending");
  answer();
  await until(() => rows(place.db).every(({ state }) => state === "sent"), "all are sent");
  for (const child of children) child.kill("SIGTERM");
  expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0]);
  const ids = mailbox.messages.map(({ messageId }) => messageId);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids).toHaveLength(200);
});

test.each(["at-least-once", "at-most-once"] as const)(
  "kill -9 between the server's taking a message and our noting it, %s",
  async (guarantee) => {
    const mailbox = await mailboxForTest();
    const place = makeJobPlace(mailbox.url, TEST_NOW);
    onTestFinished(() => place.remove());
    enqueue[guarantee](place.db);
    const killed = startJobs(place);
    mailbox.onTaken = async () => {
      killed.kill("SIGKILL");
      await killed.ended;
    };
    expect(await killed.ended).toBe("SIGKILL");
    await until(() => mailbox.messages.length === 1, "the server has taken the message");
    expect(rows(place.db)).toMatchObject([{ state: "sending" }]);

    mailbox.onTaken = null;
    place.setClock(TEST_NOW + 3 * MINUTE);
    const second = startJobs(place);
    onTestFinished(() => void second.kill("SIGKILL"));
    await until(() => rows(place.db)[0]!.state !== "sending", "the row is settled");
    second.kill("SIGTERM");
    await second.ended;
    if (guarantee === "at-least-once") {
      // A second copy, with the Message-ID by which every mail server that looks for repetitions drops it.
      expect(rows(place.db)).toMatchObject([{ state: "sent" }]);
      expect(mailbox.messages).toHaveLength(2);
      expect(new Set(mailbox.messages.map(({ messageId }) => messageId)).size).toBe(1);
    } else {
      expect(rows(place.db)).toMatchObject([{ state: "failed", lastError: UNKNOWN_OUTCOME }]);
      expect(mailbox.messages).toHaveLength(1);
    }
  },
);
