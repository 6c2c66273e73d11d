import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { offeringMaterials } from "#drizzle/schema/materials";
import { storedFiles } from "#drizzle/schema/files";
import { inTransaction } from "~/platform/database/database.server";
import { filesFolder } from "~/platform/env.server";
import { FILE_BYTES } from "~/platform/http/body-limit";
import { newId } from "~/platform/ids";
import { FILE_REFUSALS } from "~/platform/files/file-refusal";
import { checkFiles } from "~/platform/files/file-integrity.server";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { hasBytes, pathOf, unfinishedFolder } from "~/platform/files/bytes.server";
import { keepFile, receiveFile } from "~/platform/files/file-store.server";
import { sweepFiles } from "~/platform/files/file-sweep.server";
import { DAY, HOUR, TEST_NOW } from "../../support/clock";
import { systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson } from "../../support/factories";
import { fileOf, pdfOf } from "../../support/sample-files";

beforeEach(() => rmSync(filesFolder, { recursive: true, force: true }));

async function keep(db = useTestDatabase(), words = "one", now = TEST_NOW) {
  const ctx = systemContext(db, now);
  const file = done(await receiveFile(ctx, pdfOf(words)));
  inTransaction(db, (tx) => keepFile(tx, ctx, file));
  return { db, file };
}

/** Makes a row of another table name the file. */
function name(db: ReturnType<typeof useTestDatabase>, fileHash: string): void {
  const row = { id: newId(), offeringId: makeOffering(db).id, addedBy: makePerson(db).personId };
  db.insert(offeringMaterials)
    .values({ ...row, title: "Slides", audience: "everyone", position: 1, fileHash, extension: "pdf", addedAt: 1 })
    .run();
}

const rowsOf = (db: ReturnType<typeof useTestDatabase>) => db.select().from(storedFiles).all();

test("the same bytes are kept once, under their hash, whole and with nothing beside", async () => {
  const { db, file } = await keep();
  await keep(db);
  const place = pathOf(file.sha256);
  expect(place).toBe(path.join(filesFolder, file.sha256.slice(0, 2), file.sha256));
  expect(readFileSync(place)).toEqual(file.bytes);
  expect(readdirSync(unfinishedFolder)).toEqual([]);
  const { sha256, size, contentType } = file;
  expect(rowsOf(db)).toEqual([{ sha256, size, contentType, keptAt: TEST_NOW, unnamedAt: null }]);
});

test("what is empty, too large or of no known type is refused, and leaves nothing on the disk", async () => {
  const ctx = systemContext(useTestDatabase());
  for (const [file, reason] of [
    [fileOf(""), "no-file"],
    [fileOf(Buffer.alloc(FILE_BYTES + 1, "%PDF-1.7 ")), "file-too-large"],
    [fileOf("<!doctype html>", "handout.pdf", "application/pdf"), "unknown-file-type"],
  ] as const) {
    expect(await receiveFile(ctx, file)).toMatchObject({ ok: false, reason });
    expect(FILE_REFUSALS[reason]).toMatch(/\.$/);
  }
  expect(existsSync(filesFolder)).toBe(false);
});

test("bytes that are cut short or gone on the disk come back when the file is added again", async () => {
  const { db, file } = await keep();
  writeFileSync(pathOf(file.sha256), "half");
  expect(hasBytes(file)).toBe(false);
  await keep(db);
  expect(readFileSync(pathOf(file.sha256))).toEqual(file.bytes);
  rmSync(pathOf(file.sha256));
  inTransaction(db, (tx) => keepFile(tx, systemContext(db), file));
  expect(hasBytes(file)).toBe(true);
});

test("a file is swept away after nothing has named it for a day; what is named stays", async () => {
  const { db, file } = await keep();
  const { file: used } = await keep(db, "two");
  name(db, used.sha256);
  expect(sweepFiles(systemContext(db, TEST_NOW + DAY))).toEqual({ rows: 0, strays: 0 });
  expect(sweepFiles(systemContext(db, TEST_NOW + 2 * DAY - HOUR))).toEqual({ rows: 0, strays: 0 });
  expect(sweepFiles(systemContext(db, TEST_NOW + 2 * DAY))).toEqual({ rows: 1, strays: 0 });
  expect([existsSync(pathOf(file.sha256)), existsSync(pathOf(used.sha256))]).toEqual([false, true]);
  expect(rowsOf(db).map(({ sha256 }) => sha256)).toEqual([used.sha256]);
});

test("whatever table comes to name files is asked, and a file that is named or kept again begins anew", async () => {
  const { db, file } = await keep();
  sweepFiles(systemContext(db, TEST_NOW + DAY));
  db.$client.exec("create table later (file text references stored_files (sha256))");
  db.$client.prepare("insert into later values (?)").run(file.sha256);
  expect(sweepFiles(systemContext(db, TEST_NOW + 9 * DAY)).rows).toBe(0);
  expect(rowsOf(db)[0]!.unnamedAt).toBeNull();
  db.$client.exec("delete from later");
  expect(sweepFiles(systemContext(db, TEST_NOW + 10 * DAY)).rows).toBe(0);
  await keep(db, "one", TEST_NOW + 11 * DAY);
  expect(sweepFiles(systemContext(db, TEST_NOW + 11 * DAY)).rows).toBe(0);
  expect(sweepFiles(systemContext(db, TEST_NOW + 12 * DAY)).rows).toBe(1);
});

test("bytes without a row and what was never finished go after a day; what is not ours is left alone", async () => {
  const db = useTestDatabase();
  const { file } = await keep(db);
  const fresh = done(await receiveFile(systemContext(db, TEST_NOW + DAY), pdfOf("fresh")));
  const stray = done(await receiveFile(systemContext(db), pdfOf("stray")));
  const unfinished = path.join(unfinishedFolder, "half");
  const foreign = ["notes.txt", "ab"].map((each) => path.join(filesFolder, file.sha256.slice(0, 2), each));
  for (const each of [unfinished, ...foreign]) {
    writeFileSync(each, "x");
    utimesSync(each, 1, 1);
  }
  name(db, file.sha256);
  expect(sweepFiles(systemContext(db, TEST_NOW + DAY + HOUR))).toEqual({ rows: 0, strays: 2 });
  const left = [file, fresh, stray].map(({ sha256 }) => existsSync(pathOf(sha256)));
  expect(left).toEqual([true, true, false]);
  expect([unfinished, ...foreign].map((each) => existsSync(each))).toEqual([false, true, true]);
  rmSync(filesFolder, { recursive: true });
  expect(sweepFiles(systemContext(db, TEST_NOW + DAY)).strays).toBe(0);
});

test("a file leaves as an attachment that no browser runs and no cache keeps", async () => {
  const { file } = await keep();
  const response = await storedFileResponse(file, "Übung.pdf");
  expect(Object.fromEntries(response.headers)).toEqual({
    "accept-ranges": "bytes",
    "cache-control": "private, no-store, no-transform",
    "content-disposition": "attachment; filename=\"Ubung.pdf\"; filename*=UTF-8''%C3%9Cbung.pdf",
    "content-length": String(statSync(pathOf(file.sha256)).size),
    "content-security-policy": "sandbox; default-src 'none'",
    "content-type": "application/pdf",
    "cross-origin-resource-policy": "same-origin",
    etag: `"${file.sha256}"`,
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(file.bytes);
});

test("a player is given the part that it asks for, of the very file that it began with", async () => {
  const { file } = await keep();
  const ask = (headers: Record<string, string>) => storedFileResponse(file, "lesson.pdf", new Headers(headers));
  const part = await ask({ Range: "bytes=2-5" });
  expect(part.status).toBe(206);
  expect(part.headers.get("Content-Range")).toBe(`bytes 2-5/${file.size}`);
  expect(part.headers.get("Content-Length")).toBe("4");
  expect(await part.text()).toBe(file.bytes.toString("latin1").slice(2, 6));
  const end = await ask({ Range: "bytes=-3", "If-Range": `"${file.sha256}"` });
  expect([end.status, await end.text()]).toEqual([206, file.bytes.toString("latin1").slice(-3)]);
  const other = await ask({ Range: "bytes=2-5", "If-Range": '"another"' });
  expect([other.status, (await other.text()).length]).toEqual([200, file.size]);
  const beyond = await ask({ Range: `bytes=${file.size}-` });
  expect([beyond.status, beyond.headers.get("Content-Range")]).toEqual([416, `bytes */${file.size}`]);
});

test("a file whose bytes are missing or cut short is a page that says so", async () => {
  const { file } = await keep();
  for (const damage of [() => writeFileSync(pathOf(file.sha256), "half"), () => rmSync(pathOf(file.sha256))]) {
    damage();
    const response = await storedFileResponse(file, "handout.pdf");
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Disposition")).toBeNull();
    expect(await response.text()).toContain("This file is missing");
  }
});

test("a check of all files names those that are missing or changed", async () => {
  const { db, file } = await keep();
  const { file: second } = await keep(db, "two");
  const { file: third } = await keep(db, "six");
  rmSync(pathOf(second.sha256));
  writeFileSync(pathOf(third.sha256), Buffer.alloc(third.size));
  const { checked, damaged } = await checkFiles(db);
  expect(checked).toBe(3);
  expect(new Map(damaged.map(({ sha256, fault }) => [sha256, fault]))).toEqual(
    new Map([
      [second.sha256, "missing"],
      [third.sha256, "changed"],
    ]),
  );
  expect(damaged.some(({ sha256 }) => sha256 === file.sha256)).toBe(false);
});
