import { expect, test } from "vitest";
import { readReturnedMail } from "~/platform/mail/report-reader.server";

const read = (text: string) => readReturnedMail(new TextEncoder().encode(text), "no-reply@hourbook.example");

test("an empty text is no mail", async () => {
  expect(await read("")).toBeNull();
});

test("parts within parts without end are no mail, and no fault", async () => {
  const level = (at: number) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`;
  const deep = Array.from({ length: 1_000 }, (_, at) => level(at)).join("");
  expect(await read(deep)).toBeNull();
});

// What grows with the square of a line would take many minutes here, and end by the test's own limit.
test("endless lines, dashes and tags are read", { timeout: 60_000 }, async () => {
  const head = "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail\n";
  const answers = [];
  for (const piece of ["-", "- ", "a@b.", "<style>", "message ", "\n-", "550 ", "user "]) {
    const filled = piece.repeat(900_000 / piece.length);
    for (const type of ["text/plain", "text/html"])
      answers.push(await read(`${head}Content-Type: ${type}\n\n${filled}`));
  }
  expect(answers.filter((answer) => answer !== undefined)).toHaveLength(16);
});
