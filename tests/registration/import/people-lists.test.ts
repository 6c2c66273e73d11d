import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeText } from "~/platform/text/decode-text";
import { readList, unreadHeads } from "~/registration/import/import-rows.server";

/** What was read, a person or a fault on a line: `2 ana@x.example Ana|Sample`. */
function read(text: string): string[] {
  return readList(text).lines.map((line) =>
    "email" in line ? `${line.line} ${line.email} ${line.first}|${line.last}` : `${line.line} ! ${line.reason}`,
  );
}

// What coordinators paste or upload, as it was seen.
test.each([
  ["gal-quoted.txt", ["1 new.one@district.example Ana|Sample"]],
  ["newline-in-cell.csv", ["2 new.eight@district.example Ana|Sample", "4 new.nine@district.example Ben|Test"]],
  [
    "outlook-to-line.txt",
    [
      "1 person-120@demo.hourbook.example Ana|Sample",
      "1 person-121@demo.hourbook.example Ben|Test",
      "1 person-122@demo.hourbook.example Cy|Trial",
    ],
  ],
  ["sep-line.csv", ["3 new.seven@district.example Ana|Sample"]],
  ["underscore-head.csv", ["2 new.two@district.example Ana|Sample"]],
  ["utf16-tabs.csv", ["2 new.six@district.example Ana|Sample"]],
  ["windows-1252.csv", ["2 new.five@district.example José|Núñez"]],
])("the file %s is read whole", (file, expected) => {
  const decoded = decodeText(readFileSync(`tests/fixtures/people-lists/${file}`));
  if (!decoded.ok) throw new Error(decoded.kind);
  expect(read(decoded.text)).toEqual(expected);
});

const NO_ADDRESS = "This line has no email address.";
const TEXTS: [string, string, string[]][] = [
  [
    "addresses that repeat themselves, in brackets, with commas",
    "'ana@x.example' <ana@x.example>; Ben Test (b@x.example), c@x.example",
    ["1 ana@x.example |", "1 b@x.example Ben|Test", "1 c@x.example |"],
  ],
  [
    "last names first, parted by semicolons or by commas",
    'Sample, Ana <a@x.example>; Test, Ben <b@x.example>\n"Trial, Cy" <c@x.example>, "Van Dyke, Di" <d@x.example>',
    ["1 a@x.example Ana|Sample", "1 b@x.example Ben|Test", "2 c@x.example Cy|Trial", "2 d@x.example Di|Van Dyke"],
  ],
  [
    "what nobody sees, mailto:, full stops and commas at the end",
    "\u200Bana@x.example.\u200B\nBen Test <mailto:b@x.example>,\n[mailto:c@x.example]\nmailto:d@x.example?subject=Hi",
    ["1 ana@x.example |", "2 b@x.example Ben|Test", "3 c@x.example |", "4 d@x.example |"],
  ],
  [
    "blank rows, and rows of nothing but commas",
    "email,first,last\n,,\n\n \na@x.example,Ana,Sample\n;;\n",
    ["5 a@x.example Ana|Sample", `6 ! ${NO_ADDRESS}`],
  ],
  [
    "a whole name in a column, in either order, and one name alone",
    'Name,E-mail Address\n"Sample, Ana",a@x.example\nBen van Test,b@x.example\nCher,c@x.example',
    ["2 a@x.example Ana|Sample", "3 b@x.example Ben|van Test", "4 c@x.example |Cher"],
  ],
  [
    "an address with its name in the column of the address",
    'Email\nAna Sample <a@x.example>\n"a@y.example; b@y.example"',
    ["2 a@x.example Ana|Sample", "3 ! This line has several email addresses: leave one."],
  ],
  [
    "a quotation mark that is never closed takes nobody else's line",
    'email,first,last\na@x.example,"Ana,Sample\nb@x.example,Ben,Test\nc@x.example,"Cy",Trial',
    ['2 ! A quotation mark in “"Ana” has no other end.', "3 b@x.example Ben|Test", "4 c@x.example Cy|Trial"],
  ],
  [
    "a note of several lines is no other person",
    'email,first,last,note\na@x.example,Ana,Sample,"call\nben@y.example, please"\nb@x.example,Ben,Test,',
    ["2 a@x.example Ana|Sample", "4 b@x.example Ben|Test"],
  ],
  [
    "a head between the lines of two lists",
    "ana@x.example\nfirst;email\nBen;b@x.example",
    ["1 ana@x.example |", "3 b@x.example |Ben"],
  ],
  ["bars", "email|first|last\na@x.example|Ana|Sample", ["2 a@x.example Ana|Sample"]],
  [
    "what names its separator as spreadsheets do",
    '"sep=\t"\nemail\tfirst\tlast\n\ta\tb\na@x.example\tAna\tSample',
    [`3 ! ${NO_ADDRESS}`, "4 a@x.example Ana|Sample"],
  ],
  [
    "letters that were lost are no name",
    "a@x.example, Jos\uFFFD, Sample\nb@x.example, JosÃ©, Test\nc@x.example, JOÃO, ÑANDÚ",
    [
      "1 ! Letters of “Jos\uFFFD” were lost before the list came here: write the name again, or save the file as “CSV UTF-8”.",
      "2 ! Letters of “JosÃ©” were lost before the list came here: write the name again, or save the file as “CSV UTF-8”.",
      "3 c@x.example JOÃO|ÑANDÚ",
    ],
  ],
  [
    "more cells than a line without a head can mean",
    "a@x.example, Ana, Sample, Teacher",
    ["1 ! “Teacher” is not understood: put a line with the names of the columns first."],
  ],
  [
    "names longer than any form takes",
    `a@x.example, ${"a".repeat(121)}, Sample`,
    [`1 ! “${"a".repeat(40)}…” is longer than the 120 characters that a name may have.`],
  ],
];

test.each(TEXTS)("a list is read: %s", (_name, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("P1 a line with what looks like a Social Security number is refused, and not shown again", () => {
  const refused = readList("email,first,last,SSN\na@x.example,Ana,Sample,6789\nb@x.example,Ben,Test,");
  expect(refused.lines).toMatchObject([
    { line: 2, text: "A line that is not shown again", reason: expect.stringContaining("Social Security") as string },
    { line: 3, email: "b@x.example" },
  ]);
  expect(read("a@x.example, Ana, 123-45-6789")[0]).toMatch(/Social Security/);
});

test("columns that nothing is taken from are named, and can be said to hold something", () => {
  const text = "Nombre;Apellido;Correo;Notas\nAna;Sample;a@x.example;x\nBen;Test;b@x.example;y\n";
  expect(read(`${text};;;nobody`)).toHaveLength(3);
  const { columns = [] } = readList(text);
  expect(unreadHeads(columns)).toEqual(["Nombre", "Apellido", "Notas"]);
  expect(readList(text, ["first", "last", "email", "unread"]).lines).toMatchObject([
    { line: 2, first: "Ana", last: "Sample", email: "a@x.example" },
    { line: 3, first: "Ben", last: "Test", email: "b@x.example" },
  ]);
  expect(unreadHeads(readList("Name,Email,Employee ID\nAna S,a@x.example,17").columns ?? [])).toEqual(["Employee ID"]);
});

test("whatever is pasted, every part of it comes back and nothing is thrown", () => {
  const pieces = [
    '"',
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    "@",
    "<",
    ">",
    "a@x.example",
    "Ana",
    "email",
    "sep=;",
    "\u200B",
    "’",
    "(",
  ];
  let seed = 7;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  for (let round = 0; round < 2_000; round += 1) {
    const text = Array.from(
      { length: 1 + Math.floor(next() * 14) },
      () => pieces[Math.floor(next() * pieces.length)],
    ).join("");
    const { lines, columns } = readList(text);
    if (text.includes("Ana") && columns === undefined) expect([text, lines.length > 0]).toEqual([text, true]);
  }
});
