import { expect, onTestFinished, test } from "vitest";
import { addressFaults } from "#drizzle/schema/platform";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { MINUTE, TEST_NOW } from "../../support/clock";
import { startCutLine } from "../../support/cut-line";
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
