import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readReturnedMail } from "~/platform/mail/report-reader.server";
import { judgeReturned } from "~/platform/mail/returned-verdict";

/** Raw mails, in folders that name the right verdict. */
const FOLDER = "tests/fixtures/returned-mail";
const OURS = "no-reply@hourbook.example";
const RIGHT: Record<string, RegExp> = {
  nobody: /^nobody$/,
  "second-day": /^perhaps-nobody$/,
  full: /^full$/,
  "about-us": /^about-us: /,
  unclear: /^unclear$/,
  elsewhere: /^elsewhere$/,
  "no-failure": /^(delayed|delivered)$/,
  complaint: /^complaint$/,
  automatic: /^automatic: /,
  answer: /^answer$/,
};

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.posix.join(entry.parentPath, entry.name))
  .map((file) => [path.posix.relative(FOLDER, file).split("/")[0]!, file] as const);

test("there are mails of every kind", () => {
  expect(new Set(files.map(([verdict]) => verdict))).toEqual(new Set(Object.keys(RIGHT)));
  expect(files.length).toBeGreaterThan(100);
});

test.each(files)("%s: %s", async (verdict, file) => {
  const mail = await readReturnedMail(readFileSync(file), OURS);
  const judged = judgeReturned(mail);
  expect(judged.verdict).toMatch(RIGHT[verdict]!);
  expect(judged.marks).toBe(verdict === "nobody" ? "at once" : verdict === "second-day" ? "on a second day" : "no");
  // Whatever came back names the message of ours that it is about.
  if (mail?.kind === "report" || mail?.kind === "complaint") expect(mail.messageId).toMatch(/^[0-9a-f-]{36}$/);
});

test("every right verdict stays right with other ends of lines, and with the line that mailboxes begin with", async () => {
  for (const [verdict, file] of files) {
    const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
    for (const shape of [text, text.replaceAll("\n", "\r\n"), `From MAILER-DAEMON Mon Oct  5 09:00:00 2026\n${text}`]) {
      const mail = await readReturnedMail(new TextEncoder().encode(shape), OURS);
      expect([file, judgeReturned(mail).verdict]).toEqual([file, expect.stringMatching(RIGHT[verdict]!) as string]);
    }
  }
});

test("what is no mail is no verdict", () => {
  expect(judgeReturned(null)).toEqual({ verdict: "no mail", marks: "no", address: "", reason: "" });
});
