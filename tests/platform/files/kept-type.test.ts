import { expect, test } from "vitest";
import { extensionFor, FILE_TYPES, KEPT_TYPES_ACCEPT, KEPT_TYPES_WORDS, labelOf } from "~/platform/files/kept-type";

test("the end of a name is kept where it fits the content, and mended where it lies", () => {
  expect(extensionFor(FILE_TYPES.text, "Roster.CSV")).toBe("csv");
  expect(extensionFor(FILE_TYPES.text, "notes.html")).toBe("txt");
  expect(extensionFor(FILE_TYPES.pdf, "handout.exe")).toBe("pdf");
  expect(extensionFor(FILE_TYPES.jpeg, "photo")).toBe("jpg");
});

test("people read what is kept, and what a file is", () => {
  expect(labelOf(FILE_TYPES.pptx.contentType)).toBe("PowerPoint");
  expect(labelOf("application/x-gone")).toBe("File");
  expect(KEPT_TYPES_ACCEPT).toContain(".pdf,");
  for (const { label } of Object.values(FILE_TYPES)) expect(KEPT_TYPES_WORDS).toContain(label);
});
