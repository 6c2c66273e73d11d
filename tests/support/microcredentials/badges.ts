import type { BadgeParameters } from "~/microcredentials/badges/badge";
import { TEST_NOW } from "../clock";
import { definition } from "./definitions";

/** What a badge says, or as it is said. */
export function parameters(input: Partial<BadgeParameters> = {}): BadgeParameters {
  const { title, competency, method, importance } = definition();
  return {
    provider: { id: "0190a000-0000-7000-8000-000000000001", name: "Puget Sound ESD" },
    microcredential: { id: "0190a000-0000-7000-8000-000000000002", version: 1 },
    definition: {
      title,
      competency,
      method,
      importance,
      criteria: [
        { key: "greeting", title: "Greeting", words: "Show it.", demonstrated: "It is there.", notYet: "It is not." },
      ],
      alignment: [{ name: "A positive learning environment", code: "TPEP 5", url: "https://k12.example/5" }],
      stack: [],
    },
    recipient: { email: "ada@k12.example", legalName: "Ada Ames" },
    salts: { email: "salt-of-the-address", name: "salt-of-the-name" },
    awardedOn: "2026-10-05",
    validFrom: TEST_NOW - 3_600_000,
    validUntil: null,
    evidence: [],
    evidencePage: null,
    ...input,
  };
}
