import { expect, test } from "vitest";
import { readElements } from "~/documents/drawing/svg-elements";

test("elements come with their attributes and children; text, comments and white space do not", () => {
  const root = readElements(`<?xml version="1.0"?><!-- a --><svg viewBox="0 0 9 9">words<g id="a&amp;b"/> </svg>`);
  expect(root).toEqual({
    name: "svg",
    attributes: new Map([["viewBox", "0 0 9 9"]]),
    children: [{ name: "g", attributes: new Map([["id", "a&b"]]), children: [] }],
  });
});

const nested = (depth: number) => "<g>".repeat(depth) + "</g>".repeat(depth);

test.each([
  ["nothing", ""],
  ["no XML", "PNG"],
  ["a document type", `<!DOCTYPE svg><svg/>`],
  ["a document type in small letters", `<!doctype svg><svg/>`],
  ["an entity of its own", `<svg><g id="&a;"/></svg>`],
  ["unread characters", `<svg><![CDATA[<script/>]]></svg>`],
  ["two roots", "<svg/><svg/>"],
  ["an element that never ends", "<svg><g></svg>"],
  ["an attribute twice", `<svg id="a" id="b"/>`],
  ["elements 51 deep", nested(51)],
])("%s is not read", (_what, source) => {
  expect(readElements(source)).toBeNull();
});

test("elements 50 deep are read", () => {
  expect(readElements(nested(50))).not.toBeNull();
});
