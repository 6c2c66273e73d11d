import { expect, test } from "vitest";
import { joinUrlOf } from "~/catalog/offerings/join-url";

test("a session is joined by its own link, or else by its offering's, and by none that is no address", () => {
  const offering = { link: "https://meet.example/all" };
  expect(joinUrlOf({ link: "https://meet.example/one" }, offering)).toBe("https://meet.example/one");
  expect(joinUrlOf({ link: null }, offering)).toBe("https://meet.example/all");
  expect(joinUrlOf({ link: null }, { link: null })).toBeNull();
  expect(joinUrlOf({ link: "by telephone" }, offering)).toBeNull();
});
