import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bakePng, bakeSvg, unbakePng, unbakeSvg } from "~/microcredentials/badges/baking.server";
import { drawBadge, renderPng } from "~/microcredentials/badges/badge-picture.server";

const svg = drawBadge({ id: "m", title: "Calm", provider: "PSESD", level: "Micro-credential" });
const png = renderPng(svg, 200);

test("what is baked in comes out again, character by character", () => {
  fc.assert(
    fc.property(
      fc.record({ text: fc.string({ unit: "grapheme" }), end: fc.constantFrom("]]>", "", "&amp;", "\0") }),
      (value) => {
        const text = JSON.stringify(value);
        expect(unbakePng(bakePng(png, text))).toBe(text);
        expect(JSON.parse(unbakeSvg(bakeSvg(svg, text)) ?? "null")).toEqual(JSON.parse(text));
      },
    ),
    { numRuns: 50 },
  );
});

test("a picture without a badge, one that is cut off and one that is no picture hold none", () => {
  expect(unbakePng(png)).toBeNull();
  expect(unbakeSvg(svg)).toBeNull();
  const baked = bakePng(png, "{}");
  expect(unbakePng(baked.subarray(0, 60))).toBeNull();
  expect(unbakeSvg("<svg><openbadges:credential>{}</openbadges:credential></svg>")).toBeNull();
  expect(unbakeSvg("<svg")).toBeNull();
  expect(unbakeSvg('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')).toBeNull();
});

test("a compressed text is read, but never more than a badge can be", () => {
  const zipped = (text: string) => {
    const baked = bakePng(png, "@");
    const at = baked.indexOf("openbadgecredential");
    const body = Buffer.concat([Buffer.from("openbadgecredential\0\x01\0\0\0", "latin1"), deflateSync(text)]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([baked.subarray(0, at - 8), length, Buffer.from("iTXt"), body, Buffer.alloc(4)]);
  };
  expect(unbakePng(zipped('{"a":1}'))).toBe('{"a":1}');
  expect(unbakePng(zipped("a".repeat(50_000_000)))).toBeNull();
});
