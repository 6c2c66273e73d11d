import fc from "fast-check";
import { expect, test } from "vitest";
import { type CountedCell, tellTable, tellTogether, type ToldTable } from "~/hr/overview/tellable";

const people = (label: string, count: number): CountedCell => ({ label, people: count, amount: count });
const table = (...counts: number[]) => ({
  cells: counts.map((count, index) => people(String(index), count)),
  step: 10,
  isWhole: true,
});
const amounts = ({ cells }: ToldTable) => cells.map(({ amount }) => amount);

test.each<[counts: number[], told: (number | null)[], total: number | null]>([
  [[43, 27, 15], [40, 20, 10], 80],
  // One small cell takes the next smallest with it.
  [[43, 27, 9], [40, null, null], null],
  [[43, 8, 3, 0], [40, null, null, null], null],
  [[3, 4], [null, null], null],
  [[], [], null],
  [[10], [10], 10],
])("people %j are told as %j, in all %s", (counts, told, total) => {
  const safe = tellTable(table(...counts));
  expect(amounts(safe)).toEqual(told);
  expect(safe.total).toBe(total);
});

test("hours and dollars of fewer than ten people are not told, however many they are", () => {
  const cells = [
    { label: "STEM", people: 9, amount: 90_000 },
    { label: "EQUITY", people: 12, amount: 1_259 },
  ];
  expect(tellTable({ cells, step: 600, isWhole: false })).toEqual({
    cells: [
      { label: "STEM", amount: null },
      { label: "EQUITY", amount: 1_200 },
    ],
    total: null,
  });
});

/** All that fits what is told: the least and the most that each hidden cell can be, by hand. */
function derive({ cells, total }: ToldTable, step: number): [least: number, most: number][] {
  const shown = cells.flatMap(({ amount }) => amount ?? []);
  const hidden = cells.length - shown.length;
  if (total === null) return Array.from({ length: hidden }, () => [0, Infinity]);
  const sum = shown.reduce((all, amount) => all + amount, 0);
  const [least, most] = [total - sum - shown.length * (step - 1), total + step - 1 - sum];
  // The others may be nothing, or nine people each.
  return Array.from({ length: hidden }, () => [Math.max(0, least - 9 * (hidden - 1)), most]);
}

const counts = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });

test("nobody derives a hidden cell from the others and the total: it may be anything from nobody to nine", () => {
  fc.assert(
    fc.property(counts, (all) => {
      const told = tellTable(table(...all));
      for (const [index, amount] of amounts(told).entries()) if (amount !== null) expect(all[index]).toBeGreaterThan(9);
      expect(amounts(told).filter((amount) => amount === null).length === 1 && all.length > 1).toBe(false);
      for (const [least, most] of derive(told, 10)) {
        expect(least).toBe(0);
        expect(most).toBeGreaterThanOrEqual(9);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("nobody derives by two days whether one person came or went: what is told stays, or changes as by a hundred other changes", () => {
  fc.assert(
    fc.property(counts, fc.nat(), (all, at) => {
      if (all.length === 0) return;
      const index = at % all.length;
      const next = all.map((count, place) => (place === index ? count + 1 : count));
      const [before, after] = [tellTable(table(...all)), tellTable(table(...next))];
      for (const [place, amount] of amounts(after).entries()) {
        const was = amounts(before)[place];
        if (amount !== null && was !== null && was !== undefined) expect([0, 10]).toContain(amount - was);
      }
      // Nothing told is a count: each stands for ten that follow one another.
      for (const amount of amounts(after)) if (amount !== null) expect(amount % 10).toBe(0);
    }),
    { numRuns: 2_000 },
  );
});

test("nobody derives a school's people from the same people by role: a total that one table keeps, the other keeps, too", () => {
  const [schools, roles] = tellTogether([table(43, 27, 9), table(60, 19)]);
  expect([schools!.total, roles!.total]).toEqual([null, null]);
  expect(tellTogether([table(43, 27), table(50, 20)]).map(({ total }) => total)).toEqual([70, 70]);
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const totals = tellTogether([table(...one), table(...other)]).map(({ total }) => total === null);
      expect(new Set(totals).size).toBe(1);
    }),
  );
});
