import { expect, test } from "vitest";
import { isWorthAgain, shareInWords, whyStopped, wordsOfSending } from "~/microcredentials/evidence/sending";
import { PORTFOLIO_REFUSALS } from "~/microcredentials/portfolios/refusal";

const at = "http://hourbook.test/portfolios/x/uploads/y";
const answered = (status: number, body = "", address = at) => ({ status, body, address });

test.each([
  ["no answer at all", answered(0, "", ""), "cut"],
  ["a server that is busy", answered(503), "cut"],
  ["a proxy that gave up", answered(502, "<html>Bad gateway</html>"), "cut"],
  ["another that writes", answered(423, "Another request"), "cut"],
  ["a piece that is there already", answered(409), "cut"],
  ["the page for signing in", answered(405, "", "http://hourbook.test/sign-in?next=%2Fportfolios"), "signed-out"],
  ["a refusal", answered(422, PORTFOLIO_REFUSALS["name-differs"]), "refused"],
  ["an upload that was swept away", answered(404, "<html>"), "refused"],
] as const)("%s: %s", (_what, answer, step) => {
  expect(whyStopped(answer).step).toBe(step);
  expect(isWorthAgain(answer)).toBe(step === "cut");
});

test("a refusal is the server's sentence; a page of a proxy's is none", () => {
  const words = PORTFOLIO_REFUSALS["unknown-file-type"];
  expect(whyStopped(answered(422, words))).toMatchObject({ words });
  expect(whyStopped(answered(413, "<html>Too large</html>"))).toMatchObject({
    words: expect.stringContaining("Choose the file again") as string,
  });
});

test("progress is in per cent and bytes, and every turn in words", () => {
  const size = 500 * 1024 * 1024;
  expect(shareInWords(215 * 1024 * 1024, size)).toBe("43% · 215 MB of 500 MB");
  const of = { name: "lesson.mp4", sent: 1, size };
  const turns = (["sending", "paused", "cut", "signed-out", "looked-at"] as const).map((step) =>
    wordsOfSending({ step, ...of }),
  );
  for (const words of turns) expect(words).toMatch(/\.$/);
  expect(wordsOfSending({ step: "none" })).toBe("");
  expect(wordsOfSending({ step: "refused", name: "a.exe", words: "No." })).toBe("a.exe was not taken. No.");
});
