import { expect, test } from "vitest";
import { hrefAnd, hrefWithout } from "~/renewal/what-if/tried-address";

const search = new URLSearchParams("try=a&try=b&modality=online&page=3");

test("one more is tried behind the others, in the same way to take part", () => {
  expect(hrefAnd(search, "c")).toBe("?try=a&try=b&try=c&modality=online");
  expect(hrefAnd(new URLSearchParams(), "c")).toBe("?try=c");
});

test("what is left out is tried no more, however often the address names it", () => {
  expect(hrefWithout(search, "a")).toBe("?try=b&modality=online");
  expect(hrefWithout(new URLSearchParams("try=a&try=a"), "a")).toBe("?");
});
