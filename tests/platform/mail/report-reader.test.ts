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
