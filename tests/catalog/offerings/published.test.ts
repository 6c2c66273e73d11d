import { expect, test } from "vitest";
import { published } from "~/catalog/offerings/published";

const row = { id: "o1", startsAt: 1, endsAt: 2, approvedMinutes: 60, inServiceNumber: "N-1", policy: { fee: 1 } };

test("an offering that was published has what its publication gave it", () => {
  expect(published(row)).toBe(row);
  expect(published({ id: "o1", place: null })).toEqual({ id: "o1", place: null });
});

test.each(["startsAt", "endsAt", "approvedMinutes", "inServiceNumber", "policy"])(
  "an offering without %s was never published, and saying so is an error",
  (column) => {
    expect(() => published({ ...row, [column]: null })).toThrow(`An offering without ${column} was never published.`);
  },
);
