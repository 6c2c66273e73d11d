import { expect, test } from "vitest";
import type { RenewalFacts } from "~/renewal/progress/progress";
import { byFit, effectOf, missingTopics, whatIf } from "~/renewal/what-if/what-if";
import { earned } from "../progress/hours-samples";

const TODAY = "2026-10-05";
const topic = (code: string, minutes: number) => [{ code, minutes }];
const facts = (changes: Partial<RenewalFacts> = {}): RenewalFacts => ({
  certificates: [{ id: "1", kind: "teacher", issuedOn: "2023-07-01", expiresOn: "2028-06-30" }],
  endorsements: [],
  boardFrom: null,
  boardTo: null,
  hours: [earned("a", { minutes: 5280 }), earned("b", { minutes: 720, designations: topic("EQUITY", 720) })],
  ...changes,
});
const later = (id: string, changes: Parameters<typeof earned>[1] = {}) =>
  earned(id, { startedOn: "2027-03-09", completedOn: "2027-03-09", minutes: 180, ...changes });
const EQUITY = later("equity", { designations: topic("EQUITY", 180) });

test("planned hours stand on top of what is posted, and never among it", () => {
  const found = whatIf(facts(), [EQUITY], TODAY);
  expect(found).toMatchObject({
    answer: "You have what it takes to renew by June 30, 2028.",
    met: true,
    missing: 0,
    planned: { TOTAL: 180, EQUITY: 180 },
    tooLate: [],
  });
  expect(found?.requirements.map(({ code, haveMinutes }) => [code, haveMinutes])).toEqual([
    ["TOTAL", 6000],
    ["EQUITY", 720],
  ]);
  expect(whatIf(facts(), [], TODAY)).toMatchObject({ met: false, planned: { TOTAL: 0, EQUITY: 0 } });
});

test("what ends after the last day would not count", () => {
  const late = later("late", { completedOn: "2028-07-01", designations: topic("EQUITY", 180) });
  expect(whatIf(facts(), [late], TODAY)).toMatchObject({ met: false, tooLate: ["late"], planned: { EQUITY: 0 } });
});

test("once the last day is over, an application waits for what is planned", () => {
  const over = [{ id: "1", kind: "teacher" as const, issuedOn: "2021-07-01", expiresOn: "2026-06-30" }];
  expect(whatIf(facts({ certificates: over }), [EQUITY], TODAY)).toMatchObject({ met: true, tooLate: [] });
});

test("nothing is tried without a certificate that is renewed with hours", () => {
  expect(whatIf(facts({ certificates: [] }), [EQUITY], TODAY)).toBeNull();
  expect(effectOf(facts({ certificates: [] }), [], EQUITY, TODAY)).toBeNull();
});

test.each([
  ["closes it", EQUITY, { closes: 180, closesAll: true, words: "Would close the gap." }],
  [
    "leaves some",
    later("b", { designations: topic("EQUITY", 60) }),
    { closes: 60, closesAll: false, words: "Would leave 2 more hours in equity." },
  ],
  ["of another topic does nothing", later("c", { designations: topic("STEM", 180) }), null],
  ["of no topic does nothing", later("d"), null],
])("what one more does to a gap of three hours in equity: %s", (_title, tried, effect) => {
  expect(effectOf(facts(), [], tried, TODAY)).toEqual(effect);
});

test("a gap that planned hours close already needs nothing more", () => {
  expect(effectOf(facts(), [EQUITY], later("again", { designations: topic("EQUITY", 180) }), TODAY)).toBeNull();
});

test("the topics that are missing are named, the total is not", () => {
  expect(missingTopics(whatIf(facts(), [], TODAY)!.requirements)).toEqual(["EQUITY"]);
  expect(missingTopics(whatIf(facts({ hours: [] }), [], TODAY)!.requirements)).toEqual(["EQUITY"]);
});

test("what fits best comes first: most of the gap, then the shorter, then the sooner", () => {
  const fit = (id: string, closes: number, minutes: number, startedOn: string) => ({ id, closes, minutes, startedOn });
  const all = [
    fit("long", 180, 720, "2026-11-01"),
    fit("late", 180, 180, "2027-03-01"),
    fit("soon", 180, 180, "2026-12-01"),
    fit("little", 60, 60, "2026-11-01"),
  ];
  expect(all.sort(byFit).map(({ id }) => id)).toEqual(["soon", "late", "long", "little"]);
});
