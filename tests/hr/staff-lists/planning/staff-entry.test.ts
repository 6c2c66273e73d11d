import { expect, test } from "vitest";
import { planEntry, type StaffEntry } from "~/hr/staff-lists/planning/staff-entry";
import type { StaffLine } from "~/hr/staff-lists/reading/staff-line";

const LINE: StaffLine = {
  line: 2,
  first: "Ana",
  last: "Sample",
  email: null,
  employeeId: "004711",
  certificateNumber: null,
  building: null,
  title: null,
  roleKind: null,
  fromDate: null,
  toDate: undefined,
};
const ENTRY: StaffEntry = {
  id: "e",
  personId: "a",
  organisationId: "highline",
  roleKind: "teacher",
  title: "Coach",
  employeeId: "004711",
  building: "Hilltop",
  fromDate: "2024-09-01",
  toDate: null,
  confirmed: true,
};
const plan = (line: Partial<StaffLine>, ...entries: Partial<StaffEntry>[]) =>
  planEntry(
    { ...LINE, ...line },
    "highline",
    entries.map((entry, index) => ({ ...ENTRY, id: `e${index}`, ...entry })),
  );

test("S1 an empty cell says nothing: what is known stays", () => {
  expect(plan({}, {})).toMatchObject({ kind: "keep", entry: { id: "e0" } });
});

test("S1 old and new stand side by side", () => {
  expect(plan({ employeeId: "5", building: "Valley", roleKind: "esa", fromDate: "2024-08-28" }, {})).toMatchObject({
    kind: "change",
    input: { title: "Coach" },
    changes: {
      employeeId: ["004711", "5"],
      building: ["Hilltop", "Valley"],
      roleKind: ["teacher", "esa"],
      fromDate: ["2024-09-01", "2024-08-28"],
    },
  });
});

test("S1 an employee ID that only lost its zeros is no change; one that got them back is", () => {
  expect(plan({ employeeId: "4711" }, {})).toMatchObject({ kind: "keep" });
  expect(plan({ employeeId: "0004711" }, {})).toMatchObject({ changes: { employeeId: ["004711", "0004711"] } });
});

test("S1 an end is taken from a column of last days alone, and taken away by an empty cell of it", () => {
  expect(plan({ toDate: "2026-06-30" }, {})).toMatchObject({ changes: { toDate: [null, "2026-06-30"] } });
  expect(plan({ toDate: null }, { toDate: "2026-06-30" })).toMatchObject({ changes: { toDate: ["2026-06-30", null] } });
  expect(plan({}, { toDate: "2026-06-30" })).toMatchObject({ kind: "keep" });
});

test("S1 a first day that was confirmed moves to no later one; what somebody only said of themselves does", () => {
  const later = { roleKind: "teacher", fromDate: "2026-09-01" } as const;
  expect(plan(later, {})).toMatchObject({ kind: "keep", keptSince: "2024-09-01" });
  expect(plan({ ...later, building: "Valley" }, {})).toMatchObject({
    kind: "change",
    input: { fromDate: "2024-09-01" },
    changes: { building: ["Hilltop", "Valley"] },
    keptSince: "2024-09-01",
  });
  expect(plan(later, { confirmed: false })).toMatchObject({
    changes: { fromDate: ["2024-09-01", "2026-09-01"] },
    keptSince: null,
  });
});

test("S1 somebody who comes back begins anew; what was stays as it was", () => {
  expect(plan({ roleKind: "teacher", fromDate: "2026-09-01" }, { toDate: "2025-06-30" })).toMatchObject({
    kind: "start",
    input: { organisationId: "highline", fromDate: "2026-09-01", toDate: null },
  });
});

test("S1 without a first day, a line means the entry that began last", () => {
  expect(plan({}, { toDate: "2025-06-30" }, { fromDate: "2025-09-01" })).toMatchObject({ entry: { id: "e1" } });
});

test.each<[string, Partial<StaffLine>, Partial<StaffEntry>[], string, string]>([
  [
    "two entries hold the days",
    { fromDate: "2020-01-01" },
    [{ toDate: "2025-06-30" }, { fromDate: "2025-09-01" }],
    "conflict",
    "Several entries",
  ],
  ["an end would be before the beginning", { toDate: "2024-01-01" }, [{}], "bad", "before the first"],
  [
    "another entry would be run over",
    { fromDate: "2024-09-01", toDate: null },
    [{ toDate: "2025-06-30" }, { fromDate: "2025-09-01" }],
    "conflict",
    "Several entries",
  ],
  [
    "an end is taken away before another beginning",
    { toDate: null },
    [
      { fromDate: "2026-01-01", toDate: "2026-02-01" },
      { fromDate: "2025-01-01", toDate: "2025-02-01" },
    ],
    "change",
    "",
  ],
  ["a beginning has no role", { fromDate: "2026-09-01" }, [], "bad", "What they do is missing"],
  ["a beginning has no day", { roleKind: "esa" }, [], "bad", "The first day is missing"],
])("S1 %s", (_what, line, entries, kind, words) => {
  const planned = plan(line, ...entries);
  expect(planned.kind).toBe(kind);
  if ("reason" in planned) expect(planned.reason).toContain(words);
});
