import { expect, test } from "vitest";
import { bounceBody } from "~/platform/mail/bounce-body";

const ID = "0190a5e2-7a1f-7000-8000-000000000001";
const BODY = { messageId: `<${ID}@hourbook.test>`, permanent: true, reason: "No such mailbox" };
const read = (value: unknown) => bounceBody(new TextEncoder().encode(JSON.stringify(value)));

const reported = (changes: object) => ({
  kind: "report",
  messageId: ID,
  recipients: [{ action: "failed", final: "", code: 0, status: "", words: "No such mailbox", ...changes }],
});

test.each([
  [{}, reported({})],
  [{ permanent: false }, reported({ action: "delayed" })],
  [{ messageId: ID.toUpperCase() }, reported({})],
  [{ reason: "  Full \n" }, reported({ words: "Full" })],
  [{ reason: "550 5.1.1 gone" }, reported({ words: "550 5.1.1 gone", code: 550, status: "5.1.1" })],
  [{ reason: "é".repeat(501) }, reported({ words: "é".repeat(500) })],
  [{ service: "Mailmaster", attempts: 3 }, reported({})],
])("what a mail service says of mail that came back: %j", (changes, expected) => {
  expect(read({ ...BODY, ...changes })).toMatchObject(expected);
});

test.each([
  ["no Message-ID", { messageId: undefined }],
  ["a Message-ID of another", { messageId: "<1234@elsewhere.example>" }],
  ["no word on whether it is for good", { permanent: undefined }],
  ["a word that is neither", { permanent: "true" }],
  ["no reason", { reason: " " }],
])("a report with %s is none", (_what, changes) => {
  expect(read({ ...BODY, ...changes })).toBeNull();
});

test.each([["{"], [""], ["null"], ["[]"], ['"text"']])("%j is no report", (text) => {
  expect(bounceBody(new TextEncoder().encode(text))).toBeNull();
});

test("bytes that are no text are no report", () => {
  expect(bounceBody(new Uint8Array([0xff, 0xfe, 0x00]))).toBeNull();
});
