import { expect, test } from "vitest";
import { decodeText } from "~/platform/text/decode-text";

const NAMES = "José Núñez;Ňuňez;Đinh\r\nŁuk;佐藤\r\n";
const bytes = (text: string, encoding: BufferEncoding, mark: number[] = []) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)]);
const utf32 = (text: string, little: boolean, mark: number[]) =>
  Buffer.concat([
    Buffer.from(mark),
    ...[...text].map((character) => {
      const buffer = Buffer.alloc(4);
      if (little) buffer.writeUInt32LE(character.codePointAt(0)!);
      else buffer.writeUInt32BE(character.codePointAt(0)!);
      return buffer;
    }),
  ]);

test.each([
  ["UTF-8", bytes(NAMES, "utf8"), NAMES],
  ["UTF-8 with a byte order mark", bytes(NAMES, "utf8", [0xef, 0xbb, 0xbf]), NAMES],
  ["UTF-16 as Excel saves it", bytes(NAMES, "utf16le", [0xff, 0xfe]), NAMES],
  ["UTF-16, the other way round", bytes(NAMES, "utf16le", [0xff, 0xfe]).swap16(), NAMES],
  ["UTF-16 without a mark", bytes("Ana;Sample\r\n", "utf16le"), "Ana;Sample\r\n"],
  ["UTF-16, the other way round, without a mark", bytes("Ana;Samplé", "utf16le").swap16(), "Ana;Samplé"],
  ["UTF-32", utf32(NAMES, true, [0xff, 0xfe, 0, 0]), NAMES],
  ["UTF-32, the other way round", utf32(NAMES, false, [0, 0, 0xfe, 0xff]), NAMES],
  ["Windows-1252", bytes("José “Pepe” Núñez".replace(/[“”]/g, "x"), "latin1"), "José xPepex Núñez"],
  ["quotes of Windows-1252", Buffer.from([0x93, 0x41, 0x94, 0xe9, 0x0a]), "“A”é\n"],
  ["Macintosh, whose lines end so", Buffer.from([0x4a, 0x6f, 0x73, 0x8e, 0x0d, 0x42, 0x0d]), "José\rB\r"],
  [
    "two files put together",
    Buffer.concat([bytes("Jörg\n", "utf8"), bytes("José\n", "latin1"), bytes("佐藤", "utf8")]),
    "Jörg\nJosé\n佐藤",
  ],
  ["nothing", Buffer.alloc(0), ""],
])("text is read in %s", (_name, given, text) => {
  expect(decodeText(given)).toEqual({ ok: true, text });
});

test.each([
  [Buffer.from("PK\x03\x04rest"), "an Excel workbook or another packed file"],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "an old Excel workbook"],
  [Buffer.from("%PDF-1.7"), "a PDF"],
  [Buffer.from("a\0\0\0b"), "no text"],
])("what is no text is called what it is: %o", (given, kind) => {
  expect(decodeText(given)).toEqual({ ok: false, kind });
});
