import { describe, expect, test } from "vitest";
import { totalsOf, transcriptParameters } from "~/documents/issuing/transcript-parameters";
import { sampleLine, sampleTranscript } from "../drawing/transcript-sample";

describe("totals", () => {
  test("D3: minutes are summed in all, by designation and by school year, in order", () => {
    const line = (completedOn: string, minutes: number, ...codes: [string, number][]) => ({
      completedOn,
      minutes,
      designations: codes.map(([code, of]) => ({ code, minutes: of })),
    });
    expect(
      totalsOf([
        line("2027-03-09", 330, ["STEM", 330], ["EQUITY", 60]),
        line("2026-08-31", 90),
        line("2026-09-01", 120, ["EQUITY", 120]),
      ]),
    ).toEqual({
      minutes: 540,
      byDesignation: [
        { code: "EQUITY", minutes: 180 },
        { code: "STEM", minutes: 330 },
      ],
      bySchoolYear: [
        { schoolYear: "2025–26", minutes: 90 },
        { schoolYear: "2026–27", minutes: 450 },
      ],
    });
  });

  test("no lines have no totals", () => {
    expect(totalsOf([])).toEqual({ minutes: 0, byDesignation: [], bySchoolYear: [] });
  });
});

describe("the frozen parameters", () => {
  test("a sample survives JSON and the schema unchanged", () => {
    const sample = sampleTranscript(5);
    expect(transcriptParameters.parse(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
  });

  test.each([
    ["half a minute", { lines: [{ ...sampleLine(0), minutes: 90.5 }] }],
    ["a day that is no date", { issuedOn: "Nov 20" }],
    ["a link that runs a script", { verificationUrl: "javascript:alert(1)" }],
    ["no code", { code: "" }],
  ])("H8, D5: %s is refused", (_what, changes) => {
    expect(transcriptParameters.safeParse({ ...sampleTranscript(1), ...changes }).success).toBe(false);
  });
});
