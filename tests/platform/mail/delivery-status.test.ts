import { expect, test } from "vitest";
import { codeIn, readDeliveryStatus, unfold } from "~/platform/mail/delivery-status";

test("fields that run over several lines are read whole", () => {
  const text =
    "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; Bo@A.example\nAction: failed\nStatus: 5.1.1 (bad)\nDiagnostic-Code: smtp; 550\n no\n";
  expect(readDeliveryStatus(text)).toEqual([
    { action: "failed", final: "bo@a.example", original: "", code: 550, status: "5.1.1", words: "550 no" },
  ]);
});

test("every recipient is read, whatever stands between two", () => {
  const of = (name: string, between: string) =>
    `Original-Recipient: rfc822;${name}@a.example${between}Final-Recipient: rfc822;${name}2@a.example\nAction: failed\nStatus: 5.1.1\n`;
  for (const gap of ["\n", "\r\n\r\n", ""]) {
    const read = readDeliveryStatus(`Reporting-MTA: dns; a\n\n${of("bo", "\n")}${gap}${of("cy", "\n")}`);
    expect(read.map(({ final, original }) => [final, original])).toEqual([
      ["bo2@a.example", "bo@a.example"],
      ["cy2@a.example", "cy@a.example"],
    ]);
  }
});

test("an original recipient may stand behind the final one", () => {
  const [read] = readDeliveryStatus(
    "Final-Recipient: rfc822; left@a.example\nAction: failed\nStatus: 5.1.1\nOriginal-Recipient: rfc822; staff@a.example\n",
  );
  expect(read).toMatchObject({ final: "left@a.example", original: "staff@a.example" });
});

test.each([
  ["Action: Failure\nStatus: 5.1.1", "failed"],
  ["Action: FAILED\nStatus: 5.1.1", "failed"],
  ["Action: delayed\nStatus: 4.4.1", "delayed"],
  ["Action: relayed (to a place without notices)\nStatus: 2.0.0", "relayed"],
  ["Status: 5.1.1", "failed"],
  ["Status: 4.4.7", "delayed"],
  ["Status: 2.1.5", "delivered"],
])("%j is %s", (fields, action) => {
  expect(readDeliveryStatus(`Final-Recipient: rfc822; a@b.example\n${fields}\n`)).toMatchObject([{ action }]);
});

test("what names no action and no status is about no recipient", () => {
  expect(readDeliveryStatus("Reporting-MTA: dns; a\n\nArrival-Date: today\n")).toEqual([]);
});

test.each([
  ["550 5.1.1 no", 550],
  ["550-5.1.1 no", 550],
  ["421", 421],
  ["host mx said: 554 5.7.1 no", 554],
  ["5.1.1", 0],
  ["port 2550 is shut", 0],
  ["", 0],
])("the code in %j is %i", (answer, code) => {
  expect(codeIn(answer)).toBe(code);
});

test("header fields are unfolded, and a line that begins with nothing stays", () => {
  expect(unfold("Message-ID:\r\n <a@b>\r\nTo: c\n\td\n\nText")).toBe("Message-ID: <a@b>\r\nTo: c d\n\nText");
});
