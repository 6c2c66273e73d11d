import { decode } from "turbo-stream";
import { expect, test } from "vitest";
import {
  encodeRefusal,
  wasAnswered,
  isInTheWay,
  isReadAfterRefusal,
  LOST_WORDS,
  nestFields,
  wasLost,
} from "~/ui/frame/lost-answer";

test("a refusal that was made in the browser is read like one of the server's", async () => {
  for (const words of Object.values(LOST_WORDS)) {
    const { value } = await decode(new Response(encodeRefusal(words)).body!);
    expect(value).toEqual({ data: { result: { status: "error", error: { "": [words] }, initialValue: {} } } });
    expect(wasLost((value as { data: Parameters<typeof wasLost>[0] }).data)).toBe(true);
  }
});

test.each([
  [503, "text/html; charset=utf-8", true],
  [502, "text/html", true],
  [504, null, true],
  [503, "text/x-script", false],
  [500, "text/html", false],
  [200, "text/x-script", false],
])("an answer %i of %s is in the way: %s", (status, type, expected) => {
  expect(isInTheWay(status, type)).toBe(expected);
});

test("what the server refused was not lost", () => {
  expect(wasLost({ result: { error: { "": ["Every seat is taken."] } } })).toBe(false);
  expect(wasLost({ result: { error: { name: [LOST_WORDS.offline] } } })).toBe(false);
  expect(wasLost({ result: undefined })).toBe(false);
});

const LOST = { result: { error: { "": [LOST_WORDS.offline] } } };
const REFUSED = { result: { error: { "": ["Every seat is taken."] } } };

test.each([
  ["submitting", undefined, false],
  // What came of what it sent before.
  ["submitting", LOST, false],
  ["loading", REFUSED, false],
  ["loading", {}, false],
  // What is read anew waits for the connection; the answer does not.
  ["loading", LOST, true],
  ["idle", LOST, true],
  ["idle", REFUSED, true],
  ["idle", undefined, false],
] as const)("a fetcher that is %s with %j has its answer: %s", (state, data, expected) => {
  expect(wasAnswered({ state, data })).toBe(expected);
});

test.each([
  ["a refusal", 400, REFUSED, false, true],
  ["one that was made here", 503, LOST, false, false],
  ["another page", undefined, undefined, true, true],
  ["the same page with another part open", undefined, undefined, false, false],
])("after %s such a page is read anew: %#", (_, actionStatus, actionResult, defaultShouldRevalidate, expected) => {
  const move = { currentUrl: new URL("https://here.example"), nextUrl: new URL("https://here.example") };
  const asked = { ...move, currentParams: {}, nextParams: {}, actionStatus, actionResult, defaultShouldRevalidate };
  expect(isReadAfterRefusal(asked)).toBe(expected);
});

test("what was sent comes back as it was typed, rows and lists too, passwords aside", async () => {
  const fields = [
    ["title", "Maths"],
    ["password", "secret"],
    ["newPassword", "secret"],
    ["sessions[0].date", "2027-04-20"],
    ["sessions[1].date", ""],
    ["sessions[1].start", "08:00"],
    ["who", "a"],
    ["who", "b"],
    ["who", "c"],
    ["a.__proto__.b", "c"],
    ["", "nameless"],
  ] as const;
  const values = {
    title: "Maths",
    sessions: [{ date: "2027-04-20" }, { date: "", start: "08:00" }],
    who: ["a", "b", "c"],
  };
  const { value } = await decode(new Response(encodeRefusal("No.", fields)).body!);
  expect(value).toMatchObject({ data: { result: { initialValue: values } } });
  expect(nestFields(fields)).toEqual({ ...values, password: "secret", newPassword: "secret" });
});
