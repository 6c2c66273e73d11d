import { expect, test } from "vitest";
import { findHead, headTable, NOT_KEPT } from "~/hr/staff-lists/reading/read-table";

const rows = (...lines: string[]) => lines.map((text, index) => ({ line: index + 1, cells: text.split(",") }));
const table = (...lines: string[]) => headTable({ sheet: null, otherSheets: [], rows: rows(...lines) });
const HEAD = "Employee ID,Last name,First name";

test("the head is the line that says most, below whatever title a system writes", () => {
  expect(findHead(rows("Highline,,", ",,", HEAD, "1,Sample,Ana"))).toBe(2);
  expect(findHead(rows("1,Sample,Ana"))).toBe(-1);
});

test("lines below the head keep their numbers; blank ones are left out", () => {
  expect(table("Highline,,", HEAD, "1,Sample,Ana", ",,", "2,Test,Ben")).toMatchObject({
    ok: true,
    table: {
      headLine: 2,
      heads: ["Employee ID", "Last name", "First name"],
      rows: [
        { line: 3, cells: ["1", "Sample", "Ana"] },
        { line: 5, cells: ["2", "Test", "Ben"] },
      ],
    },
  });
});

test("P1 a column for Social Security numbers refuses the file, and a number anywhere is not kept", () => {
  const refused = table(`${HEAD},SSN`, "1,Sample,Ana,123-45-6789");
  expect(refused).toMatchObject({ ok: false });
  expect(JSON.stringify(refused)).not.toContain("123-45");
  const read = table(`${HEAD},Note`, "1,Sample,Ana,her number 123-45-6789", "123456789,Test,Ben,");
  expect(JSON.stringify(read)).not.toMatch(/123-45|123456789/);
  expect(read).toMatchObject({
    table: { rows: [{ cells: ["1", "Sample", "Ana", NOT_KEPT] }, { cells: [NOT_KEPT, "Test", "Ben", ""] }] },
  });
});

test.each([
  ["nothing", [""], "empty"],
  ["no head", ["1,Sample,Ana"], "No line of this file"],
  ["a head alone", [HEAD], "no line below it"],
])("%s is one clear line", (_what, lines, words) => {
  expect(table(...lines)).toMatchObject({ ok: false, words: expect.stringContaining(words) as string });
});
