import { expect, test } from "vitest";
import { ATTACHMENTS_BYTES } from "~/platform/http/body-limit";
import { messageForm, MOST_FILES } from "~/registration/messages/message-form";
import { errorsOf } from "../../support/form";
import { pdfOf } from "../../support/sample-files";

const WORDS = { statuses: ["registered"], subject: "News", body: "Hello.", nonce: "n" };

test("files may go with a message: none, as a browser posts no file, or some", () => {
  expect(messageForm.parse(WORDS).files).toEqual([]);
  expect(messageForm.parse({ ...WORDS, files: [undefined] }).files).toEqual([]);
  expect(messageForm.parse({ ...WORDS, files: [pdfOf("a"), pdfOf("b")] }).files).toHaveLength(2);
});

test("too many files, and too large ones in total, are refused", () => {
  const files = Array.from({ length: MOST_FILES + 1 }, () => pdfOf("a"));
  expect(errorsOf(messageForm, { ...WORDS, files })).toEqual(["files: Attach at most 5 files."]);
  const half = new File([new Uint8Array(ATTACHMENTS_BYTES / 2 + 1)], "half.pdf");
  expect(errorsOf(messageForm, { ...WORDS, files: [half, half] })).toEqual([
    "files: The files are larger than 10 MB in total. Attach fewer, or add them to the offering’s materials.",
  ]);
});

// To whom, and what is missing.
test.each([
  [{ statuses: [] }, ["statuses: Choose whom you write to."]],
  [{ audience: "district" }, ["districts: Choose whom you write to."]],
  [{ audience: "chosen" }, ["people: Choose whom you write to."]],
  [{ audience: "not-claimed", statuses: [] }, []],
  [{ audience: "everybody" }, ["audience: Choose whom you write to."]],
  [{ intent: "keep-template", statuses: [] }, ["templateName: Give the template a name."]],
  [{ intent: "keep-template", statuses: [], templateName: "Parking" }, []],
])("%j", (values, errors) => expect(errorsOf(messageForm, { ...WORDS, ...values })).toEqual(errors));

test("what is in braces and stands for nothing is refused with words", () => {
  const [subject, body, ...others] = errorsOf(messageForm, { ...WORDS, subject: "For {nmae}", body: "{name} {when}" });
  expect([subject, body]).toEqual([
    expect.stringMatching(/^subject: \{nmae\} stands for nothing/),
    expect.stringMatching(/^body: \{when\} stands for nothing. In braces you can write \{name\}/),
  ]);
  expect(others).toEqual([]);
});
