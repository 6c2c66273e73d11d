import { expect, onTestFinished, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { holdsLease, leaseDueMessages, UNKNOWN_OUTCOME } from "~/messages/delivery/mail-lease.server";
import { MINUTE, TEST_NOW } from "../../support/clock";
import { useTestDatabase } from "../../support/database";
import { makeJobPlace, startJobs, until } from "../../support/job-process";
import { enqueue, mailboxForTest, rows, transportFor } from "./two-kinds";

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

test("right before it is sent a message is only looked up while its lease is long enough, renewed otherwise, and left once it is lost", () => {
  const db = useTestDatabase();
  enqueue["at-least-once"](db);
  const lease = { deliverer: "one", ms: 2 * MINUTE };
  const [row] = leaseDueMessages(db, lease, TEST_NOW);
  const heldUntil = () => rows(db)[0]!.leaseUntil! - TEST_NOW;
  expect(holdsLease(db, lease, row!, TEST_NOW + MINUTE)).toBe(true);
  expect(heldUntil()).toBe(2 * MINUTE);
  expect(holdsLease(db, lease, row!, TEST_NOW + MINUTE + 1)).toBe(true);
  expect(heldUntil()).toBe(3 * MINUTE + 1);
  leaseDueMessages(db, { deliverer: "another", ms: 2 * MINUTE }, TEST_NOW + 4 * MINUTE);
  expect(holdsLease(db, lease, row!, TEST_NOW + 4 * MINUTE)).toBe(false);
  expect(rows(db)).toMatchObject([{ leasedBy: "another" }]);
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
  expect(mailbox.messages).toHaveLength(200);
  const ids = mailbox.messages.map(({ messageId }) => messageId);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
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
