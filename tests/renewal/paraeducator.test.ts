import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateLadder, lastDayOf, type ParaSource } from "~/renewal/paraeducator";
import { FCS_RULE, FCS_UNITS } from "~/renewal/paraeducator-rules";
import { HOURS } from "./renewal-samples";

const hours = (id: string, amount: number, changes: Partial<ParaSource> = {}): ParaSource => ({
  id,
  kind: "clock-hours",
  completedOn: "2026-01-15",
  amount,
  inPerson: false,
  designations: [],
  ...changes,
});

const unit = (code: string, minutes: number, changes: Partial<ParaSource> = {}): ParaSource =>
  hours(code, minutes, { designations: [{ code, minutes }], ...changes });

const plan = (id: string, completedOn: string): ParaSource => hours(id, 1, { kind: "pgp", completedOn });

/** The whole fundamental course of study, so many of its hours in person. */
const fcs = (inPerson: number): ParaSource[] => {
  let left = inPerson;
  return FCS_UNITS.flatMap((code) => {
    const need = FCS_RULE.units[code];
    const met = Math.min(left, need);
    left -= met;
    return [unit(code, met, { id: `${code} in person`, inPerson: true }), unit(code, need - met)].filter(
      ({ amount }) => amount > 0,
    );
  });
};

const stepOf = (sources: ParaSource[], code: string) =>
  evaluateLadder(sources).steps.find((each) => each.code === code)!;

describe("N5 the fundamental course of study", () => {
  test("is 28 hours in twelve units", () => {
    expect(Object.values(FCS_RULE.units).reduce((sum, each) => sum + each, 0)).toBe(28 * HOURS);
    expect(evaluateLadder([]).fcs).toMatchObject({ needMinutes: 28 * HOURS, haveMinutes: 0, met: false });
  });

  test("all units with seven hours in person complete it; a minute less in person does not", () => {
    expect(evaluateLadder(fcs(7 * HOURS))).toMatchObject({
      fcs: { haveMinutes: 28 * HOURS, inPersonMinutes: 7 * HOURS, met: true },
      next: "GENERAL",
    });
    expect(evaluateLadder(fcs(7 * HOURS - 1))).toMatchObject({
      fcs: { haveMinutes: 28 * HOURS, inPersonMinutes: 7 * HOURS - 1, met: false },
      next: "FCS",
    });
  });

  test("a unit counts up to what it needs, and what is over counts further up", () => {
    const found = evaluateLadder([unit("FCS-04", 90, { inPerson: true })]);
    expect(found.fcs).toMatchObject({ haveMinutes: 60, inPersonMinutes: 60 });
    expect(found.fcs.units[3]).toEqual({
      code: "FCS-04",
      needMinutes: 60,
      haveMinutes: 60,
      met: true,
      sources: ["FCS-04"],
    });
    expect(found.steps[0]).toMatchObject({ code: "GENERAL", haveMinutes: 30 });
  });

  test("one unit too many does not stand for another", () => {
    const others = fcs(7 * HOURS).filter(({ id }) => id !== "FCS-12");
    const found = evaluateLadder([...others, unit("FCS-01", 10 * HOURS, { id: "more" })]);
    expect(found.fcs).toMatchObject({ haveMinutes: 27 * HOURS, met: false });
  });
});

describe("N5 general, subject matter and advanced", () => {
  test("the general certificate takes 70 hours beyond, one growth plan among them", () => {
    expect(stepOf([...fcs(420), hours("a", 70 * HOURS)], "GENERAL")).toMatchObject({ met: true });
    expect(stepOf([...fcs(420), hours("a", 70 * HOURS - 1)], "GENERAL")).toMatchObject({ met: false });
    expect(stepOf([...fcs(420), hours("a", 45 * HOURS), plan("p", "2025-05-01")], "GENERAL")).toEqual({
      code: "GENERAL",
      needMinutes: 70 * HOURS,
      haveMinutes: 70 * HOURS,
      met: true,
      plans: ["p"],
    });
  });

  test("subject matter takes 20 hours of its own, which count as hours, too", () => {
    const ell = hours("ell", 20 * HOURS, { designations: [{ code: "PARA-SUBJECT-ELL", minutes: 20 * HOURS }] });
    expect(stepOf([ell], "ELL")).toMatchObject({ met: true, haveMinutes: 20 * HOURS });
    expect(stepOf([ell], "SPECIAL-EDUCATION")).toMatchObject({ met: false, haveMinutes: 0 });
    expect(stepOf([ell], "GENERAL")).toMatchObject({ haveMinutes: 20 * HOURS });
  });

  test("the advanced certificate takes 75 hours beyond the general one, up to three growth plans among them", () => {
    const plans = ["2021", "2022", "2023", "2024", "2025"].map((year) => plan(year, `${year}-10-01`));
    const found = evaluateLadder([...fcs(420), hours("a", 45 * HOURS), ...plans]);
    expect(found.steps.map(({ code, met, plans: those }) => [code, met, those])).toEqual([
      ["GENERAL", true, ["2021"]],
      ["ELL", false, []],
      ["SPECIAL-EDUCATION", false, []],
      ["ADVANCED", true, ["2022", "2023", "2024"]],
    ]);
    expect(found.notCounted).toEqual([{ id: "2025", reason: "no-room" }]);
    expect(found.next).toBeNull();
  });

  test("hours over the general certificate's go on to the advanced one, and none before it is full", () => {
    expect(stepOf([hours("a", 80 * HOURS)], "ADVANCED")).toMatchObject({ haveMinutes: 10 * HOURS });
    expect(
      stepOf([hours("a", 20 * HOURS), ...["2021", "2022"].map((id) => plan(id, `${id}-10-01`))], "ADVANCED"),
    ).toMatchObject({
      haveMinutes: 0,
    });
  });

  test("of two growth plans of one year the first counts", () => {
    const found = evaluateLadder([plan("b", "2025-06-30"), plan("a", "2024-07-01")]);
    expect(found.steps[0]!.plans).toEqual(["a"]);
    expect(found.notCounted).toEqual([{ id: "b", reason: "same-pgp-year" }]);
  });
});

test.each([
  ["general", "2026-01-15", null],
  ["ell", "2026-01-15", "2031-01-15"],
  ["special-education", "2024-02-29", "2029-02-28"],
  ["advanced", "2026-07-01", "2031-07-01"],
] as const)("N5 a certificate (%s) of %s lasts until %s", (kind, issuedOn, expected) => {
  expect(lastDayOf(kind, issuedOn)).toBe(expected);
});

test("what is wrong is named", () => {
  expect(() => evaluateLadder([hours("a", 1, { completedOn: "2026-02-30" })])).toThrow("sources[0].completedOn: ");
  expect(() => evaluateLadder([hours("a", -1)])).toThrow("sources[0].amount: ");
  expect(() => evaluateLadder([unit("FCS-01", 0.5, { amount: 1 })])).toThrow("sources[0].designations[0].minutes: ");
  expect(() => lastDayOf("ell", "2026-02-30")).toThrow(RangeError);
});

test("more hours never take anything away, and order is irrelevant", () => {
  const anyHours = fc.record({
    id: fc.uuid(),
    kind: fc.constant<"clock-hours">("clock-hours"),
    completedOn: fc.constantFrom("2025-03-01", "2026-03-01"),
    amount: fc.nat(2_000),
    inPerson: fc.boolean(),
    designations: fc.array(
      fc.record({ code: fc.constantFrom(...FCS_UNITS, "PARA-SUBJECT-ELL", "STEM"), minutes: fc.nat(300) }),
      {
        maxLength: 1,
      },
    ),
  });
  const whole = anyHours.map((each) => ({
    ...each,
    amount: each.amount + each.designations.reduce((sum, { minutes }) => sum + minutes, 0),
  }));
  const metIn = (sources: ParaSource[]) => {
    const { fcs: course, steps } = evaluateLadder(sources);
    return [course.met, ...steps.map(({ met }) => met)];
  };
  fc.assert(
    fc.property(fc.array(whole, { maxLength: 10 }), whole, (sources, more) => {
      const before = metIn(sources);
      const after = metIn([...sources, more]);
      expect(before.every((met, nth) => !met || after[nth])).toBe(true);
      expect(evaluateLadder(sources.toReversed())).toEqual(evaluateLadder(sources));
    }),
  );
});
