import { expect, test } from "vitest";
import { progressOf, renewalOf, type RenewalFacts } from "~/renewal/progress/progress";
import { earned } from "./hours-samples";

const TODAY = "2026-10-05";
const facts = (changes: Partial<RenewalFacts> = {}): RenewalFacts => ({
  certificates: [{ id: "1", kind: "teacher", issuedOn: "2023-07-01", expiresOn: "2028-06-30" }],
  endorsements: [],
  boardFrom: null,
  boardTo: null,
  hours: [],
  ...changes,
});
const equity = (minutes: number) => [{ code: "EQUITY", minutes }];

test("N1 a teacher who is short of hours and of equity reads so in the first line", () => {
  const hours = [earned("a", { minutes: 4530 }), earned("b", { minutes: 720, designations: equity(720) })];
  const progress = progressOf(facts({ hours }), TODAY);
  expect(progress).toMatchObject({
    answer: "You need 12.5 more hours by June 30, 2028, 3 of them in equity.",
    met: false,
    window: { from: "2023-07-01", to: "2028-06-30" },
  });
  expect(progress?.years.map(({ ids }) => ids)).toEqual([[], ["a", "b"], [], [], []]);
});

test("every source stands with what it counts to and why not to more, newest first", () => {
  const partner = { kind: "partner", listings: [] } as const;
  const hours = [
    earned("early", { completedOn: "2023-06-30" }),
    earned("equity", { designations: equity(300) }),
    earned("barred", { provider: "Acme", designations: equity(420), giver: partner }),
    earned("mixed", {
      provider: "Acme",
      designations: [...equity(420), { code: "STEM", minutes: 60 }],
      giver: partner,
    }),
  ];
  const progress = progressOf(facts({ hours, endorsements: ["Biology"] }), TODAY);
  expect(
    progress?.sources.map(({ id, countsTo, why }) => [
      id,
      countsTo.map(({ code, minutes }) => `${code} ${minutes}`),
      why,
    ]),
  ).toEqual([
    ["mixed", ["TOTAL 420", "STEM 60"], "Not to equity: Acme was not on the state’s list for it."],
    ["barred", ["TOTAL 420"], "Not to equity: Acme was not on the state’s list for it."],
    ["equity", ["TOTAL 420", "EQUITY 300"], null],
    ["early", [], "Before the day of issue, July 1, 2023: hours do not carry over from one cycle to the next."],
  ]);
});

test("N2 on a last day that is over, today's rules are asked", () => {
  const over = [{ id: "1", kind: "teacher" as const, issuedOn: "2018-07-01", expiresOn: "2023-06-30" }];
  const codes = (today: string) =>
    renewalOf(facts({ certificates: over }), today)?.renewal.requirements.map(({ code }) => code);
  expect(codes("2023-06-30")).toEqual(["TOTAL"]);
  expect(codes(TODAY)).toEqual(["TOTAL", "EQUITY"]);
});

test("N3 a National Board certificate that is valid on the last day meets equity", () => {
  const board = { boardFrom: "2024-11-01", boardTo: "2029-10-31" };
  expect(progressOf(facts(board), TODAY)?.requirements[1]).toMatchObject({ by: "national-board", met: true });
  expect(progressOf(facts({ ...board, boardTo: "2028-06-29" }), TODAY)?.requirements[1]).toMatchObject({ met: false });
});

test("whoever holds nothing that is renewed with hours is told nothing", () => {
  const para = [{ id: "1", kind: "para-general" as const, issuedOn: "2024-07-01", expiresOn: null }];
  expect(progressOf(facts({ certificates: para }), TODAY)).toBeNull();
  expect(renewalOf(facts({ certificates: [] }), TODAY)).toBeNull();
});
