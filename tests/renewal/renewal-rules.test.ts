import { expect, test } from "vitest";
import type { SourceKind } from "~/renewal/renewal";
import { minutesOfSource } from "~/renewal/renewal-rules";

test.each<[SourceKind, number, string, number]>([
  ["clock-hours", 90, "2026-01-01", 90],
  ["pgp", 1, "2018-06-30", 1800],
  ["pgp", 1, "2018-07-01", 1500],
  ["quarter-credits", 475, "2026-01-01", 2850],
  ["semester-credits", 300, "2026-01-01", 2700],
  ["national-board-component", 2, "2017-12-31", 5400],
  ["national-board-component", 2, "2018-01-01", 6000],
])("N1 %s, %i, completed on %s is worth %i minutes", (kind, amount, completedOn, minutes) => {
  expect(minutesOfSource({ kind, amount, completedOn })).toBe(minutes);
});
