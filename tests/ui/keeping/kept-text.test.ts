import { expect, test } from "vitest";
import { isOfSomebodyElse, keyOf, parseKept, restorable } from "~/ui/keeping/kept-text";

const OPENED = [["title", "Number talks"]] as const;
const TYPED = [["title", "Number talks for grade 2"]] as const;

test("what was typed comes back over what it was typed over", () => {
  expect(restorable({ opened: OPENED, typed: TYPED }, OPENED)).toEqual(TYPED);
});

test("nothing comes back where nothing was typed, or the page shows it already", () => {
  expect(restorable(null, OPENED)).toBeNull();
  expect(restorable({ opened: OPENED, typed: OPENED }, OPENED)).toBeNull();
  expect(restorable({ opened: OPENED, typed: TYPED }, TYPED)).toBeNull();
});

test("over another state of the record it comes back only with its version, for the server to ask", () => {
  const now = [["title", "Number talks, renamed"]] as const;
  expect(restorable({ opened: OPENED, typed: TYPED }, now)).toBeNull();
  const versioned = [["base", '{"title":"Number talks"}'], ...TYPED] as const;
  expect(restorable({ opened: [versioned[0], ...OPENED], typed: versioned }, now)).toEqual(versioned);
});

test("a key says whose text it is", () => {
  const key = keyOf("person-1", "/coordinator/courses/new", "form");
  expect(isOfSomebodyElse(key, "person-1")).toBe(false);
  expect(isOfSomebodyElse(key, "person-2")).toBe(true);
  expect(isOfSomebodyElse(key, "person")).toBe(true);
  expect(isOfSomebodyElse(key, null)).toBe(true);
  expect(isOfSomebodyElse("theme", null)).toBe(false);
});

test("what cannot be read counts as nothing", () => {
  for (const text of [null, "", "null", "[]", "{}", '{"opened":[]}', '{"opened":1,"typed":2}', "{"])
    expect(parseKept(text)).toBeNull();
  expect(parseKept('{"opened":[],"typed":[["a","b"]]}')).toEqual({ opened: [], typed: [["a", "b"]] });
});
