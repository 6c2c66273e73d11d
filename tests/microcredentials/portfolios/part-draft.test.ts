import { expect, test } from "vitest";
import {
  asKept,
  contentOf,
  decideDraft,
  fieldOf,
  isTrouble,
  isUnsaved,
  saidAloud,
  type Saving,
  wordsOfSaving,
} from "~/microcredentials/portfolios/part-draft";

const saved = { words: "On the server", revision: 2 };
const draft = (typed: string, revision: number, ...sent: string[]) => ({ typed, revision, sent });

test.each([
  ["nothing kept", null, "none"],
  ["what the server has", draft("On the server", 1), "forget"],
  ["written over what the server has", draft("More", 2), "send"],
  ["written over something older, by this device", draft("More", 1, "Before", "On the server"), "send"],
  ["written over something older, by another device", draft("More", 1), "ask"],
  ["sent something else before", draft("More", 1, "Not that"), "ask"],
  ["newer than the server, after a restored backup", draft("More", 3), "ask"],
] as const)("%s", (_what, kept, decision) => {
  expect(decideDraft("text", kept, saved)).toBe(decision);
});

test("links are the same whatever stands between them", () => {
  const links = ["https://a.example", "https://b.example"];
  const typed = " https://a.example\n\n https://b.example https://a.example\n";
  expect(asKept("link", typed)).toBe(fieldOf("link", { text: "", links }));
  expect(contentOf("link", typed)).toEqual({ text: "", links });
  expect(contentOf("link", " ")).toEqual({ text: "", links: [] });
  expect(contentOf("reflection", "a\r\nb")).toEqual({ text: "a\nb", links: [] });
  expect(fieldOf("text", { text: "a", links: [] })).toBe("a");
});

const STATES: Saving[] = [
  { step: "untouched" },
  { step: "typing" },
  { step: "kept" },
  { step: "saved" },
  { step: "not-kept" },
  { step: "signed-out" },
  { step: "refused", words: "Use addresses." },
  { step: "asked", theirs: saved, mine: "x" },
];

test("only what the server has is called saved, and only what the device has is called kept", () => {
  expect(STATES.map(isUnsaved)).toEqual([false, true, true, false, true, true, true, true]);
  expect(STATES.map(isTrouble)).toEqual([false, false, false, false, true, true, true, true]);
  const said = (word: RegExp) => STATES.filter((each) => word.test(wordsOfSaving(each))).map(({ step }) => step);
  expect(said(/^Saved/)).toEqual(["saved"]);
  expect(said(/^Kept/)).toEqual(["kept", "signed-out", "refused", "asked"]);
});

test("what is in the way is said aloud, and that it is over; a pause in typing is not", () => {
  const say = (before: string, step: number, isOffline = false) => saidAloud(before, STATES[step]!, isOffline);
  expect([say("", 1), say("", 2), say("", 3)]).toEqual(["", "", ""]);
  expect(say("", 2, true)).toBe("Kept on this device");
  expect(say("Kept on this device", 1)).toBe("Kept on this device");
  expect(say("Kept on this device", 3)).toBe("Saved");
  expect(say("", 6)).toContain("Use addresses.");
});
