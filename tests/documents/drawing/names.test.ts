import { beforeAll, describe, expect, test } from "vitest";
import { hasRightToLeft } from "~/documents/typesetting/writing-direction";
import { drawn } from "./drawn";
import { fontsOf, overlapsIn, structureOf, textOf, wordsOf } from "./pdf-tools";
import { sampleLine, sampleTranscript } from "./transcript-sample";

const NAMES: [string, string][] = [
  ["Vietnamese", "Nguyễn Thị Ngọc Ánh"],
  ["Spanish", "María José Núñez Ibáñez"],
  ["Somali", "Xasan Cabdullaahi Maxamed"],
  ["Chinese, simplified", "欧阳娜娜"],
  ["Chinese, traditional", "陳美玲"],
  ["Korean", "김민준"],
  ["Arabic", "محمد بن العلي"],
  ["Amharic", "አበበ በቀለ"],
  ["Ukrainian", "Дарина Щербаківська-Ґалаґан"],
];

/** Marks of direction, which poppler adds, left out. */
const plain = (text: string) => text.replaceAll(/[\u200e\u200f\u202a-\u202e]/g, "").replace(/\s+/g, " ");

describe.each(NAMES)("a name in %s", (_language, legalName) => {
  let pdf: Buffer;
  beforeAll(async () => {
    const educator = { legalName, formerNames: [legalName], certificateNumber: null };
    const lines = [{ ...sampleLine(0), instructor: legalName, courseTitle: legalName }];
    pdf = await drawn(sampleTranscript(1, { educator, lines }));
  });

  test("prints as educator, former name, course and instructor, and can be copied", () => {
    const text = plain(textOf(pdf));
    expect(text.split(legalName).length - 1).toBeGreaterThanOrEqual(2);
    expect(text).toContain(`Educator: ${legalName}`);
    // In its narrow column it may be wrapped, which the structure tree is not.
    expect(plain(textOf(pdf) + structureOf(pdf))).toContain(`Instructor: ${legalName}`);
  });

  test("has every font embedded and nothing overlapping", () => {
    for (const font of fontsOf(pdf).trim().split("\n").slice(2)) expect(font).toMatch(/ yes yes yes +\d+ +0$/);
    // Boxes of Arabic are as high as letters with every mark above and below, twice the height of the line.
    const words = wordsOf(pdf).filter(({ word }) => !hasRightToLeft(word));
    expect(overlapsIn(words)).toEqual([]);
  });
});

test("names of all scripts stand in one line, each in its own direction", async () => {
  const formerNames = NAMES.map(([, name]) => name);
  const educator = { legalName: "Nguyễn Thị Ngọc Ánh", formerNames, certificateNumber: null };
  const text = plain(textOf(await drawn(sampleTranscript(1, { educator }))));
  for (const name of formerNames) expect(text).toContain(name);
});

test("Arabic letters that share a stroke are each copied as what they are", async () => {
  const courseTitle = "بنت ثبت تين يبني";
  const text = plain(textOf(await drawn(sampleTranscript(1, { lines: [{ ...sampleLine(0), courseTitle }] }))));
  expect(text).toContain(courseTitle);
});

test("what one document says never changes how the next one is copied", async () => {
  const first = await drawn(sampleTranscript(1));
  await drawn(sampleTranscript(1, { lines: [{ ...sampleLine(0), courseTitle: "A\u00a0title\u00a0of hard spaces" }] }));
  expect((await drawn(sampleTranscript(1))).equals(first)).toBe(true);
});

test("rows of a long transcript never touch: each stands below the one before, with its words inside its column", async () => {
  const parameters = sampleTranscript(60);
  const words = wordsOf(await drawn(parameters));
  const numbers = words.filter(({ word }) => /^PS-\d{5}$/.test(word));
  expect(numbers).toHaveLength(60);
  numbers.forEach((number, index) => {
    const next = numbers[index + 1];
    if (next?.page === number.page) expect(next.top).toBeGreaterThan(number.bottom);
    expect(number.left).toBeGreaterThanOrEqual(36 + 65 + 130);
    expect(number.right).toBeLessThanOrEqual(36 + 65 + 130 + 86);
  });
});
