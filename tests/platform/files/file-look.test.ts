import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import lookAtFile from "~/platform/files/file-look-reader.server";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";
import { compound, office } from "../../support/sample-files";

const folder = mkdtempSync(path.join(tmpdir(), "look-"));
const bytes = (text: string) => Buffer.from(text, "latin1");

function onDisk(content: Buffer): string {
  const file = path.join(folder, String(Math.random()));
  writeFileSync(file, content);
  return file;
}

/** A box of a video, as its container writes them. */
const MOV = bytes("\0\0\0\x14ftypqt  \0\0\x02\0qt  \0\0\0\x08wide");
const WEBM = bytes(
  "\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm",
);

test.each([
  ["a PDF", bytes("%PDF-1.7\n%%EOF\n"), "pdf"],
  ["a video of a telephone", MOV, "mov"],
  ["a video", bytes("\0\0\0\x18ftypisom\0\0\x02\0isomiso2mp41"), "mp4"],
  ["a video of a browser", WEBM, "webm"],
  ["sound", bytes("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0"), "wav"],
  ["an old document", compound("WordDocument"), "doc"],
  ["text of more than a piece", Buffer.from("Grüße, ".repeat(300_000)), "text"],
] as const)("%s is known on the disk", async (_what, content, name) => {
  expect(await lookAtFile(onDisk(content))).toBe(name);
});

test("a document is known by its directory, and a stream's name wherever it stands", async () => {
  expect(await lookAtFile(onDisk(office("word/document.xml")))).toBe("docx");
  const far = Buffer.concat([compound(), Buffer.alloc(1024 * 1024 - 520), Buffer.from("WordDocument\0", "utf16le")]);
  expect(await lookAtFile(onDisk(far))).toBe("doc");
  const macros = Buffer.concat([
    compound("WordDocument"),
    Buffer.alloc(3_000_000),
    Buffer.from("_VBA_PROJECT\0", "utf16le"),
  ]);
  expect(await lookAtFile(onDisk(macros))).toBeNull();
});

test.each([
  ["a page", Buffer.from("<!doctype html>")],
  ["a page far down", Buffer.concat([Buffer.alloc(2_000_000, "a"), bytes("\0")])],
  ["nothing", Buffer.alloc(0)],
  ["a document with macros", office("word/document.xml", "word/vbaProject.bin")],
  ["a directory that begins behind the end", office("word/document.xml").fill(0xff, 150)],
])("%s is not kept", async (_what, content) => {
  expect(await lookAtFile(onDisk(content))).toBeNull();
});

test("it is looked at behind the door for foreign files", async () => {
  const look = untrustedReader<string, string | null>("app/platform/files/file-look-reader.server.ts");
  expect(await readUntrusted(look, onDisk(MOV))).toEqual({ ok: true, value: "mov" });
});
