import { describe, expect, test } from "vitest";
import { type CertificateKind, evaluateRenewal, type RenewalInput, type RenewalSource } from "~/renewal/renewal";
import { STEM_ENDORSEMENTS } from "~/renewal/renewal-rules";
import { held, HOURS, input, source } from "./renewal-samples";

const requirementOf = (given: RenewalInput, code: string) =>
  evaluateRenewal(given).requirements.find((each) => each.code === code);
const have = (...sources: RenewalSource[]) => requirementOf(input({ sources }), "TOTAL")!.haveMinutes;

describe("N1 the total", () => {
  test.each<[string, Partial<RenewalSource>, number]>([
    ["clock hours as they are", { amount: 345 }, 345],
    ["a growth plan of 2018-06-30", { kind: "pgp", amount: 1, completedOn: "2018-06-30" }, 30 * HOURS],
    ["a growth plan of 2018-07-01", { kind: "pgp", amount: 1, completedOn: "2018-07-01" }, 25 * HOURS],
    ["4.75 quarter credits", { kind: "quarter-credits", amount: 475 }, 47 * HOURS + 30],
    ["3 semester credits", { kind: "semester-credits", amount: 300 }, 45 * HOURS],
    ["a component of 2017", { kind: "national-board-component", amount: 1, completedOn: "2017-12-31" }, 45 * HOURS],
    ["a component of 2018", { kind: "national-board-component", amount: 1, completedOn: "2018-01-01" }, 50 * HOURS],
    ["two components", { kind: "national-board-component", amount: 2 }, 100 * HOURS],
  ])("%s", (_name, changes, minutes) => {
    const certificates = [{ kind: "teacher" as const, issuedOn: "2015-01-01", expiresOn: "2027-06-30" }];
    const [requirement] = evaluateRenewal(input({ certificates, sources: [source("a", changes)] })).requirements;
    expect(requirement).toMatchObject({ code: "TOTAL", needMinutes: 6_000, haveMinutes: minutes, sources: ["a"] });
  });

  test("components add 200 hours at most together, and all of them are told as counting", () => {
    const component = (id: string) => source(id, { kind: "national-board-component", amount: 3 });
    const sources = [component("a"), component("b"), source("c", { amount: 60 })];
    expect(requirementOf(input({ sources }), "TOTAL")).toEqual({
      code: "TOTAL",
      needMinutes: 6_000,
      haveMinutes: 12_060,
      met: true,
      by: "hours",
      sources: ["a", "b", "c"],
    });
  });

  test("one growth plan a year counts, from July to June: the first, of one day the one with the smaller id", () => {
    const plan = (id: string, completedOn: string) => source(id, { kind: "pgp", amount: 1, completedOn });
    const sources = [
      plan("late", "2025-06-30"),
      plan("b", "2024-07-01"),
      plan("B", "2024-07-01"),
      plan("next", "2025-07-01"),
    ];
    const found = evaluateRenewal(input({ sources }));
    expect(found.requirements[0]).toMatchObject({ haveMinutes: 50 * HOURS, sources: ["B", "next"] });
    expect(found.notCounted).toEqual([
      { id: "b", reason: "same-pgp-year" },
      { id: "late", reason: "same-pgp-year" },
    ]);
  });

  test("a growth plan before the window takes no year away", () => {
    const plan = (id: string, completedOn: string) => source(id, { kind: "pgp", amount: 1, completedOn });
    const found = evaluateRenewal(input({ sources: [plan("a", "2022-08-14"), plan("b", "2023-01-01")] }));
    expect(found.notCounted).toEqual([{ id: "a", reason: "before-window" }]);
    expect(found.requirements[0]!.sources).toEqual(["b"]);
  });

  test("the window begins when the latest certificate was issued and ends with the application, both days included", () => {
    const certificates = [
      { kind: "teacher" as const, issuedOn: "2020-01-01", expiresOn: "2025-06-30" },
      { kind: "principal" as const, issuedOn: "2023-02-01", expiresOn: "2028-06-30" },
    ];
    const sources = ["2023-01-31", "2023-02-01", "2027-06-30", "2027-07-01"].map((completedOn) =>
      source(completedOn, { completedOn }),
    );
    const found = evaluateRenewal(input({ certificates, sources }));
    expect(found.window).toEqual({ from: "2023-02-01", to: "2027-06-30" });
    expect(found.requirements[0]!.sources).toEqual(["2023-02-01", "2027-06-30"]);
    expect(found.notCounted).toEqual([
      { id: "2023-01-31", reason: "before-window" },
      { id: "2027-07-01", reason: "after-application" },
    ]);
  });

  test("100 hours meet it, a minute less does not", () => {
    expect([have(source("a", { amount: 6_000 })), have(source("a", { amount: 5_999 }))]).toEqual([6_000, 5_999]);
    const of = (amount: number) => requirementOf(input({ sources: [source("a", { amount })] }), "TOTAL");
    expect(of(6_000)).toMatchObject({ met: true, by: "hours" });
    expect(of(5_999)).toMatchObject({ met: false, by: null });
  });
});

describe("N2 who needs what, and from when", () => {
  const needs = (given: Partial<RenewalInput>) =>
    evaluateRenewal(input(given)).requirements.map(({ code, needMinutes }) => `${code} ${needMinutes / HOURS}`);

  test.each<[string, CertificateKind[], string[], string[]]>([
    ["a teacher", ["teacher"], [], ["EQUITY 15"]],
    ["a teacher with an endorsement of N4", ["teacher"], ["Art", "Physics"], ["EQUITY 15", "STEM 15"]],
    ["a teacher with another endorsement", ["teacher"], ["Art", "physics"], ["EQUITY 15"]],
    ["a CTE teacher", ["cte-teacher"], [], ["EQUITY 15", "STEM 15"]],
    ["a principal", ["principal"], ["Physics"], ["EQUITY 10", "LEADERSHIP 10", "G2G 5"]],
    ["a CTE director", ["cte-director"], [], ["EQUITY 10", "LEADERSHIP 10", "G2G 5"]],
    [
      "a teacher who is a superintendent, too",
      ["teacher", "superintendent"],
      ["Biology"],
      ["EQUITY 10", "STEM 15", "LEADERSHIP 10", "G2G 5"],
    ],
    ["a counselor", ["school-counselor"], ["Physics"], ["SUICIDE-PREVENTION 3"]],
    ["a nurse who teaches", ["school-nurse", "teacher"], [], ["EQUITY 15", "SUICIDE-PREVENTION 3"]],
  ])("%s", (_name, kinds, endorsements, topics) => {
    expect(needs({ certificates: held(...kinds), endorsements })).toEqual(["TOTAL 100", ...topics]);
  });

  test.each([...STEM_ENDORSEMENTS])("N4 %s asks a teacher for STEM", (endorsement) => {
    expect(needs({ endorsements: [endorsement] })).toContain("STEM 15");
  });

  test.each<[string, CertificateKind[], string[]]>([
    ["2015-06-30", ["cte-teacher", "principal", "school-nurse"], []],
    ["2015-07-01", ["cte-teacher", "principal", "school-nurse"], ["SUICIDE-PREVENTION 3"]],
    ["2019-08-31", ["cte-teacher"], []],
    ["2019-09-01", ["cte-teacher"], ["STEM 15"]],
    ["2023-06-30", ["cte-teacher", "principal"], ["STEM 15"]],
    ["2023-07-01", ["cte-teacher", "principal"], ["EQUITY 10", "STEM 15", "LEADERSHIP 10", "G2G 5"]],
  ])("for an application on %s", (applicationDate, kinds, topics) => {
    expect(needs({ applicationDate, certificates: held(...kinds) })).toEqual(["TOTAL 100", ...topics]);
  });
});

describe("N3 how a topic is met", () => {
  const equity = (id: string, minutes: number, changes: Partial<RenewalSource> = {}) =>
    source(id, { designations: [{ code: "EQUITY", minutes }], ...changes });
  const of = (sources: RenewalSource[], more: Partial<RenewalInput> = {}, code = "EQUITY") =>
    requirementOf(input({ sources, ...more }), code);

  test("designations add up, also twice in one source; other codes are ignored", () => {
    const twice = source("a", {
      designations: [
        { code: "EQUITY", minutes: 400 },
        { code: "EQUITY", minutes: 300 },
        { code: "TPEP", minutes: 600 },
      ],
    });
    expect(of([twice])).toMatchObject({ haveMinutes: 700, met: false, by: null, sources: ["a"] });
    expect(of([twice, equity("b", 200)])).toMatchObject({ haveMinutes: 900, met: true, by: "hours" });
    expect(of([equity("a", 2_000)])).toMatchObject({ haveMinutes: 2_000 });
  });

  test("a growth plan with the goal meets it, and stands among the sources whatever meets it", () => {
    const plan = source("plan", { kind: "pgp", amount: 1, goals: ["EQUITY"], completedOn: "2024-05-01" });
    expect(of([plan])).toEqual({
      code: "EQUITY",
      needMinutes: 900,
      haveMinutes: 0,
      met: true,
      by: "pgp",
      sources: ["plan"],
    });
    expect(of([plan, equity("hours", 900)])).toMatchObject({ by: "hours", sources: ["hours", "plan"] });
  });

  test("designations of a growth plan, and goals of anything else, count for nothing", () => {
    const plan = equity("plan", 900, { kind: "pgp", amount: 1 });
    expect(of([plan, source("b", { goals: ["EQUITY"] })])).toMatchObject({ haveMinutes: 0, met: false, sources: [] });
  });

  test("a plan that does not count meets nothing", () => {
    const plan = (id: string, completedOn: string, goals: string[]) =>
      source(id, { kind: "pgp", amount: 1, completedOn, goals });
    expect(of([plan("a", "2024-01-01", []), plan("b", "2024-02-01", ["EQUITY"])])).toMatchObject({
      met: false,
      sources: [],
    });
  });

  test("neither G2G nor suicide prevention is met by a plan or a National Board certificate", () => {
    const plan = source("plan", { kind: "pgp", amount: 1, goals: ["G2G", "LEADERSHIP", "SUICIDE-PREVENTION"] });
    const certificates = held("principal", "school-nurse");
    const nationalBoard = { from: "2020-01-01", to: "2030-01-01" };
    const found = (code: string) => of([plan], { certificates, nationalBoard }, code);
    expect(found("LEADERSHIP")).toMatchObject({ met: true, by: "pgp" });
    for (const code of ["G2G", "SUICIDE-PREVENTION"])
      expect(found(code)).toMatchObject({ met: false, by: null, sources: [] });
  });

  test.each([
    ["2027-06-30", "2030-01-01", "national-board"],
    ["2020-01-01", "2027-06-30", "national-board"],
    ["2027-07-01", "2030-01-01", null],
    ["2020-01-01", "2027-06-29", null],
  ])("a National Board certificate from %s to %s, on the day of the application: %s", (from, to, by) => {
    const given = { nationalBoard: { from, to }, endorsements: ["Physics"] };
    expect([of([], given)?.by, of([], given, "STEM")?.by]).toEqual([by, by]);
    expect(of([], { ...given, certificates: held("principal") }, "LEADERSHIP")).toMatchObject({ by: null });
  });

  test("A4 what its provider may not give counts to the total alone, and is told", () => {
    const found = evaluateRenewal(
      input({
        sources: [
          equity("a", 900, { approvedForTopics: false }),
          source("b", { approvedForTopics: false }),
          equity("c", 900, { approvedForTopics: false, completedOn: "2020-01-01" }),
        ],
      }),
    );
    expect(found.requirements).toMatchObject([{ sources: ["a", "b"] }, { haveMinutes: 0, sources: [] }]);
    expect(found.notCounted).toEqual([
      { id: "c", reason: "before-window" },
      { id: "a", reason: "topic-provider-not-approved" },
    ]);
  });
});

test.each<[string, Partial<RenewalInput>]>([
  ["applicationDate", { applicationDate: "2027-02-29" }],
  ["certificates", { certificates: [] }],
  [
    "certificates[0].issuedOn",
    { certificates: [{ kind: "teacher", issuedOn: "2022-13-01", expiresOn: "2027-06-30" }] },
  ],
  ["certificates[0].expiresOn", { certificates: [{ kind: "teacher", issuedOn: "2022-01-01", expiresOn: "soon" }] }],
  ["nationalBoard.from", { nationalBoard: { from: "", to: "2027-06-30" } }],
  ["nationalBoard.to", { nationalBoard: { from: "2027-06-30", to: "2027-6-30" } }],
  ["sources[1].completedOn", { sources: [source("a"), source("b", { completedOn: "2024-04-31" })] }],
  ["sources[0].amount", { sources: [source("a", { amount: -1 })] }],
  ["sources[0].amount", { sources: [source("a", { amount: 1.5 })] }],
  ["sources[0].amount", { sources: [source("a", { amount: NaN })] }],
  ["sources[0].designations[0].minutes", { sources: [source("a", { designations: [{ code: "STEM", minutes: -1 }] })] }],
])("what is wrong is named: %s", (field, changes) => {
  const run = () => evaluateRenewal(input(changes));
  expect(run).toThrow(RangeError);
  expect(run).toThrow(`${field}: `);
});
