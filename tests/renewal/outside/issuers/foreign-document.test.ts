import { expect, test } from "vitest";
import { isAbout, readInWords, readLines } from "~/renewal/outside/issuers/foreign-document";
import { sampleTranscript } from "../../../documents/drawing/transcript-sample";

const about = (legalName: string, certificateNumber: string | null = null, formerNames: string[] = []) => ({
  educator: { legalName, formerNames, certificateNumber },
});

test.each([
  ["the same name", about("Hana Takahashi"), { names: ["Hana Takahashi"], certificateNumber: null }, true],
  ["accents and case aside", about("HANA TAKAHÁSHI"), { names: ["Hana Takahashi"], certificateNumber: null }, true],
  [
    "a name borne before",
    about("Hana Sato"),
    { names: ["Hana Takahashi", "Hana Sato"], certificateNumber: null },
    true,
  ],
  [
    "a former name there",
    about("Hana Ito", null, ["Hana Sato"]),
    { names: ["Hana Sato"], certificateNumber: null },
    true,
  ],
  ["another name", about("Aisha Rahman"), { names: ["Hana Takahashi"], certificateNumber: "123456A" }, false],
  ["the same number", about("Hana Ito", "123456A"), { names: ["Hana Takahashi"], certificateNumber: "123456A" }, true],
  ["a namesake", about("Hana Takahashi", "1"), { names: ["Hana Takahashi"], certificateNumber: "2" }, false],
])("whose a document is: %s", (_what, document, known, expected) => {
  expect(isAbout(document, known)).toBe(expected);
});

test("lines are read with their provider, days, minutes and known topics; what holds no hours is left out", () => {
  const [line] = sampleTranscript(1).lines;
  const designations = [
    { code: "EQUITY", minutes: 60 },
    { code: "SOMETHING-NEW", minutes: 60 },
  ];
  const lines = [
    { ...line!, courseTitle: "Rounds", minutes: 90, designations },
    { ...line!, minutes: 0 },
  ];
  expect(readLines({ lines })).toMatchObject([
    { kind: "clock-hours", amount: 90, title: "Rounds", designations: [{ code: "EQUITY", minutes: 60 }] },
  ]);
});

test("what was read is said with what stood there already", () => {
  expect(readInWords({ read: 2, known: 0 }, "ESD 113")).toBe("2 entries read from a document signed by ESD 113.");
  expect(readInWords({ read: 1, known: 1 }, "ESD 113")).toContain("1 entry stood here already;");
});
