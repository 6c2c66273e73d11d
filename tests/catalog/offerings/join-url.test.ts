import { expect, test } from "vitest";
import { joinPathOf, joinUrlOf } from "~/catalog/offerings/join-url";

test("a session is joined by its own link, or else by its offering's, and by none that is no address", () => {
  const offering = { link: "https://meet.example/all" };
  expect(joinUrlOf({ link: "https://meet.example/one" }, offering)).toBe("https://meet.example/one");
  expect(joinUrlOf({ link: null }, offering)).toBe("https://meet.example/all");
  expect(joinUrlOf({ link: null }, { link: null })).toBeNull();
  for (const link of ["by telephone", "javascript:alert(1)"]) expect(joinUrlOf({ link }, offering)).toBeNull();
});

test("R5 what is given out is the page of the session, where there is anything to join", () => {
  const offering = { link: "https://meet.example/all" };
  expect(joinPathOf({ id: "0197", link: "https://meet.example/one" }, offering)).toBe("/join/0197");
  expect(joinPathOf({ id: "0197", link: null }, offering)).toBe("/join/0197");
  expect(joinPathOf({ id: "0197", link: null }, { link: null })).toBeNull();
});
