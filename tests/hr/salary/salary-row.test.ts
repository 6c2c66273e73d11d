import { expect, test } from "vitest";
import { totalsOfRows } from "~/hr/salary/salary-row";

test("S2 what HR does not accept does not count; what it has not looked at yet counts as the rules say", () => {
  expect(
    totalsOfRows([
      { minutes: 420, counted: 420, verdict: "accepted" },
      { minutes: 300, counted: 120, verdict: "accepted" },
      { minutes: 180, counted: 180, verdict: "declined" },
      { minutes: 60, counted: 60, verdict: "open" },
    ]),
  ).toEqual({ minutes: 960, counted: 600, accepted: 540, open: 1 });
  expect(totalsOfRows([])).toEqual({ minutes: 0, counted: 0, accepted: 0, open: 0 });
});
