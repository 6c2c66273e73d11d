import { expect, test } from "vitest";
import { readDeliveryReport } from "~/platform/mail/report-reader.server";

const read = (text: string) => readDeliveryReport(new TextEncoder().encode(text));

test("any other mail is no report", async () => {
  expect(await read("From: a@test.example\r\nSubject: Out of office\r\n\r\nI am away.\r\n")).toBeNull();
  expect(await read("")).toBeNull();
});

test("parts within parts without end are no report, and no fault", async () => {
  const level = (at: number) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`;
  const deep = Array.from({ length: 1_000 }, (_, at) => level(at)).join("");
  expect(await read(deep)).toBeNull();
});
