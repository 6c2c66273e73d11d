import { expect, test } from "vitest";
import { findUndoable, NOT_THERE } from "~/attendance/marks/undo";
import { MINUTE } from "../../support/clock";

const mark = (
  id: string,
  serverTime: number,
  rest: { by?: string; kind?: string; voids?: string; reason?: string } = {},
) => ({
  id,
  kind: rest.kind ?? "in",
  recordedBy: rest.by ?? "fay",
  serverTime,
  reason: rest.reason ?? null,
  voidsMarkId: rest.voids ?? null,
});
const idsOf = (marks: ReturnType<typeof mark>[], now: number) => findUndoable(marks, "fay", now).map(({ id }) => id);

test("the last tap can be undone for ten minutes, whether it marked one or everyone", () => {
  const all = [mark("a", 5), mark("b", 9, { kind: "present-all" }), mark("c", 9, { kind: "present-all" })];
  expect(idsOf(all, 9 + 10 * MINUTE)).toEqual(["b", "c"]);
  expect(idsOf(all, 10 + 10 * MINUTE)).toEqual([]);
  expect(idsOf([mark("a", 5)], 6)).toEqual(["a"]);
  expect(idsOf([], 6)).toEqual([]);
});

test("others' taps and voids are left alone", () => {
  const voided = mark("c", 9, { kind: "void", voids: "x" });
  expect(idsOf([mark("a", 5), mark("b", 9, { by: "sub" }), voided], 10)).toEqual(["a"]);
});

test("what is undone is not undone again, and what was before it is not reached", () => {
  const undone = [mark("a", 5), mark("b", 9), mark("c", 10, { kind: "void", voids: "b" })];
  expect(idsOf(undone, 11)).toEqual([]);
  const partly = [mark("b", 9), mark("c", 9), mark("d", 10, { kind: "void", voids: "b" })];
  expect(idsOf(partly, 11)).toEqual(["c"]);
});

test("a self check-in that was not confirmed can be asked about again", () => {
  const answered = [mark("a", 5), mark("b", 9, { kind: "void", voids: "a", reason: `${NOT_THERE}: went home` })];
  expect(idsOf(answered, 10)).toEqual(["b"]);
});
