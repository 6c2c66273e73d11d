import { expect, test } from "vitest";
import { leaseDueMessages } from "~/messages/delivery/mail-lease.server";
import { notesOfSent } from "~/messages/delivery/sent-notes.server";
import { MINUTE, TEST_NOW } from "../../support/clock";
import { useTestDatabase } from "../../support/database";
import { enqueue, rows } from "./two-kinds";

test("messages whose answers come in one turn are noted together, each with its own moment; the next turn's after them", async () => {
  const db = useTestDatabase();
  for (let count = 0; count < 3; count++) enqueue["at-least-once"](db, String(count));
  const [first, second, third] = leaseDueMessages(db, { deliverer: "one", ms: 10 * MINUTE }, TEST_NOW);
  let now = TEST_NOW;
  const { noteSent, close } = notesOfSent(db, () => now);
  const sentAt = () => rows(db).map(({ sentAt }) => sentAt && sentAt - TEST_NOW);

  const one = noteSent(first!);
  now += MINUTE;
  const two = noteSent(second!);
  expect(sentAt()).toEqual([null, null, null]);
  await one;
  expect(sentAt()).toEqual([0, MINUTE, null]);
  const three = noteSent(third!);
  await two;
  expect(sentAt()).toEqual([0, MINUTE, null]);
  await three;
  close();
  expect(rows(db).map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
});

test("a message that cannot be noted keeps none of its turn from being noted", async () => {
  const db = useTestDatabase();
  for (let count = 0; count < 2; count++) enqueue["at-least-once"](db, String(count));
  const [first, second] = leaseDueMessages(db, { deliverer: "one", ms: 10 * MINUTE }, TEST_NOW);
  const { noteSent, close } = notesOfSent(db, () => TEST_NOW);
  const unreadable = Object.defineProperty({ ...first! }, "payload", {
    get: () => {
      throw new Error("unreadable");
    },
  });

  const [other, broken] = await Promise.allSettled([noteSent(second!), noteSent(unreadable)]);
  close();
  expect([other.status, broken.status]).toEqual(["fulfilled", "rejected"]);
  expect(rows(db).map(({ state }) => state)).toEqual(["sending", "sent"]);
});
