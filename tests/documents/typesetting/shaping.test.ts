import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FACES } from "~/documents/typesetting/faces.server";
import { parsedFont } from "~/documents/typesetting/fonts.server";
import { prepare } from "~/documents/typesetting/script-order";
import { drawable, faceOf, facesOfWord, undrawableIn } from "~/documents/typesetting/shaping.server";
import { clustersOf } from "~/documents/typesetting/writing-direction";

/** Names, the font that draws each, and its glyphs with their places in the font's units, as another shaper gives them. */
const SHAPED = JSON.parse(readFileSync("tests/fixtures/shaped-names.json", "utf8")) as [string, string, string][];

function glyphsOf(text: string, face: (typeof FACES)[number]): string {
  const { text: drawn, features } = prepare(drawable(text, face, "regular"));
  const { glyphs, positions } = parsedFont(face, "regular").layout(drawn, features);
  let pen = 0;
  return glyphs
    .map(({ id }, index) => {
      const { xAdvance, xOffset, yOffset } = positions[index]!;
      const placed = `${id}@${pen + xOffset},${yOffset}`;
      pen += xAdvance;
      return placed;
    })
    .join(" ");
}

test.each(SHAPED)("%s is drawn whole by %s, each glyph and each mark in its place", (name, font, expected) => {
  const faces = facesOfWord(clustersOf(name), "regular");
  expect(new Set(faces.map((face) => face.name))).toEqual(new Set([font]));
  // Two marks of one letter may be drawn in either order.
  expect(glyphsOf(name, faces[0]!).split(" ").sort()).toEqual(expected.split(" ").sort());
  expect(expected).not.toMatch(/(^| )0@/);
  expect(new Set(facesOfWord(clustersOf(name), "bold").map((face) => face.name))).toEqual(new Set([font]));
});

test.each([
  ["陳美玲", ["noto-sans-tc-chinese-traditional"]],
  ["欧阳娜娜", ["noto-sans-sc-chinese-simplified"]],
  ["김민준", ["noto-sans-kr-korean"]],
  ["Nguyễn", ["public-sans-latin", "public-sans-vietnamese"]],
  ["Łukasz", ["public-sans-latin", "public-sans-latin-ext"]],
  ["محمد", ["noto-sans-arabic-arabic"]],
  ["አበበ", ["noto-sans-ethiopic-ethiopic"]],
])("%s is drawn by %j", (name, fonts) => {
  expect([...new Set(facesOfWord(clustersOf(name), "regular").map((face) => face.name))].sort()).toEqual(fonts);
});

test.each([..."堃喆犇龘翀峯寯禤揾煊嬅瑆"])("the rare %s has a glyph, in both weights", (character) => {
  for (const weight of ["regular", "bold"] as const) {
    const face = faceOf(character, weight)!;
    expect(glyphsOf(character, face)).toMatch(/^[1-9]\d*@0,0$/);
  }
});

test("rules of a font that would never end are left out", () => {
  const face = FACES.find(({ name }) => name === "noto-sans-myanmar")!;
  expect(glyphsOf("\u1014\u1039\u1010", face).split(" ")).toHaveLength(3);
  expect(undrawableIn("သန္တာ")).toEqual([]);
});

test("what no font on board has is told, each once, and nothing else is", () => {
  expect(undrawableIn("Ana 𠮷 ᠮᠣ 𠮷 Sample")).toEqual(["𠮷", "ᠮ", "ᠣ"]);
  expect(undrawableIn(SHAPED.map(([name]) => name).join(" "))).toEqual([]);
  expect(undrawableIn("Ana O’Brien-Núñez, 3rd")).toEqual([]);
  expect(undrawableIn("❤️ 👩🏽‍🏫 علی‌رضا")).toEqual([]);
  expect(undrawableIn("\u{E000}")).toEqual(["\u{E000}"]);
});
