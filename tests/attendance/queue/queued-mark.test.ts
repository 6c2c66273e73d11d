import { expect, test } from "vitest";
import { queuedMark, queuedMarksForm } from "~/attendance/queue/queued-mark";

const CLOCK = { run: "page", wall: 1_800_000_000_000, steady: 5 };
const MARK = {
  nonce: "0123456789abcdef",
  offeringId: "offering",
  sessionId: "session",
  startsAt: 1,
  endsAt: 2,
  who: { personId: "person" },
  kind: "in",
  at: null,
  voids: null,
  clock: CLOCK,
  before: null,
  app: "1",
};
const FORM = { owner: "me", device: "d".repeat(32), run: "page", wall: "1800000000000", steady: "7" };

test("a mark names a person, a walk-in, somebody new, or whoever an earlier mark noted", () => {
  for (const who of [
    { personId: "p" },
    { walkInId: "w" },
    { name: "Ada Byron", email: null },
    { name: "Ada Byron", email: "Ada@Example.org" },
    { notedBy: "0123456789abcdef" },
  ]) {
    expect(queuedMark.safeParse({ ...MARK, who }).success).toBe(true);
  }
  expect(queuedMark.parse({ ...MARK, who: { name: " Ada ", email: "Ada@Example.org" } }).who).toEqual({
    name: "Ada",
    email: "ada@example.org",
  });
});

test.each([
  ["nobody", { who: {} }],
  ["a kind that is none", { kind: "gone" }],
  ["a nonce that is too short", { nonce: "abc" }],
  ["no clock", { clock: undefined }],
  ["a moment that no clock shows", { at: 9e15 }],
  ["an empty name", { who: { name: " ", email: null } }],
])("a mark with %s is none", (_told, values) => {
  expect(queuedMark.safeParse({ ...MARK, ...values }).success).toBe(false);
});

test("what a device posts is a list of at most 500 marks, with who it is for and its clocks", () => {
  const post = (list: string) => queuedMarksForm.safeParse({ ...FORM, list });
  expect(post(JSON.stringify([MARK])).data).toMatchObject({ owner: "me", wall: 1_800_000_000_000, list: [MARK] });
  expect(post("[]").success).toBe(true);
  for (const list of ["", "{", "{}", "null", JSON.stringify(Array.from({ length: 501 }, () => MARK))]) {
    expect(post(list).success).toBe(false);
  }
});
