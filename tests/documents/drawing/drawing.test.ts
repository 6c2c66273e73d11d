import PDFDocument from "pdfkit";
import { expect, test } from "vitest";
import { FACES } from "~/documents/typesetting/faces.server";
import { fontBytes } from "~/documents/typesetting/fonts.server";
import { initialsOf } from "~/documents/drawing/emblems.server";
import { Typesetter } from "~/documents/typesetting/typesetter.server";
import { unpackWoff } from "~/documents/typesetting/woff.server";

test.each([
  ["Puget Sound Educational Service District", "PSESD"],
  ["Puget Sound ESD", "PSESD"],
  ["Office of the Superintendent", "OS"],
  ["Đại học Sư phạm", "ĐHSP"],
])("the mark of %s shows %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a font that is not WOFF 1 is refused", () => {
  expect(() => unpackWoff(Buffer.from("wOF2 and more"))).toThrow("Not a WOFF font");
});

test.each(FACES.map((face) => [face.name, face] as const))("%s is installed in both weights", (_name, face) => {
  for (const weight of ["regular", "bold"] as const) {
    expect(fontBytes(face, weight).readUInt32BE(0)).toBe(0x00010000);
  }
});

test("wrapped lines fit, lose no character and break a word only when it must", () => {
  const type = new Typesetter(new PDFDocument());
  const style = { size: 9 };
  const text =
    "Government-to-government relationships: Дарина Щербаківська, Nguyễn Thị Ngọc Ánh, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  for (const width of [40, 75, 120, 600]) {
    const lines = type.wrap(text, width, style);
    expect(lines.join("")).toBe(text);
    for (const line of lines) expect(type.width(line.trimEnd(), style)).toBeLessThanOrEqual(width);
  }
  expect(type.wrap("  two   words ", 600, style)).toEqual(["two words"]);
  expect(type.wrap("", 600, style)).toEqual([""]);
});
