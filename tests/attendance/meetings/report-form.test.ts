import { expect, test } from "vitest";
import { reportForm } from "~/attendance/meetings/report-form";

test("whom somebody is comes with who it is about; what nobody chose is left out", () => {
  const decision = ["", "p1|email a@b.example", "out|name x|y", "forget|name z"];
  expect(reportForm.parse({ intent: "match", decision })).toEqual({
    intent: "match",
    decision: [
      { who: "email a@b.example", personId: "p1" },
      { who: "name x|y", personId: "" },
      { who: "name z", personId: null },
    ],
  });
});

test("an order of dates that is not said is none, and a zone that does not exist is refused", () => {
  const read = { intent: "read-as", report: "r", timeZone: "America/Los_Angeles" };
  expect(reportForm.parse(read)).toMatchObject({ dateOrder: null });
  expect(reportForm.safeParse({ ...read, timeZone: "Mars/Olympus" }).success).toBe(false);
  expect(reportForm.safeParse({ intent: "take-back", report: "r", reason: " " }).success).toBe(false);
});
