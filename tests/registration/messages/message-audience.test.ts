import { expect, test } from "vitest";
import { AUDIENCE_LABELS, audienceInWords, MESSAGE_AUDIENCES } from "~/registration/messages/message-audience";

test.each([
  ["status", "registered, attended in part"],
  ["not-claimed", "had not claimed"],
  ["not-evaluated", "had not evaluated"],
  ["not-paid", "had not paid"],
  ["district", "Kent, Renton"],
  ["chosen", "chosen one by one"],
] as const)("%s: %s", (audience, words) => {
  const to = { statuses: ["registered", "partial"] as const, districts: ["Kent", "Renton"] };
  expect(audienceInWords(audience, to)).toBe(words);
});

test("each has words to be chosen by", () => {
  expect(Object.keys(AUDIENCE_LABELS)).toEqual([...MESSAGE_AUDIENCES]);
});
