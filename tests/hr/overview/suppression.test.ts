import fc from "fast-check";
import { expect, test } from "vitest";
import { roughly, SMALLEST_CELL, withoutSmallCells } from "~/hr/overview/suppression";

const row = (label: string, people: number, of: number) => ({ label, people, of });

test("small cells are not told, nor a part whose rest is small, nor one that the others would give away", () => {
  expect(withoutSmallCells([row("a", 40, 20), row("b", 30, 12), row("c", 9, 3), row("d", 50, 45)])).toEqual([
    { label: "a", people: 40, of: 20 },
    // The smallest of the shown goes with the one that is hidden alone.
    { label: "b", people: null, of: null },
    { label: "c", people: null, of: null },
    // Five of fifty lack nothing: too few to be told.
    { label: "d", people: 50, of: null },
  ]);
  expect(withoutSmallCells([row("a", 10, 0), row("b", 10, 10)])).toEqual([row("a", 10, 0), row("b", 10, 10)]);
  expect(withoutSmallCells([])).toEqual([]);
});

test("no count below ten is ever told or can be reckoned from the rest of its row or column", () => {
  const counted = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
    .map(([a, b]) => ({ label: "", people: Math.max(a, b), of: Math.min(a, b) }));
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 8 }), (rows) => {
      const safe = withoutSmallCells(rows);
      const isSmall = (count: number) => count > 0 && count < SMALLEST_CELL;
      for (const { people, of } of safe) {
        expect([people, of].some((count) => count !== null && isSmall(count))).toBe(false);
        if (people !== null && of !== null) expect(isSmall(people - of)).toBe(false);
      }
      for (const key of ["people", "of"] as const) {
        const hidden = safe.filter((each) => each[key] === null).length;
        expect(hidden === 1 && rows.length > 1).toBe(false);
      }
    }),
  );
});

test.each([
  [0, 0],
  [9, 0],
  [10, 10],
  [129, 120],
])("a total of %i is told as %i and a few more", (count, about) => {
  expect(roughly(count)).toBe(about);
});
