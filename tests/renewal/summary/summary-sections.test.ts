import { expect, test } from "vitest";
import { transcriptSection } from "~/documents/issuing/transcript-section";
import { ENDORSEMENTS } from "~/renewal/certificates/endorsement";
import { renewalOf, type RenewalFacts } from "~/renewal/progress/progress";
import { sectionsOfRequirements, sectionsOfTopics } from "~/renewal/summary/summary-sections";
import { earned } from "../progress/hours-samples";

const facts = (changes: Partial<RenewalFacts> = {}): RenewalFacts => ({
  certificates: [{ id: "1", kind: "principal", issuedOn: "2023-07-01", expiresOn: "2028-06-30" }],
  endorsements: [],
  boardFrom: null,
  boardTo: null,
  hours: [
    earned("late", { completedOn: "2026-02-03", designations: [{ code: "LEADERSHIP", minutes: 120 }] }),
    earned("early", { designations: [{ code: "LEADERSHIP", minutes: 300 }] }),
    earned("none"),
  ].sort((a, b) => (a.completedOn < b.completedOn ? -1 : 1)),
  ...changes,
});
const renewal = (given: RenewalFacts) => renewalOf(given, "2027-04-01")!.renewal;

test("N2 a topic with sources has a table of its own, oldest first, with the minutes that count to it", () => {
  const sections = sectionsOfTopics(facts(), renewal(facts()));
  expect(sections.map(({ heading, rows }) => [heading, rows.map(({ cells }) => [cells[0], cells.at(-1)])])).toEqual([
    [
      "Counted to Leadership (PSEL)",
      [
        ["Course early", 300],
        ["Course late", 120],
      ],
    ],
  ]);
});

test("the requirements stand in the order of the application, with what is needed and there", () => {
  const [held, asked] = sectionsOfRequirements(facts(), renewal(facts()));
  expect(held!.rows.map(({ cells }) => cells)).toEqual([["Principal", "Jul 1, 2023", "Jun 30, 2028"]]);
  expect(asked!.rows.map(({ cells }) => [cells[0], cells[2], cells[3]])).toEqual([
    ["All hours", 6000, 1260],
    ["Equity", 600, 0],
    ["Leadership (PSEL)", 600, 420],
    ["Government-to-government", 300, 0],
  ]);
});

test("whoever holds every endorsement still has a summary that a document takes", () => {
  const many = facts({ endorsements: [...ENDORSEMENTS] });
  const sections = [...sectionsOfRequirements(many, renewal(many)), ...sectionsOfTopics(many, renewal(many))];
  expect(sections.map((section) => transcriptSection.safeParse(section).success)).toEqual(sections.map(() => true));
});
