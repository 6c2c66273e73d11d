import { expect, test } from "vitest";
import {
  extensionFor,
  FILE_TYPES,
  fitsName,
  KEPT_TYPES_ACCEPT,
  KEPT_TYPES_WORDS,
  labelOf,
  mediumOf,
  mediumOfName,
} from "~/platform/files/kept-type";

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

test("a name fits the content, or has no end that could be wrong", () => {
  expect(fitsName(FILE_TYPES.mov, "Lesson.MOV")).toBe(true);
  expect(fitsName(FILE_TYPES.mov, "lesson")).toBe(true);
  expect(fitsName(FILE_TYPES.pdf, "lesson.mov")).toBe(false);
  expect(fitsName(FILE_TYPES.mp4, "lesson.mp4.exe")).toBe(false);
});

test("pictures, videos and sound are shown in a page, nothing else", () => {
  expect(Object.values(FILE_TYPES).map(({ contentType }) => mediumOf(contentType))).toEqual(
    expect.arrayContaining(["picture", "video", "audio", null]),
  );
  expect(mediumOf("image/heic")).toBe("picture");
  expect(mediumOf("audio/mp4")).toBe("audio");
  expect(mediumOf("application/pdf")).toBeNull();
  expect(["a.MOV", "b.heic", "c.m4a", "d.pdf", "mp4"].map(mediumOfName)).toEqual([
    "video",
    "picture",
    "audio",
    null,
    "video",
  ]);
});
