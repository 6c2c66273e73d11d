import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { mailRefusals, outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import type { Mail } from "~/platform/mail/mail-transport.server";
import { listAlarms } from "~/platform/mail/mail-alarm.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { DAY, MINUTE, TEST_NOW } from "../../support/clock";
import { startCutLine } from "../../support/network/cut-line";
import { useTestDatabase } from "../../support/database";
import { startMailbox } from "../../support/mailbox";
import { enqueue, mailboxForTest, rows, transportFor } from "./two-kinds";

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

test("a relay that refuses for 40 seconds marks nobody, holds nothing back, and everything goes out by itself", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const transport = transportFor(mailbox.url);
  mailbox.refuseRecipientWith = 550;
  mailbox.recipientWords = "Relaying denied";
  for (let each = 0; each < 26; each++) enqueue["at-least-once"](db, String(each));
  for (let each = 0; each < 7; each++) enqueue["at-most-once"](db, String(each));
  for (let second = 0; second <= 40; second += 5) {
    await deliverDueMessages(db, transport, { clock: () => TEST_NOW + second * 1_000 });
  }
  expect(db.select().from(addressFaults).all()).toEqual([]);
  expect(new Set(rows(db).map(({ state }) => state))).toEqual(new Set(["queued"]));
  expect(listAlarms(db)).toMatchObject([
    { topic: "relay", count: 33, words: expect.stringMatching(/denied/) as string },
  ]);
  mailbox.refuseRecipientWith = null;
  enqueue["at-least-once"](db, "later");
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW + MINUTE });
  expect(mailbox.messages).toHaveLength(34);
  expect(new Set(rows(db).map(({ state }) => state))).toEqual(new Set(["sent"]));
});

test("a doubtful refusal at once marks on a second day only", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const transport = transportFor(mailbox.url);
  mailbox.refuseRecipientWith = 550;
  mailbox.recipientWords = "Requested action not taken: mailbox unavailable";
  const faults = () => db.select().from(addressFaults).all();
  for (const [day, marked] of [
    [0, 0],
    [0, 0],
    [1, 1],
  ] as const) {
    enqueue["at-least-once"](db, `${day} ${rows(db).length}`);
    await deliverDueMessages(db, transport, { clock: () => TEST_NOW + day * DAY });
    expect(faults()).toHaveLength(marked);
  }
  expect(rows(db).map(({ state }) => state)).toEqual(["failed", "failed", "failed"]);
  expect(db.select().from(mailRefusals).all()).toHaveLength(3);
});

test("after thirty days what always arrives is tried again at a marked address, and nothing else", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const transport = transportFor(mailbox.url);
  mailbox.refuseRecipientWith = 550;
  enqueue["at-least-once"](db);
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW });
  mailbox.refuseRecipientWith = null;
  enqueue["at-least-once"](db, "later");
  enqueue["at-most-once"](db, "later");
  db.update(outboxMessages).set({ state: "queued" }).where(eq(outboxMessages.state, "suppressed")).run();
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW + 30 * DAY });
  expect(mailbox.messages.map(({ subject }) => subject)).toEqual([expect.stringContaining("Field science")]);
  expect(rows(db).map(({ state }) => state)).toEqual(["failed", "sent", "suppressed"]);
});

test("a password that the mail server does not take is ours to mend: messages wait, and administrators are told", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  const url = mailbox.url.replace("smtp://", "smtp://somebody:wrong@");
  enqueue["at-most-once"](db);
  await deliverDueMessages(db, transportFor(`${url}?requireTLS=false`), { clock: () => TEST_NOW });
  expect(rows(db)).toMatchObject([{ state: "queued", nextAttemptAt: TEST_NOW, attempts: 0 }]);
  expect(listAlarms(db)).toMatchObject([{ topic: "transport", count: 1 }]);
});

test("a password is not given to a server that does not encrypt", async () => {
  const db = useTestDatabase();
  const mailbox = await mailboxForTest();
  enqueue["at-least-once"](db);
  const transport = transportFor(mailbox.url.replace("smtp://", "smtp://somebody:secret@"));
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW });
  expect(listAlarms(db)).toMatchObject([{ topic: "transport", words: expect.stringMatching(/STARTTLS/i) as string }]);
  expect(rows(db)).toMatchObject([{ state: "queued", attempts: 0 }]);
});

test("an outage of days costs no message an attempt; all go out by themselves, and the alarm ends", async () => {
  const db = useTestDatabase();
  const gone = await startMailbox();
  await gone.stop();
  for (let each = 0; each < 40; each++) enqueue["at-least-once"](db, String(each));
  for (let each = 0; each < 5; each++) enqueue["at-most-once"](db, String(each));
  const down = transportFor(gone.url);
  let tries = 0;
  const counting = { sendMail: (mail: Mail) => (tries++, down.sendMail(mail)) };
  const day = 24 * 60;
  for (let minute = 0; minute < 2 * day; minute += 60) {
    await deliverDueMessages(db, counting, { clock: () => TEST_NOW + minute * MINUTE });
  }
  expect(tries).toBeLessThanOrEqual(48 * 3);
  expect(listAlarms(db)).toMatchObject([{ topic: "transport", count: 48, firstAt: TEST_NOW }]);
  expect(new Set(rows(db).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(["queued 0"]));
  const mailbox = await mailboxForTest();
  await deliverDueMessages(db, transportFor(mailbox.url), { clock: () => TEST_NOW + 2 * DAY });
  expect(mailbox.messages).toHaveLength(45);
  expect(new Set(rows(db).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(["sent 1"]));
  expect(listAlarms(db)).toEqual([]);
});

test("right after the way failed it is not tried", async () => {
  const db = useTestDatabase();
  const gone = await startMailbox();
  await gone.stop();
  enqueue["at-least-once"](db);
  await deliverDueMessages(db, transportFor(gone.url), { clock: () => TEST_NOW });
  const mailbox = await mailboxForTest();
  const deliver = (now: number) => deliverDueMessages(db, transportFor(mailbox.url), { clock: () => now });
  expect(await deliver(TEST_NOW + 4_999)).toMatchObject({ sent: 0 });
  expect(await deliver(TEST_NOW + 5_000)).toMatchObject({ sent: 1 });
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
