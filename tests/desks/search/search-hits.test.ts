import { expect, test } from "vitest";
import { exactHit, groupOf, type Hit, isEnough, MOST_HITS } from "~/desks/search/search-hits";

const hit = (id: string, ...codes: (string | null)[]): Hit => ({ id, to: `/${id}`, label: id, about: "", codes });

test.each([
  ["", false],
  ["a", false],
  ["Đ", false],
  ["- '", false],
  ["a'", false],
  ["ab", true],
  ["김민", true],
  ["a b", true],
  ["%%", false],
])("%j is enough to look for: %s", (typed, expected) => {
  expect(isEnough(typed)).toBe(expected);
});

test("a group shows eight and says whether there are more", () => {
  const hits = Array.from({ length: MOST_HITS + 1 }, (_, index) => hit(String(index)));
  expect(groupOf("people", hits, "/all")).toMatchObject({ more: true, all: "/all" });
  expect(groupOf("people", hits, null).hits).toHaveLength(MOST_HITS);
  expect(groupOf("people", hits.slice(1), null)).toMatchObject({ more: false });
});

test.each([
  ["k7m2q x4t9w", "/document"],
  ["K7M2Q-X4T9W", "/document"],
  ["K7M2Q", null],
  ["INV-1", null],
  ["A-1", "/offering"],
  ["", null],
])("%j as a whole code leads to %s", (typed, expected) => {
  const groups = [
    groupOf("documents", [hit("document", "K7M2Q-X4T9W"), hit("other", null)], null),
    groupOf("invoices", [hit("one", "INV-1"), hit("two", "inv 1")], null),
    groupOf("offerings", [hit("offering", "A-1"), { ...hit("offering", "A1"), id: "by its other code" }], null),
  ];
  expect(exactHit(groups, typed)).toBe(expected);
});
