import { expect, test } from "vitest";
import { readReportIn } from "~/attendance/meetings/report-reading";

const HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest";
const bytes = (...rows: string[]) => new TextEncoder().encode([HEAD, ...rows].join("\n"));
const ZONE = "America/Los_Angeles";
const BOTH = bytes("Ada,ada@kent.example,01/05/2026 09:00:00 AM,01/05/2026 10:00:00 AM,60,No");

test("T2 an order of dates that somebody said stands where the file allows it, and never against what the file says", () => {
  const read = (date: string, order: "month-first" | "day-first" | null) => {
    const report = readReportIn(BOTH, { date, timeZone: ZONE }, order);
    return report.ok ? report.dateOrder : report.reason;
  };
  expect(read("2026-01-05", null)).toBe("month-first");
  expect(read("2026-05-01", null)).toBe("day-first");
  expect(read("2026-05-01", "day-first")).toBe("day-first");
  expect(read("2026-05-01", "month-first")).toBe("other-day");
  const sure = bytes("Ada,ada@kent.example,01/25/2026 09:00:00 AM,01/25/2026 10:00:00 AM,60,No");
  expect(readReportIn(sure, { date: "2026-01-25", timeZone: ZONE }, "day-first")).toMatchObject({
    ok: true,
    dateOrder: "month-first",
  });
});
