import { expect, test } from "vitest";
import type { CertificateParameters } from "~/documents/issuing/document-parameters";
import {
  certificateSentence,
  describeDesignation,
  describePeriod,
  describePeriodShortly,
} from "~/documents/issuing/period-words";

test.each([
  [null, "All clock hours on record", "All clock hours"],
  [{ from: null, to: null }, "All clock hours on record", "All clock hours"],
  [{ from: "2026-09-01", to: null }, "Completed on or after Sep 1, 2026", "From Sep 1, 2026"],
  [{ from: null, to: "2027-08-31" }, "Completed on or before Aug 31, 2027", "Up to Aug 31, 2027"],
  [{ from: "2026-09-01", to: "2027-08-31" }, "Completed Sep 1, 2026 to Aug 31, 2027", "Sep 1, 2026 to Aug 31, 2027"],
])("a period reads in words: %j", (period, words, short) => {
  expect(describePeriod(period)).toBe(words);
  expect(describePeriodShortly(period)).toBe(short);
});

test.each([
  ["EQUITY", "EQUITY (Equity)"],
  ["FCS-06", "FCS-06 (FCS 06 Equity)"],
  ["STEM", "STEM"],
  ["OF-ANOTHER-TIME", "OF-ANOTHER-TIME"],
])("the designation %s reads %s", (code, words) => {
  expect(describeDesignation(code)).toBe(words);
});

function certificate(startedOn: string, completedOn: string, minutes: number) {
  const line = { startedOn, completedOn, minutes, courseTitle: "Reading the river" };
  return {
    educator: { legalName: "Nguyễn Thị Ngọc Ánh" },
    lines: [line],
    approvedMinutes: 420,
  } as CertificateParameters;
}

test.each([
  ["2027-03-09", "2027-03-09", 390, "on Mar 9, 2027 and earned 6.5 of 7 approved clock hours (0.65 quarter credits)"],
  [
    "2027-03-09",
    "2027-03-16",
    65,
    "from Mar 9, 2027 to Mar 16, 2027 and earned 1.08 of 7 approved clock hours (0.10 quarter credits)",
  ],
])("H8, D2 a certificate says what it certifies: %s to %s, %i minutes", (started, completed, minutes, words) => {
  expect(certificateSentence(certificate(started, completed, minutes))).toBe(
    `This certifies that Nguyễn Thị Ngọc Ánh attended “Reading the river” ${words}.`,
  );
});
