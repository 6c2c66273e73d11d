import { beforeAll, expect, test } from "vitest";
import { DATA_FILE, signedData } from "~/documents/signing/signed-data";
import { canonicalJson } from "~/platform/canonical-json";
import { BADGES, ELSEWHERE } from "../issuing/sample-sections";
import { drawn } from "./drawn";
import { attachmentOf, infoOf, overlapsIn, signaturesOf, structureOf, textOf, wordsOf } from "./pdf-tools";
import { sampleTranscript } from "./transcript-sample";

const flat = (text: string) => text.replace(/\s+/g, " ");
const parameters = sampleTranscript(2, { sections: [ELSEWHERE, BADGES] });
let pdf: Buffer;
beforeAll(async () => {
  pdf = await drawn(parameters);
});

test("D6 each section is a heading, its note and a tagged table, between totals and signature", () => {
  const structure = flat(structureOf(pdf));
  const inOrder = [
    'H2 (block) "Totals by school year"',
    'H2 (block) "Hours from elsewhere"',
    'P (block) "As the educator entered them; another provider vouches for them."',
    'TH: /Scope /Column "Activity" TH: /Scope /Column "Completed" TH: /Scope /Column "Clock hours"',
    'TR TD "Summer institute, Đại học Sư phạm" TD "Feb 10, 2027" TD "5.5"',
    'TR TD "Online: reading the river" TD "Mar 9, 2027" TD "1.5"',
    'TR TD "Total" TD "" TD "7"',
    'H2 (block) "Micro-credentials"',
    'TR TD "Feedback that moves learning" TD "Mar 20, 2027"',
    'H2 (block) "Signature and verification"',
    '"The clock hours listed under “Clock hours earned” were verified against attendance and posted',
  ];
  const places = inOrder.map((part) => structure.indexOf(part));
  expect(inOrder.filter((_, index) => places[index]! < 0)).toEqual([]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(flat(textOf(pdf))).toContain("Summer institute, Đại học Sư phạm Feb 10, 2027 5.5");
  expect(infoOf(pdf)).toMatch(/^Tagged:\s+yes$/m);
  expect(overlapsIn(wordsOf(pdf))).toEqual([]);
});

test("D5 the data inside holds the sections, signed with the rest", () => {
  const data = signedData.parse(JSON.parse(attachmentOf(pdf, DATA_FILE)));
  expect(data.document).toEqual(parameters);
  expect(signaturesOf(pdf)).toContain("Signature is Valid");
});

test("D5 without sections nothing of them is drawn or attached, so that what was issued before draws and checks as it did", async () => {
  const plain = await drawn(sampleTranscript(2));
  const attached = attachmentOf(plain, DATA_FILE);
  expect(attached).not.toContain("sections");
  expect(canonicalJson(signedData.parse(JSON.parse(attached)))).toBe(attached);
  expect(structureOf(plain)).not.toContain("Micro-credentials");
  expect(flat(structureOf(plain))).toContain("The clock hours listed were verified");
});

test("D6 a long section goes on over pages, with its last row whole and its words apart", async () => {
  const long = "Collaborative inquiry into watershed science ".repeat(11).trim();
  const rows = Array.from({ length: 120 }, (_, n) => ({
    on: "2027-02-10",
    cells: [`${n} ${long}`, "Feb 10, 2027", 61],
  }));
  const columns = [...ELSEWHERE.columns, ...ELSEWHERE.columns.slice(1)];
  const wide = rows.map(({ on, cells }) => ({ on, cells: [...cells, ...cells.slice(1)] }));
  const file = await drawn(sampleTranscript(1, { sections: [{ ...ELSEWHERE, columns, rows: wide }] }));
  const structure = flat(structureOf(file));
  for (const part of ['TD "Total" TD "" TD "122" TD "" TD "122"', `TD "119 ${long}"`]) {
    expect([part, structure.includes(part)]).toEqual([part, true]);
  }
  expect(overlapsIn(wordsOf(file))).toEqual([]);
});
