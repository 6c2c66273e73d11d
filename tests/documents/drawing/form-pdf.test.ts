import { expect, test } from "vitest";
import { sampleForm } from "./document-samples";
import { drawn } from "./drawn";
import { infoOf, overlapsIn, textOf, wordsOf } from "./pdf-tools";

const base = sampleForm();
const [line] = base.lines;

test.each([
  ["as usual", sampleForm()],
  [
    "with long names of everything",
    sampleForm({
      address: "17 Sample Street, Apartment 204, Building C, Bainbridge Island, WA 98110-1234",
      workLocation: "Puget Sound Skills Center and Technology Academy, Highline Public Schools",
      lines: [
        {
          ...line,
          courseTitle: "Teaching Multilingual Learners Across the Content Areas: Language and Belonging, Year Two",
          instructor: "Ines Facilitator, Jordan Example-Coordinator, Maya Sample, Luis Beispiel, Theo Assessor",
          designations: (["EQUITY", "STEM", "LEADERSHIP", "G2G"] as const).map((code) => ({ code, minutes: 330 })),
        },
      ],
    }),
  ],
  [
    "with as much as people have written",
    sampleForm({
      educator: {
        ...base.educator,
        legalName: `${"A".repeat(60)} ${"B".repeat(60)}`,
        formerNames: Array.from({ length: 10 }, (_, each) => `Maria Former-Name-${each} Example`),
      },
      address: "17 Sample Street, ".repeat(12).trim(),
      workLocation: "Work ".repeat(35).trim(),
      lines: [
        {
          ...line,
          courseTitle: "Word ".repeat(36).trim(),
          instructor: Array.from({ length: 12 }, (_, each) => `Presenter Number ${each} Example`).join(", "),
        },
      ],
    }),
  ],
])("D4 a form %s is one sheet, with everything on it", async (_name, parameters) => {
  const pdf = await drawn(parameters);
  expect(infoOf(pdf)).toMatch(/^Pages:\s+1$/m);
  const text = textOf(pdf).replaceAll(/\s+/g, " ");
  for (const part of ["III. Clock hours", "Signature and verification", "Page 1 of 1", parameters.code])
    expect(text).toContain(part);
  expect(overlapsIn(wordsOf(pdf))).toEqual([]);
});
