import { expect, test } from "vitest";
import type { StaffEntry } from "~/hr/staff-lists/planning/staff-entry";
import type { BadStaffLine, StaffLine } from "~/hr/staff-lists/reading/staff-line";
import type { KnownPerson } from "~/hr/staff-lists/planning/staff-match";
import {
  countFates,
  type KnownStaff,
  planStaffList,
  SOMEBODY_ELSE,
  type StaffDecisions,
} from "~/hr/staff-lists/planning/staff-plan";

const line = (number: number, name: string, part: Partial<StaffLine> = {}): StaffLine => ({
  line: number,
  first: name.split(" ")[0]!,
  last: name.split(" ")[1]!,
  email: null,
  employeeId: null,
  certificateNumber: null,
  building: null,
  title: null,
  roleKind: "teacher",
  fromDate: "2024-09-01",
  toDate: undefined,
  ...part,
});
const person = (id: string, name: string): KnownPerson => ({
  id,
  first: name.split(" ")[0]!,
  last: name.split(" ")[1]!,
  otherNames: [],
  emails: [`${id}@x.example`],
  certificateNumber: null,
});
const entry = (personId: string, part: Partial<StaffEntry> = {}): StaffEntry => ({
  id: `e-${personId}`,
  personId,
  organisationId: "highline",
  roleKind: "teacher",
  title: null,
  employeeId: personId,
  building: null,
  fromDate: "2024-09-01",
  toDate: null,
  confirmed: true,
  ...part,
});
const PEOPLE = ["1 Ana Sample", "2 Ben Test", "3 Cleo Row", "4 Dan Doe", "5 Eve Me"].map((each) =>
  person(each.slice(0, 1), each.slice(2)),
);
const KNOWN: KnownStaff = {
  organisationId: "highline",
  actorId: "5",
  today: "2026-10-05",
  people: PEOPLE,
  entries: [entry("1"), entry("2"), entry("3", { confirmed: false }), entry("4"), entry("5")],
};
const plan = (lines: (StaffLine | BadStaffLine)[], decisions?: StaffDecisions, known: Partial<KnownStaff> = {}) =>
  planStaffList(lines, { ...KNOWN, ...known }, decisions).map(
    ({ line: number, fate, effect, name, personId, matchedBy, reason }) =>
      [number, fate, effect, name, personId, matchedBy, reason] as const,
  );

// Rule S1, one line each: what it says, and what becomes of it.
test("S1 every line stands once, in its order, and after them whoever is missing", () => {
  const bad: BadStaffLine = { line: 8, reason: "No date.", name: "Doe, Dan", email: null, employeeId: "004" };
  const lines = [
    line(2, "Ana Sample", { employeeId: "1" }),
    line(3, "Ana Zed", { employeeId: "1x" }),
    line(4, "Cleo Row", { email: "3@x.example" }),
    line(5, "Fay New", { employeeId: "6" }),
    line(6, "Eve Me", { employeeId: "5", building: "Valley" }),
    line(7, "Gus Li", { employeeId: "7", roleKind: null }),
    bad,
  ];
  expect(plan(lines)).toEqual([
    [2, "matched", "none", "Sample, Ana", "1", "employee-id", null],
    [3, "new", "start", "Zed, Ana", null, null, null],
    [4, "matched", "confirm", "Row, Cleo", "3", "email", null],
    [5, "new", "start", "New, Fay", null, null, null],
    [6, "matched", "none", "Me, Eve", "5", "employee-id", expect.stringContaining("your own workplace")],
    [7, "bad", "none", "Li, Gus", null, null, expect.stringContaining("What they do")],
    [8, "bad", "none", "Doe, Dan", null, null, "No date."],
    [null, "missing", "none", "Test, Ben", "2", null, null],
  ]);
});

test("S1 whoever is missing ends only where somebody said so, and when", () => {
  const decisions = { people: {}, endings: { "e-1": "2026-06-30", "e-2": "2024-01-01" } };
  const rows = planStaffList([line(2, "Dan Doe", { employeeId: "4" })], KNOWN, decisions);
  expect(rows.map(({ fate, effect, input, changes }) => [fate, effect, input?.toDate, changes])).toEqual([
    ["matched", "none", undefined, {}],
    ["missing", "end", "2026-06-30", { toDate: [null, "2026-06-30"] }],
    ["missing", "none", undefined, {}],
  ]);
});

test("whoever left, comes later, or only says that they work here is not missing", () => {
  const entries = [
    entry("1", { toDate: "2026-10-04" }),
    entry("2", { fromDate: "2026-10-06" }),
    entry("3", { confirmed: false }),
  ];
  expect(plan([], undefined, { entries })).toEqual([]);
});

test("a name is never changed by a list; that it differs is told", () => {
  expect(plan([line(2, "Ana Married", { employeeId: "1" })]).at(0)).toEqual([
    2,
    "matched",
    "none",
    "Married, Ana",
    "1",
    "employee-id",
    "In Hourbook: Sample, Ana. The name stays as it is there.",
  ]);
});

test("two lines about one person are a conflict, and so are two people with one employee ID", () => {
  const both = [line(2, "Ana Sample", { employeeId: "1" }), line(3, "Ana Sample", { email: "1@x.example" })];
  expect(
    plan(both)
      .slice(0, 2)
      .map(([, fate, , , , , why]) => [fate, why]),
  ).toEqual([
    ["conflict", "Lines 2 and 3 are about the same person."],
    ["conflict", "Lines 2 and 3 are about the same person."],
  ]);
  const one = [line(2, "Fay New", { employeeId: "9" }), line(3, "Gus Li", { employeeId: "09" })];
  expect(
    plan(one)
      .slice(0, 2)
      .map(([, fate]) => fate),
  ).toEqual(["conflict", "conflict"]);
});

test("one person’s positions are taken together, and count as one", () => {
  const positions = [
    line(2, "Fay New", { employeeId: "9", building: "Hilltop" }),
    line(3, "Fay New", { employeeId: "9", building: "Valley", fromDate: "2023-09-01" }),
    line(4, "Ana Sample", { employeeId: "1" }),
    line(5, "Ana Sample", { employeeId: "1" }),
  ];
  expect(plan(positions).slice(0, 4)).toEqual([
    [2, "new", "start", "New, Fay", null, null, expect.stringContaining("Lines 2 and 3 are positions of one person")],
    [3, "matched", "none", "New, Fay", null, null, "Another position of theirs: line 2 stands for all of them."],
    [4, "matched", "none", "Sample, Ana", "1", "employee-id", expect.stringContaining("Lines 4 and 5")],
    [5, "matched", "none", "Sample, Ana", "1", null, "Another position of theirs: line 4 stands for all of them."],
  ]);
  expect(planStaffList(positions, KNOWN)[0]!.input).toMatchObject({ building: "Hilltop", fromDate: "2023-09-01" });
  const unknown = positions.map((each) => ({ ...each, roleKind: null }));
  expect(
    plan(unknown)
      .slice(0, 2)
      .map(([, fate]) => fate),
  ).toEqual(["bad", "bad"]);
});

test("S1 a list of positions takes no hours away: a first day that is confirmed moves to no later one, and the line says so", () => {
  const later = line(2, "Ana Sample", { employeeId: "1", building: "Valley", fromDate: "2026-09-01" });
  expect(planStaffList([later], KNOWN)[0]).toMatchObject({
    fate: "changed",
    changes: { building: [null, "Valley"] },
    input: { fromDate: "2024-09-01" },
    reason: expect.stringContaining("The first day stays Sep 1, 2024, so that no hours are lost") as string,
  });
});

test("a likely duplicate is left to a person, whose word counts", () => {
  const maybe = [line(2, "Dan Doe", { fromDate: "2024-09-01" })];
  expect(planStaffList(maybe, KNOWN)[0]).toMatchObject({ fate: "duplicate", effect: "none", candidates: ["4"] });
  const said = (who: string) => plan(maybe, { people: { 2: who }, endings: {} })[0]!.slice(1, 6);
  expect(said("4")).toEqual(["matched", "none", "Doe, Dan", "4", "decision"]);
  expect(said(SOMEBODY_ELSE)).toEqual(["new", "start", "Doe, Dan", null, null]);
  expect(said("1")).toEqual(["duplicate", "none", "Doe, Dan", null, null]);
});

test("lines are counted by what becomes of them", () => {
  expect(countFates(planStaffList([line(2, "Fay New")], KNOWN))).toEqual({
    new: 1,
    changed: 0,
    matched: 0,
    missing: 3,
    duplicate: 0,
    conflict: 0,
    bad: 0,
  });
});

// What grows with the square of the lines would end by the test's own limit.
test("20,000 lines are planned", { timeout: 30_000 }, () => {
  const many = Array.from({ length: 20_000 }, (_, n) => line(n + 2, `Ana Sample${n}`, { employeeId: String(n + 10) }));
  const people = many.map(({ last, employeeId }) => ({ ...person(employeeId!, `Ana ${last}`), emails: [] }));
  const entries = people.map(({ id }) => entry(id));
  expect(plan(many, undefined, { people, entries })).toHaveLength(20_000);
});
