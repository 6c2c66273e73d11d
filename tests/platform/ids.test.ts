import { expect, test } from "vitest";
import { newId, newUnorderedId } from "~/platform/ids";

const VERSION = /^[0-9a-f]{8}-[0-9a-f]{4}-([47])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const many = (make: () => string) => Array.from({ length: 1_000 }, make);

test("ids made later sort later, and none comes twice", () => {
  const ids = many(newId);
  expect(ids.map((id) => VERSION.exec(id)?.[1])).toEqual(ids.map(() => "7"));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("T6 an id that must not tell when it was made does not", () => {
  const ids = many(newUnorderedId);
  expect(ids.map((id) => VERSION.exec(id)?.[1])).toEqual(ids.map(() => "4"));
  expect([...ids].sort()).not.toEqual(ids);
});
