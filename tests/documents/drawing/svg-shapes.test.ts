import { expect, test } from "vitest";
import { readDrawing, UnusableSvg } from "~/documents/drawing/svg-shapes";

const svg = (inside: string, attributes = `viewBox="0 0 9 9"`) => `<svg ${attributes}>${inside}</svg>`;
const PATH = `<path d="M0 0L9 9"/>`;

test.each([
  [`<path d="M0 0L9 9"/>`, "M0 0L9 9"],
  [`<rect x="1" y="2" width="3" height="4"/>`, "M1 2h3v4h-3Z"],
  [`<line x1="1" y1="2" x2="3" y2="4px"/>`, "M1 2L3 4"],
  [`<circle cx="5" cy="5" r="2"/>`, "M3 5A2 2 0 1 0 7 5A2 2 0 1 0 3 5Z"],
  [`<ellipse cx="5" cy="5" rx="2" ry="1"/>`, "M3 5A2 1 0 1 0 7 5A2 1 0 1 0 3 5Z"],
  [`<polyline points="0,0 4,4"/>`, "M0,0 4,4"],
  [`<polygon points="0,0 4,4 8,0"/>`, "M0,0 4,4 8,0Z"],
])("%s is the path %s", (element, path) => {
  expect(readDrawing(svg(element)).shapes.map((shape) => shape.path)).toEqual([path]);
});

test.each([
  [`viewBox="0 0 9 9"`, [0, 0, 9, 9]],
  [`viewBox=" -1,-2  30 , 40 "`, [-1, -2, 30, 40]],
  [`width="30px" height="40"`, [0, 0, 30, 40]],
  [`viewBox="0 0 9 9" width="100%" height="100%"`, [0, 0, 9, 9]],
])("a drawing's size: %s", (attributes, [x, y, width, height]) => {
  expect(readDrawing(svg(PATH, attributes)).viewBox).toEqual({ x, y, width, height });
});

test("an outline is black unless it, or the group around it, says otherwise", () => {
  const { shapes } = readDrawing(
    svg(
      `<title>A seal</title>${PATH}<g fill="#ABC" stroke="white" stroke-width="2px" fill-rule="evenodd">${PATH}` +
        `<path fill="none" stroke="transparent" fill-rule="nonzero" d="M0 0L9 9"/></g>`,
    ),
  );
  expect(shapes.map(({ fill, stroke, strokeWidth, evenOdd }) => [fill, stroke, strokeWidth, evenOdd])).toEqual([
    ["#000000", null, 1, false],
    ["#AABBCC", "#ffffff", 2, true],
    [null, null, 2, false],
  ]);
});

test.each([
  ["translate(3)", [[1, 0, 0, 1, 3, 0]]],
  ["translate(3, -4)", [[1, 0, 0, 1, 3, -4]]],
  ["scale(2)", [[2, 0, 0, 2, 0, 0]]],
  ["scale(2 3)", [[2, 0, 0, 3, 0, 0]]],
  ["matrix(1 2 3 4 5 6)", [[1, 2, 3, 4, 5, 6]]],
  [
    "translate(1) scale(2)",
    [
      [1, 0, 0, 1, 1, 0],
      [2, 0, 0, 2, 0, 0],
    ],
  ],
])("the transformation %s stands after those around it", (transform, expected) => {
  const [shape] = readDrawing(svg(`<g transform="scale(9)"><path transform="${transform}" d="M0 0L9 9"/></g>`)).shapes;
  expect(shape!.transforms).toEqual([[9, 0, 0, 9, 0, 0], ...expected]);
});

test("a quarter turn", () => {
  const [shape] = readDrawing(svg(`<path transform="rotate(90)" d="M0 0L9 9"/>`)).shapes;
  expect(shape!.transforms[0]!.map((number) => Math.round(number * 1e9) / 1e9)).toEqual([0, 1, -1, 0, 0, 0]);
});

const path = (attributes: string) => svg(`<path ${attributes} d="M0 0L9 9"/>`);

test.each([
  ["no drawing", "<html/>", "not an SVG"],
  ["no size", svg(PATH, ""), "no number"],
  ["a size of nothing", svg(PATH, `viewBox="0 0 0 9"`), "no size"],
  ["a size below nothing", svg(PATH, `viewBox="0 0 9 -9"`), "no size"],
  ["a size without end", svg(PATH, `viewBox="0 0 1e999 9"`), "no number"],
  ["nothing to see", svg("<title>A seal</title>"), "no outlines"],
  ["what is defined for elsewhere", svg(`<defs>${PATH}</defs>`), "<defs>"],
  ["something from elsewhere", svg(`<use xlink:href="#a"/>`), "xlink:href"],
  ["a handler", path(`ONCLICK="x"`), "ONCLICK"],
  ["a class", path(`class="a"`), "class"],
  ["a gradient", path(`fill="url(#a)"`), "url(#a)"],
  ["a color with transparency", path(`fill="#00000080"`), "#00000080"],
  ["half of a color", path(`fill-opacity="0.5"`), "fill-opacity"],
  ["half of a group", svg(`<g opacity=".5">${PATH}</g>`), "opacity"],
  ["what is not shown", path(`display="none"`), "display"],
  ["what is hidden", path(`visibility="hidden"`), "visibility"],
  ["dashes", path(`stroke-dasharray="1 2"`), "stroke-dasharray"],
  ["round corners", svg(`<rect width="3" height="4" rx="1"/>`), "corners"],
  ["a color by an unknown name", path(`stroke="rebeccapurple"`), "rebeccapurple"],
  ["a turn about a point", path(`transform="rotate(90 1 1)"`), "rotate"],
  ["a slant", path(`transform="skewX(3)"`), "skewX"],
  ["a path of words", svg(`<path d="M0 0 javascript"/>`), "cannot be read"],
  ["a path that begins nowhere", svg(`<path d="L9 9"/>`), "cannot be read"],
  ["no path", svg("<path/>"), "cannot be read"],
  ["2,001 outlines", svg(PATH.repeat(2_001)), "2000 outlines"],
])("a drawing with %s is refused", (_what, source, words) => {
  expect(() => readDrawing(source)).toThrow(UnusableSvg);
  expect(() => readDrawing(source)).toThrow(words);
});

test("what drawing programs write without meaning anything by it is taken", () => {
  const said = `opacity="1" fill-opacity="1.0" stroke-opacity="100%" display="inline" visibility="visible" stroke-dasharray="none"`;
  expect(readDrawing(path(said)).shapes).toHaveLength(1);
  expect(readDrawing(svg(`<rect width="3" height="4" rx="0" ry="0"/>`)).shapes).toHaveLength(1);
});

test("2,000 outlines are taken", () => {
  expect(readDrawing(svg(PATH.repeat(2_000))).shapes).toHaveLength(2_000);
});
