import fc from "fast-check";
import { expect, test } from "vitest";
import { levelWords, pictureTone, readWidth, SHARE_CARD } from "~/microcredentials/badges/badge-picture";
import { drawBadge, drawShareCard, renderPng } from "~/microcredentials/badges/badge-picture.server";
import { parseXml } from "@rgrove/parse-xml";

const words = { id: "m", title: "Trauma-informed instruction", provider: "Puget Sound ESD", level: "Micro-credential" };

test("whatever it is called, a badge is a picture that can be read and drawn, with its words for who cannot see it", () => {
  const titles = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constantFrom("Đinh & <Núñez>", "x".repeat(150), "수업 안전", "]]>", "الأمان في الصف"),
  );
  fc.assert(
    fc.property(titles, (title) => {
      const svg = drawBadge({ ...words, title });
      const { root } = parseXml(svg);
      expect(root?.attributes.role).toBe("img");
      expect(svg).toContain("<title id=");
      // Text is drawn as outlines: no font decides how it looks.
      expect(svg).not.toContain("<text");
    }),
    { numRuns: 60 },
  );
  expect(renderPng(drawBadge({ ...words, title: "Đinh & <Núñez>" }), 200).readUInt32BE(16)).toBe(200);
});

test("nothing of a long title is cut off: every line fits into the ring", () => {
  const svg = drawBadge({
    ...words,
    title: "Culturally sustaining mathematics instruction for multilingual newcomers",
  });
  const places = [...svg.matchAll(/translate\((-?[\d.]+) (-?[\d.]+)\) scale\((\d+\.\d{3})\)/g)];
  expect(places.length).toBeGreaterThan(3);
  for (const [, x] of places) expect(Number(x)).toBeGreaterThan(60);
});

test("the card for social networks has the size that they ask for", () => {
  const png = renderPng(drawShareCard({ ...words, holder: "Ada Ames" }), SHARE_CARD.width);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
});

test.each([
  ["400", 400],
  ["401", 800],
  [null, 800],
])("a width of %s gives %i pixels", (asked, width) => expect(readWidth(asked)).toBe(width));

test("colours stay with a micro-credential", () => {
  expect(pictureTone("a")).toEqual(pictureTone("a"));
  expect(levelWords(0)).toBe("Micro-credential");
  expect(levelWords(3)).toBe("Stack of 3");
});

/** WCAG 2.2: relative luminance of "#rrggbb". */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => (luminance(a) + 0.05) / (luminance(b) + 0.05);

test("the words of every badge can be read on it", () => {
  const tones = new Set(Array.from({ length: 200 }, (_, index) => pictureTone(`m${index}`)));
  expect(tones.size).toBe(6);
  for (const { field, light } of tones) {
    expect(contrast("#ffffff", field)).toBeGreaterThanOrEqual(7);
    expect(contrast(light, field)).toBeGreaterThanOrEqual(4.5);
  }
});
