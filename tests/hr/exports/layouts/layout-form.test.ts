import { expect, test } from "vitest";
import { PLAIN_LAYOUT } from "~/hr/exports/layouts/export-layout";
import { columnsOf, newLayoutForm, toLayoutDraft } from "~/hr/exports/layouts/layout-form";
import { errorsOf } from "../../../support/form";

const COLUMNS = [
  { key: "employeeId", place: "2", header: "EMPID" },
  { key: "hoursEarned", place: "1", header: "" },
  { key: "lastName", header: "Last" },
];
const FORM = {
  organisationId: "highline",
  name: "Payroll",
  days: "m/d/yyyy",
  separator: "semicolon",
  hours: "minutes",
  columns: COLUMNS,
};

test("columns stand in the order of their numbers; without a number, a column is left out; without a heading, it keeps its own", () => {
  expect(newLayoutForm.parse(FORM).columns).toEqual([
    { key: "hoursEarned", header: "hours_earned" },
    { key: "employeeId", header: "EMPID" },
  ]);
  const same = [
    { key: "lastName", place: "1" },
    { key: "firstName", place: "1" },
  ] as const;
  expect(columnsOf(same).map(({ key }) => key)).toEqual(["lastName", "firstName"]);
});

test.each([
  [{ ...FORM, name: " " }, ["name: Give the layout a name."]],
  [{ ...FORM, days: "today" }, ["days: Choose how days are written."]],
  [{ ...FORM, columns: [] }, ["columns: Give at least one column a place in the file."]],
  [
    { ...FORM, columns: [{ ...COLUMNS[0], place: "second" }] },
    ["columns.0.place: Enter a whole number, or nothing to leave the column out."],
  ],
  [
    { ...FORM, columns: [COLUMNS[0], { key: "lastName", place: "3", header: "empid" }] },
    ["columns: Two columns are called “empid”. Give each a heading of its own."],
  ],
  [
    { ...FORM, columns: [COLUMNS[0], { ...COLUMNS[0], header: "Other" }] },
    ["columns: A column stands in the form twice."],
  ],
])("a layout of %j is refused", (values, errors) => {
  expect(errorsOf(newLayoutForm, values)).toEqual(errors);
});

test("a form shows every column there is, with its place", () => {
  const layout = { ...PLAIN_LAYOUT, columns: [{ key: "lastName" as const, header: "Surname" }] };
  const draft = toLayoutDraft({ name: "Payroll", layout });
  expect(draft.columns).toHaveLength(PLAIN_LAYOUT.columns.length);
  expect(draft.columns.filter(({ place }) => place !== "")).toEqual([
    { key: "lastName", place: "1", header: "Surname" },
  ]);
  expect(draft).toMatchObject({ name: "Payroll", days: "yyyy-mm-dd", separator: "comma", hours: "decimal" });
});
