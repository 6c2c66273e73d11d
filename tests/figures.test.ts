import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Figure, readKept, withKept, worseThanKept } from "./bench/figures";

const fast: Figure = { name: "200 registrations", value: 0.5, better: "more", aim: 0.4 };
const light: Figure = { name: "memory", value: 300, better: "less", unit: "MB" };
const PAGE = "# Page\n\n| figure | aim | kept | when |\n| --- | --- | --- | --- |\n\nAfter.\n";

test("what is kept is read again, whatever stands around it and however the table is set", () => {
  const kept = withKept(PAGE, [light, fast], "2026-11-27");
  expect(readKept(kept)).toEqual([
    { name: "200 registrations", value: 0.5 },
    { name: "memory", value: 300 },
  ]);
  expect(kept.endsWith("\n\nAfter.\n")).toBe(true);
  expect(readKept(kept.replaceAll("|", "  |"))).toHaveLength(2);
  const again = withKept(kept, [{ ...light, value: 250 }], "2026-12-01");
  expect(readKept(again)).toEqual([
    { name: "200 registrations", value: 0.5 },
    { name: "memory", value: 250 },
  ]);
});

test("what is worse by more than a tenth is told, in its own direction", () => {
  const kept = readKept(withKept(PAGE, [fast, light], "2026-11-27"));
  expect(
    worseThanKept(
      [
        { ...fast, value: 0.46 },
        { ...light, value: 325 },
      ],
      kept,
    ),
  ).toEqual([]);
  expect(
    worseThanKept(
      [
        { ...fast, value: 0.9 },
        { ...light, value: 100 },
      ],
      kept,
    ),
  ).toEqual([]);
  expect(
    worseThanKept(
      [
        { ...fast, value: 0.44 },
        { ...light, value: 340 },
      ],
      kept,
    ),
  ).toEqual(["200 registrations: 0.44, kept 0.5: worse by 12 %", "memory: 340 MB, kept 300: worse by 13 %"]);
  expect(worseThanKept([{ ...fast, name: "something new", value: 0 }], kept)).toEqual([]);
});

test("docs/performance.md has the table", () => {
  expect(() => withKept(readFileSync("docs/performance.md", "utf8"), [fast], "2026-11-27")).not.toThrow();
  expect(() => withKept("# Nothing", [fast], "2026-11-27")).toThrow("There is no table");
});
