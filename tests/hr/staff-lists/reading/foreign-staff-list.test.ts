import { describe, expect, test } from "vitest";
import { readForeignStaffList } from "~/hr/staff-lists/reading/foreign-staff-list.server";
import { fileOf } from "../../../support/sample-files";
import { type TestCell, workbookOf } from "../../../support/workbook";

const HEAD = ["Employee ID", "Last name", "First name", "Role", "Start date"];
const CSV = `${HEAD.join(",")}\n004711,Núñez,Ana,Teacher,1/5/2026\n`;
const read = (content: string | Uint8Array, name = "staff.csv") => readForeignStaffList(fileOf(content, name));
const ANA = { line: 2, cells: ["004711", "Núñez", "Ana", "Teacher", "1/5/2026"] };
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

describe("a list is read as systems save it", () => {
  test.each<[string, string | Uint8Array]>([
    ["UTF-8", CSV],
    ["UTF-8 with its mark", `\uFEFF${CSV}`],
    ["UTF-16, little end first", utf16(CSV)],
    ["UTF-16, big end first", utf16(CSV, true)],
    ["Windows-1252", Buffer.from(CSV, "latin1")],
    ["semicolons", CSV.replaceAll(",", ";")],
    ["tabs", CSV.replaceAll(",", "\t")],
    ["lines that end as in DOS", CSV.replaceAll("\n", "\r\n")],
  ])("%s", async (_how, content) => {
    expect(await read(content)).toMatchObject({ ok: true, table: { heads: HEAD, rows: [ANA] } });
  });

  test("a line break within quotation marks leaves the numbers of later lines as an editor counts them", async () => {
    const content = `${HEAD.join(",")}\n1,"Sample\nJr.",Ana,Teacher,1/5/2026\n2,Test,Ben,Teacher,1/5/2026\n`;
    expect(await read(content)).toMatchObject({
      table: { rows: [{ line: 2, cells: ["1", "Sample Jr.", "Ana", "Teacher", "1/5/2026"] }, { line: 4 }] },
    });
  });

  test("a quotation mark that nothing closes spoils its own line alone", async () => {
    const content = `${HEAD.join(",")}\n1,"Sample,Ana,Teacher,1/5/2026\n2,Test,Ben,Teacher,1/5/2026\n3,Row,Cleo,Teacher,1/5/2026\n`;
    expect(await read(content)).toMatchObject({ table: { rows: [{ line: 2 }, { line: 3 }, { line: 4 }] } });
  });
});

const staff = (...rows: TestCell[][]) => ({ name: "Staff", rows });
const book = (...args: Parameters<typeof workbookOf>) => read(workbookOf(...args), "staff.xlsx");

describe("a workbook is read", () => {
  test("with its days, the numbers that dropped zeros, blank lines above the head, and its other sheets named", async () => {
    const notes = { name: "Notes", rows: [["Ask Kim"]] };
    const rows = staff(
      ["Highline"],
      [],
      HEAD,
      [4711, "Núñez", "Ana", "Teacher", { day: 46027 }],
      [],
      [12, "Test", "Ben", "ESA", 46027],
    );
    expect(await book([notes, { ...rows, merged: ["A1:E1"] }])).toEqual({
      ok: true,
      table: {
        sheet: "Staff",
        otherSheets: ["Notes"],
        heads: HEAD,
        headLine: 3,
        rows: [
          { line: 4, cells: ["4711", "Núñez", "Ana", "Teacher", "2026-01-05"] },
          { line: 6, cells: ["12", "Test", "Ben", "ESA", "46027"] },
        ],
      },
    });
  });

  const one = staff(HEAD, ["1", "Sample", "Ana", "Teacher", "1/5/2026"]);
  const bomb = Buffer.alloc(40 * 1024 * 1024, " ");
  test.each<[string, () => Promise<unknown>, string]>([
    [
      "a ZIP bomb",
      () =>
        book(
          [one],
          Array.from({ length: 4 }, (_, n) => ({ name: `xl/b${n}.xml`, bytes: bomb })),
        ),
      "unpacks to more",
    ],
    ["200 sheets", () => book(Array.from({ length: 200 }, (_, n) => ({ ...one, name: `S${n}` }))), "200 sheets"],
    ["macros", () => book([one], [{ name: "xl/vbaProject.bin", bytes: Buffer.from("x") }]), "macros"],
    ["merged cells in the head", () => book([{ ...one, merged: ["B1:C1"] }]), "merged (B1:C1)"],
    ["a broken file", () => read(workbookOf([one]).subarray(0, 900), "staff.xlsx"), "broken"],
    ["an old workbook", () => read(Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1")), "an old Excel workbook"],
    ["a web page", () => read(`<html><table><tr><td>${HEAD.join("</td><td>")}</td></tr></table></html>`), "a web page"],
    ["nothing", () => read(""), "Choose a file"],
  ])("but not %s: one clear line", async (_what, reading, words) => {
    expect(await reading()).toEqual({ ok: false, words: expect.stringContaining(words) as string });
  });

  test("and the errors of its formulas are told where they stand", async () => {
    expect(await book([staff(HEAD, ["1", "Sample", "Ana", { error: "#REF!" }, "1/5/2026"])])).toMatchObject({
      table: { rows: [{ line: 2, cells: ["1", "Sample", "Ana", "#REF!", "1/5/2026"] }] },
    });
  });

  test("nor a bomb whose directory lies about its size: the process that reads it ends, and nothing else", async () => {
    const lying = workbookOf([one], [{ name: "xl/sharedStrings.xml", bytes: Buffer.alloc(600 * 1024 * 1024, "<a/>") }]);
    const at = lying.lastIndexOf("xl/sharedStrings.xml", undefined, "latin1") - 46;
    lying.writeUInt32LE(1_000, at + 24);
    expect(await read(lying, "staff.xlsx")).toEqual({ ok: false, words: expect.any(String) as string });
    expect(await read(CSV)).toMatchObject({ ok: true });
  }, 60_000);
});
