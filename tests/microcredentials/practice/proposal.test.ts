import fc from "fast-check";
import { expect, test } from "vitest";
import { type Candidate, proposePieces } from "~/microcredentials/practice/proposal";

const candidate = (submissionId: string, demonstrated: number, decidedAt: number): Candidate => ({
  ...{ submissionId, demonstrated, decidedAt },
  judged: 3,
});

test("those with and without a “not yet” take turns, the newest first", () => {
  const given = [candidate("old", 3, 1), candidate("new", 3, 4), candidate("mixed", 1, 2), candidate("none", 0, 3)];
  expect(proposePieces(given, 3)).toEqual(["none", "new", "mixed"]);
  expect(proposePieces(given, 9)).toEqual(["none", "new", "mixed", "old"]);
  expect(proposePieces([candidate("a", 3, 1), candidate("b", 3, 2)], 5)).toEqual(["b", "a"]);
  expect(proposePieces(given, 0)).toEqual([]);
  expect(proposePieces(given, -2)).toEqual([]);
});

test("never more than wanted, none twice, and of both sorts where there are both", () => {
  const one = fc.record({ decidedAt: fc.nat(99), demonstrated: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), fc.nat(8), (rows, wanted) => {
      const given = rows.map((row, index) => candidate(String(index), row.demonstrated, row.decidedAt));
      const proposed = proposePieces(given, wanted);
      expect(proposed).toHaveLength(Math.min(wanted, given.length));
      expect(new Set(proposed).size).toBe(proposed.length);
      const isMixed = (id: string) => given.find(({ submissionId }) => submissionId === id)!.demonstrated < 3;
      const sorts = new Set(given.map(({ submissionId }) => isMixed(submissionId)));
      if (wanted >= 2 && sorts.size === 2) expect(new Set(proposed.map(isMixed)).size).toBe(2);
    }),
  );
});
