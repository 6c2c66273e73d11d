import { expect, test } from "vitest";
import { judgeRefusal } from "~/platform/mail/refusal-judge";
import { ABOUT_US, NOT_OURS } from "./refusal-answers";

/** A server's answer as its line, with the status of the report where that says something else. */
function judge(line: string, status?: string) {
  const code = Number(/^\d{3}\b/.exec(line)?.[0] ?? 0);
  return judgeRefusal({ code, status: status ?? "", words: line });
}

test.each(NOT_OURS)("%s: %s", (meaning, line, status) => {
  expect(judge(line, status)).toEqual({ meaning, topic: null });
});

test.each(ABOUT_US)("about us, %s: %s", (topic, line, status) => {
  expect(judge(line, status)).toEqual({ meaning: "about-us", topic });
});

test("a status that stands alone", () => {
  const meaningOf = (status: string) => judgeRefusal({ code: 0, status, words: "" }).meaning;
  expect(["5.1.1", "5.1.10", "5.1.6"].map(meaningOf)).toEqual(["nobody", "nobody", "nobody"]);
  expect(["5.1.2", "5.2.1", "5.4.4"].map(meaningOf)).toEqual(["perhaps-nobody", "perhaps-nobody", "perhaps-nobody"]);
  expect(["5.2.2", "4.2.2"].map(meaningOf)).toEqual(["full", "full"]);
  expect(["5.1.7", "5.1.8", "5.2.3", "5.3.4", "5.6.1", "5.7.1", "5.7.26"].map(meaningOf)).toEqual(
    Array.from({ length: 7 }, () => "about-us"),
  );
  expect(["5.0.0", "5.4.1", "5.4.6", "4.4.7", "4.4.1", "5.5.0", "5.3.0", ""].map(meaningOf)).toEqual(
    Array.from({ length: 8 }, () => "unclear"),
  );
});

test("names of people, schools and servers are no reasons", () => {
  for (const name of ["spam.filter@policy.example", "sender-blocked@full.example"]) {
    expect(judge(`550 5.1.1 <${name}>: Recipient address rejected: User unknown`).meaning).toBe("nobody");
  }
  expect(judge("host mx.spamfilter-policy.example[203.0.113.5] said: 550 5.1.1 No such user").meaning).toBe("nobody");
  expect(judge("550 quarantine.unknown-user.example is not ready").meaning).toBe("unclear");
});

// What grows with the square of an answer would end by the test's own limit.
test("an answer without end is judged", { timeout: 20_000 }, () => {
  for (const word of ["user ", "mailbox is ", "sender ", "a", "not ", "message "])
    expect(judge(`550 ${word.repeat(20_000)}`).meaning).toMatch(/^(unclear|nobody|perhaps-nobody|about-us)$/);
});
