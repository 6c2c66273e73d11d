import { beforeAll, describe, expect, test } from "vitest";
import { TEST_NOW } from "../../support/clock";
import { drawn } from "./drawn";
import { fontsOf, infoOf, overlapsIn, structureOf, textOf, wordsOf } from "./pdf-tools";
import { sampleLine, sampleTranscript } from "./transcript-sample";

const flat = (text: string) => text.replace(/\s+/g, " ");

describe("a transcript of one line", () => {
  const line = {
    ...sampleLine(0),
    courseTitle: "Grading That Tells the Truth",
    inServiceNumber: "PS-2027-0088",
    startedOn: "2027-02-06",
    completedOn: "2027-02-13",
    minutes: 2850,
    designations: [{ code: "EQUITY", minutes: 330 }],
    version: 2,
  };
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await drawn(sampleTranscript(1, { lines: [line] }));
  });

  test.each([
    ["educator's name", "Nguyễn Thị Ngọc Ánh"],
    ["former name", "Ngọc Trần-Castañeda"],
    ["certificate number", "512345F"],
    ["completion date", "Feb 13, 2027"],
    ["first day", "Began Feb 6, 2027"],
    ["course title", "Grading That Tells the Truth"],
    ["in-service number", "PS-2027-0088"],
    ["hours", "47.5"],
    ["quarter credits, cut and not rounded (H8)", "4.75"],
    ["designation with its hours", "EQUITY 5.5"],
    ["provider", "Puget Sound Educational Service District"],
    ["provider's address", "1200 Example Way S, Renton, WA 98057"],
    ["approval year", "Approved for 2024–25"],
    ["instructor", "Instructor: Joan Fairbanks, Đỗ Quỳnh"],
    ["correction", "Corrected, version 2"],
    ["designee's signature", "/s/ Joan Fairbanks"],
    ["designee's title", "Registrar for clock hours"],
    ["date of issue", "Nov 20, 2026"],
    ["period", "Completed Sep 1, 2024 to Aug 31, 2026"],
    ["verification code", "Verification code K7M2-QX4T-9WPD-H3RA"],
    ["verification address", "https://hourbook.example/verify/K7M2-QX4T-9WPD-H3RA"],
    ["page number", "Page 1 of 1"],
    ["total by school year", "2026–27 47.5 4.75"],
    ["total by designation", "EQUITY 5.5 0.55"],
  ])("D2, D3: shows the %s", (_field, expected) => {
    expect(flat(structureOf(pdf) + textOf(pdf)).replaceAll('" TD "', " ")).toContain(expected);
  });

  test("says when it was signed, to the second", () => {
    const at = new Date(TEST_NOW).toISOString().replaceAll(/[-T:]/g, "").slice(0, 14);
    expect(pdf.toString("latin1")).toMatch(new RegExp(`/M \\(D:${at}Z\\)`));
    expect(pdf.toString("latin1")).toMatch(new RegExp(`/CreationDate \\(D:${at}Z\\)`));
  });

  test("D6: is tagged, titled, of Letter size, in English", () => {
    const info = infoOf(pdf);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/^Title:\s+Transcript of clock hours: Nguyễn Thị Ngọc Ánh$/m);
    expect(info).toMatch(/^Page size:\s+612 x 792 pts \(letter\)$/m);
    expect(pdf.toString("latin1")).toContain("/Lang (en-US)");
    expect(pdf.toString("latin1")).toContain("/DisplayDocTitle true");
  });

  test("D6: figures have an alternative text, the link leads to the verification page", () => {
    const raw = pdf.toString("latin1");
    expect(raw).toContain("/Alt (Mark of Puget Sound Educational Service District)");
    expect(raw).toContain("/Alt (QR code that opens https://hourbook.example/verify/K7M2-QX4T-9WPD-H3RA)");
    expect(raw).toContain("/URI (https://hourbook.example/verify/K7M2-QX4T-9WPD-H3RA)");
  });

  test("D6: the structure holds headings, header cells and rows in reading order", () => {
    const structure = flat(structureOf(pdf));
    const headers = [
      "Completed",
      "Course",
      "In-service number",
      "Provider",
      "Designations, hours",
      "Clock hours",
      "Quarter credits",
    ];
    const inOrder = [
      'H1 (block) "Transcript of clock hours"',
      '"Educator: Nguyễn Thị Ngọc Ánh"',
      'H2 (block) "Clock hours earned" Table',
      ...headers.map((header) => `TH: /Scope /Column "${header}"`),
      'TR TD "Feb 13, 2027" TD "Grading That Tells the Truth Began Feb 6, 2027 Instructor: Joan Fairbanks, Đỗ Quỳnh Corrected, version 2"',
      'TD "PS-2027-0088" TD "Puget Sound Educational Service District Approved for 2024–25" TD "EQUITY 5.5" TD "47.5" TD "4.75"',
      'TR TD "Total" TD "1 course"',
      'H2 (block) "Totals by school year"',
      'H2 (block) "Totals by designation"',
      'H2 (block) "Signature and verification"',
    ];
    const places = inOrder.map((part) => structure.indexOf(part));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("every font is embedded", () => {
    const fonts = fontsOf(pdf).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/);
  });

  test("the same parameters give the same bytes", async () => {
    const again = await drawn(sampleTranscript(1, { lines: [line] }));
    expect(again.equals(pdf)).toBe(true);
  });
});

test("the check for overlaps sees one", () => {
  const box = { page: 1, word: "hours", left: 100, top: 100, right: 140, bottom: 110 };
  expect(overlapsIn([box, { ...box, left: 130, right: 170 }])).toHaveLength(1);
  expect(overlapsIn([box, { ...box, page: 2 }, { ...box, top: 108, bottom: 118 }])).toEqual([]);
});

describe("transcripts of other lengths", () => {
  test("without a line it says so", async () => {
    const text = textOf(await drawn(sampleTranscript(0, { period: null })));
    expect(text).toContain("No clock hours were posted for this period.");
    expect(text).toContain("All clock hours on record");
    expect(text).not.toContain("Totals");
  });

  test.each([30, 500])(
    "%i lines: each once and in order, headers on every page of the table, nothing overlaps",
    async (count) => {
      const parameters = sampleTranscript(count);
      const pdf = await drawn(parameters);
      const text = textOf(pdf);
      const numbers = parameters.lines.map((line) => line.inServiceNumber);
      expect(text.match(/PS-\d{5}/g)).toEqual(numbers);

      const pages = text.split("\f").filter((page) => page.trim() !== "");
      pages.forEach((page, index) => {
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
        if (/PS-\d{5}/.test(page)) expect(page).toMatch(/Completed\s+Course\s+In-service/);
        if (index > 0) expect(page).toContain("Nguyễn Thị Ngọc Ánh · Transcript of clock hours");
      });
      expect(pages.length).toBe(Number(/Pages:\s+(\d+)/.exec(infoOf(pdf))?.[1]));

      const words = wordsOf(pdf);
      expect(overlapsIn(words)).toEqual([]);
      for (const box of words) expect(box.left >= 35 && box.right <= 577 && box.bottom <= 775, box.word).toBe(true);
    },
  );

  test("D6: over several pages the structure is still one table with one row of headers, every line once", async () => {
    const parameters = sampleTranscript(30);
    const structure = structureOf(await drawn(parameters));
    const credits = structure.slice(
      structure.indexOf("Clock hours earned"),
      structure.indexOf("Totals by school year"),
    );
    expect(credits.match(/^ *Table/gm)).toHaveLength(1);
    expect(credits.match(/^ *TH:/gm)).toHaveLength(7);
    expect(credits.match(/^ *TR/gm)).toHaveLength(1 + 30 + 1);
    expect(credits.match(/PS-\d{5}/g)).toEqual(parameters.lines.map((line) => line.inServiceNumber));
  });

  test("long names and titles wrap, and other scripts of Latin, Cyrillic and Greek print", async () => {
    const legalName =
      "Maximiliana Guadalupe de los Ángeles Fernández-Castañeda y Villanueva-Echeverría de la Santísima Trinidad";
    const formerNames = ["Дарина Щербаківська-Ґалаґан", "Łucja Żółkiewska", "Ελένη Παπαδοπούλου", "Nguyễn Thị Hương"];
    const title = "Transcript of clock hours that count for equity and for government-to-government relationships";
    const lines = [{ ...sampleLine(0), courseTitle: `${"Donaudampfschifffahrt".repeat(6)} ${"long ".repeat(60)}end` }];
    const pdf = await drawn(
      sampleTranscript(1, { title, lines, educator: { legalName, formerNames, certificateNumber: null } }),
    );
    const structure = flat(structureOf(pdf));
    for (const name of [title, legalName, ...formerNames, "Not on file"]) expect(structure).toContain(name);
    expect(structure).toContain("long end");
    expect(overlapsIn(wordsOf(pdf))).toEqual([]);
  });
});
