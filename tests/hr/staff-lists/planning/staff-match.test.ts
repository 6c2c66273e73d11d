import { describe, expect, test } from "vitest";
import type { StaffLine } from "~/hr/staff-lists/reading/staff-line";
import {
  agrees,
  indexStaff,
  type KnownEntry,
  type KnownPerson,
  matchStaff,
  plainId,
} from "~/hr/staff-lists/planning/staff-match";

const lineOf = (part: Partial<StaffLine>): StaffLine => ({
  line: 2,
  first: "Ana",
  last: "Sample",
  email: null,
  employeeId: null,
  certificateNumber: null,
  building: null,
  title: null,
  roleKind: "teacher",
  fromDate: "2026-09-01",
  toDate: null,
  ...part,
});
const person = (id: string, part: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  first: "Ana",
  last: "Sample",
  otherNames: [],
  emails: [],
  certificateNumber: null,
  ...part,
});
const entry = (personId: string, part: Partial<KnownEntry> = {}): KnownEntry => ({
  id: `entry of ${personId}`,
  personId,
  employeeId: null,
  building: null,
  confirmed: true,
  ...part,
});
const match = (line: Partial<StaffLine>, people: KnownPerson[], entries: KnownEntry[] = []) =>
  matchStaff(lineOf(line), indexStaff(people, entries));
const is = (personId: string, by: string) => ({ kind: "person", personId, by });

describe("a line is matched", () => {
  test("by the employee ID, with or without its zeros", () => {
    expect(match({ employeeId: "004711" }, [person("a")], [entry("a", { employeeId: "4711" })])).toEqual(
      is("a", "employee-id"),
    );
  });
  test("by the certificate number, of anybody", () => {
    expect(match({ certificateNumber: "AB1" }, [person("a", { certificateNumber: "ab1" })])).toEqual(
      is("a", "certificate"),
    );
  });
  test("by the email address, of anybody", () => {
    expect(match({ email: "a@x.example" }, [person("a", { emails: ["a@x.example"] })])).toEqual(is("a", "email"));
  });
  test("by name and school, where nobody else is called so", () => {
    const hill = { building: "Hilltop Elementary" };
    expect(match({ building: "hilltop elementary" }, [person("a")], [entry("a", hill)])).toEqual(
      is("a", "name-and-school"),
    );
    const two = [person("a"), person("b")];
    expect(match(hill, two, [entry("a", hill), entry("b", { building: "Valley" })])).toEqual({
      kind: "maybe",
      personIds: ["a", "b"],
    });
  });
  test("by the name of a time before a marriage", () => {
    const married = person("a", { last: "Test", otherNames: ["Ana Sample"], emails: ["a@x.example"] });
    expect(match({ email: "a@x.example" }, [married])).toEqual(is("a", "email"));
    expect(match({}, [married], [entry("a")])).toEqual({ kind: "maybe", personIds: ["a"] });
  });
});

describe("a line is left to a person", () => {
  test("where the name alone is the same, or begins so", () => {
    expect(match({ first: "Anabel" }, [person("a")], [entry("a")])).toEqual({ kind: "maybe", personIds: ["a"] });
    expect(match({ first: "Ann" }, [person("a")], [entry("a")])).toEqual({ kind: "nobody" });
  });
  test("but not where the district tells the two apart by their numbers", () => {
    expect(match({ employeeId: "2" }, [person("a")], [entry("a", { employeeId: "1" })])).toEqual({ kind: "nobody" });
  });
  test("P2 nobody of another district is found by a name", () => {
    expect(match({}, [person("a")])).toEqual({ kind: "nobody" });
  });
});

describe("a line is a conflict", () => {
  test("where its numbers are of different people", () => {
    const people = [person("a"), person("b", { emails: ["b@x.example"] })];
    expect(match({ employeeId: "1", email: "b@x.example" }, people, [entry("a", { employeeId: "1" })])).toMatchObject({
      kind: "conflict",
      reason: "In Hourbook, the employee ID and the email address are of different people.",
    });
  });
  test("where two people have one employee ID", () => {
    const entries = [entry("a", { employeeId: "1" }), entry("b", { employeeId: "1" })];
    expect(match({ employeeId: "1" }, [person("a"), person("b")], entries)).toMatchObject({ kind: "conflict" });
  });
  test("where somebody with another name has the number; that name is not told", () => {
    const found = match({ certificateNumber: "AB1" }, [
      person("a", { first: "Kim", last: "Secret", certificateNumber: "AB1" }),
    ]);
    expect(found).toMatchObject({ kind: "conflict" });
    expect(JSON.stringify(found)).not.toContain("Secret");
  });
});

test("nobody is taken for a colleague by entering their employee ID themselves", () => {
  const stranger = person("a", { first: "Kim", last: "Stranger" });
  const entries = [entry("a", { employeeId: "1", confirmed: false })];
  expect(match({ employeeId: "1" }, [stranger], entries)).toEqual({ kind: "nobody" });
  expect(match({ employeeId: "1" }, [person("b")], [entry("b", { employeeId: "1", confirmed: false })])).toEqual(
    is("b", "employee-id"),
  );
});

test.each([
  ["004711", "4711"],
  ["A-07", "a07"],
  ["0", "0"],
])("%s is compared as %s", (id, plain) => {
  expect(plainId(id)).toBe(plain);
});

test("names agree in one of their words", () => {
  expect(agrees({ first: "Maya", last: "Okonkwo" }, person("a", { first: "Maya", last: "Reyes" }))).toBe(true);
  expect(agrees({ first: "", last: "" }, person("a"))).toBe(true);
  expect(agrees({ first: "Bo", last: "Li" }, person("a"))).toBe(false);
});
