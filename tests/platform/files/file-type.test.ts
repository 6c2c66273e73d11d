import fc from "fast-check";
import { expect, test } from "vitest";
import { findFileType, lookAtHead, Words } from "~/platform/files/file-type";
import { FILE_TYPES } from "~/platform/files/kept-type";
import { compound, office, zipOf } from "../../support/sample-files";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["a PDF", bytes("%PDF-1.7\n"), "pdf"],
  ["a PNG", bytes("\x89PNG\r\n\x1a\nrest"), "png"],
  ["a JPEG", bytes("\xff\xd8\xff\xe0rest"), "jpeg"],
  ["a GIF", bytes("GIF89arest"), "gif"],
  ["a WebP", bytes("RIFF\0\0\0\0WEBPVP8 "), "webp"],
  ["a Word document", office("word/document.xml"), "docx"],
  ["a sheet", office("xl/workbook.xml"), "xlsx"],
  ["slides", office("ppt/presentation.xml"), "pptx"],
  ["an old Word document", compound("WordDocument"), "doc"],
  ["an old sheet", compound("Workbook"), "xls"],
  ["a sheet within an old Word document", compound("Workbook", "WordDocument"), "doc"],
  ["old slides", compound("PowerPoint Document"), "ppt"],
  ["text", Buffer.from("Grüße,\r\n\tund Äpfel"), "text"],
  ["text with a mark of its encoding", Buffer.from("\ufeffname,hours\nAda,5"), "text"],
  ["a short text", Buffer.from("ok"), "text"],
  ["a video", bytes("\0\0\0\x18ftypisom\0\0"), "mp4"],
  ["a photo of a telephone", bytes("\0\0\0\x18ftypheic\0\0"), "heic"],
  ["a recording of a telephone", bytes("\0\0\0\x18ftypM4A \0\0"), "m4a"],
  ["a video of a telephone", bytes("\0\0\0\x14ftypqt  \0\0"), "mov"],
  ["a video of a browser", bytes("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm"), "webm"],
  ["sound without a head", bytes("RIFF\0\0\0\0WAVEfmt "), "wav"],
  ["free sound", bytes(`OggS${"\0".repeat(22)}\x01\x13OpusHead`), "ogg"],
  ["a tagged recording", bytes("ID3\x04rest"), "mp3"],
  ["a recording", bytes("\xff\xfb\x90\x64rest"), "mp3"],
] as const)("%s is known by its content", (_what, content, type) => {
  expect(findFileType(content)).toBe(FILE_TYPES[type]);
});

test.each([
  ["a page", Buffer.from("\n <!doctype html><p>Hello")],
  ["a page after some words", Buffer.from("Hello\n<script>alert(1)</script>")],
  ["a drawing", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["XML", Buffer.from('<?xml version="1.0"?><a/>')],
  ["a document with macros", office("word/document.xml", "word/vbaProject.bin")],
  ["a document that is two", office("word/document.xml", "xl/workbook.xml")],
  ["a ZIP of anything", zipOf("photo.jpg")],
  ["a ZIP whose directory is cut off", office("word/document.xml").subarray(0, 60)],
  ["a ZIP whose directory lies", office("word/document.xml").fill(0xff, 150)],
  ["an installer in a compound file", compound("Property")],
  ["a picture of a browser's own", bytes("\0\0\0\x18ftypavif\0\0")],
  ["any film", bytes("\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska")],
  ["a film in Ogg", bytes(`OggS${"\0".repeat(22)}\x01\x13\x80theora`)],
  ["an old document with macros", compound("WordDocument", "_VBA_PROJECT")],
  ["a program", bytes("MZ\x90\0\x03")],
  ["a program of another kind", bytes("\x7fELF\x02\x01")],
  ["any RIFF", bytes("RIFF\0\0\0\0AVI LIST")],
  ["text of another encoding", bytes("Gr\xfc\xdfe")],
  ["text in UTF-16", Buffer.from("\ufeffHello", "utf16le")],
  ["spaces", Buffer.from("  \n ")],
  ["nothing", Buffer.alloc(0)],
])("%s is not kept", (_what, content) => {
  expect(findFileType(content)).toBeNull();
});

test("whatever arrives, it is one of the types or none, and never a fault", () => {
  const heads = ["PK\x03\x04", "PK\x05\x06", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\xff", "ID3", ""].map(bytes);
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...heads), (a, b, c) => {
      const found = findFileType(Buffer.concat([a, b, c, b]));
      return found === null || Object.values<unknown>(FILE_TYPES).includes(found);
    }),
    { numRuns: 2_000 },
  );
});

test("the head says what else has to be looked at", () => {
  expect(lookAtHead(bytes("PK\x03\x04rest"))).toEqual({ beyond: "members" });
  expect(lookAtHead(compound())).toEqual({ beyond: "streams" });
  expect(lookAtHead(Buffer.from("Hello"))).toEqual({ beyond: "words" });
});

test("a text is the same in pieces, wherever it is cut", () => {
  const text = Buffer.from("Grüße, 中文");
  for (let at = 0; at <= text.length; at++) {
    const words = new Words();
    expect([words.takes(text.subarray(0, at)), words.takes(text.subarray(at)), words.ends()]).toEqual([
      true,
      true,
      true,
    ]);
  }
  const cut = new Words();
  expect([cut.takes(text.subarray(0, 3)), cut.ends()]).toEqual([true, false]);
});
