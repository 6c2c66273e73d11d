import { expect, test } from "vitest";
import { type QueuedRecord, RECORD_VERSION, settleRecord, upgradeRecord } from "~/attendance/door/queued-record";

const RECORD = { version: RECORD_VERSION, mark: { nonce: "n" }, name: "Ada", refused: null } as unknown as QueuedRecord;

test("a record of today is as it was, and one of a later form is left alone", () => {
  expect(upgradeRecord({ ...RECORD })).toEqual(RECORD);
  expect(upgradeRecord({ ...RECORD, version: RECORD_VERSION + 1 })).toBeNull();
});

test("a record of an earlier form goes through each step to the form of today, and loses nothing on the way", () => {
  const steps = {
    1: ({ person, ...rest }: Record<string, unknown>) => ({ ...rest, version: 1, name: person }),
    2: (record: Record<string, unknown>) => ({ ...record, version: 2, refused: null }),
  };
  const first = { version: 1, mark: { nonce: "n" }, person: "Ada" };
  expect(upgradeRecord(first, steps, 3)).toEqual({ version: 3, mark: { nonce: "n" }, name: "Ada", refused: null });
  expect(upgradeRecord({ version: 2, mark: { nonce: "n" }, name: "Ada" }, steps, 3)).toMatchObject({ refused: null });
  expect(() => upgradeRecord(first, {}, 3)).toThrow("No step leads from version 1");
});

test("a mark leaves the queue on a final answer alone, and stays in sight where it was refused", () => {
  expect(settleRecord(RECORD, { nonce: "n", code: "done" })).toBe("gone");
  expect(settleRecord(RECORD, { nonce: "n", code: "done-before", held: true })).toBe("gone");
  expect(settleRecord(RECORD, { nonce: "n", code: "again" })).toBe(RECORD);
  expect(settleRecord(RECORD, { nonce: "n", code: "refused", words: "No." })).toEqual({ ...RECORD, refused: "No." });
});

test("a mark that was kept before there were check-in passes says that it was made without one", () => {
  const first = { version: 1, mark: { nonce: "n", kind: "in" }, name: "Ada", refused: null };
  expect(upgradeRecord(first)).toEqual({ ...first, version: 2, mark: { nonce: "n", kind: "in", pass: null } });
});
