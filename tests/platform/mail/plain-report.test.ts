import { expect, test } from "vitest";
import { readPlainReport, wordsOn } from "~/platform/mail/plain-report";
import { judgeRefusal } from "~/platform/mail/refusal-judge";
import { PLAIN_REPORTS } from "./plain-reports";

test.each(PLAIN_REPORTS)("$name", ({ subject, text, named, action, address, meaning }) => {
  const { recipients, returned } = readPlainReport(text, subject, named ?? []);
  expect(recipients.map(({ final }) => final)).toEqual([address]);
  expect(recipients[0]!.action).toBe(action ?? "failed");
  expect(returned).toMatch(/message-id:\s*<0190a5e2/i);
  if (meaning) expect(judgeRefusal(recipients[0]!)).toMatchObject({ meaning });
});

test("each of several recipients has its own words", () => {
  const text = [
    "<ana@district.example>: host mx.district.example[203.0.113.9] said: 550 5.1.1 User unknown",
    "",
    "<bo@district.example>: host mx.district.example[203.0.113.9] said: 552 5.2.2 Mailbox",
    "    full",
  ].join("\n");
  const { recipients } = readPlainReport(text, "Undelivered", []);
  expect(recipients.map(({ final, status }) => [final, status])).toEqual([
    ["ana@district.example", "5.1.1"],
    ["bo@district.example", "5.2.2"],
  ]);
  expect(wordsOn(text, "bo@district.example")).toContain("full");
  expect(wordsOn(text, "cy@district.example")).toBe("");
});

test("words without anybody's address are about nobody", () => {
  expect(readPlainReport("Something went wrong.", "Failure", []).recipients).toEqual([]);
});
