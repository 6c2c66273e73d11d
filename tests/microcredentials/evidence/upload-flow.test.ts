import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { portfolioUploads } from "#drizzle/schema/microcredentials/evidence";
import { portfolioFiles } from "#drizzle/schema/microcredentials/portfolios";
import { addPortfolioFile, removePortfolioFile } from "~/microcredentials/evidence/part-file.server";
import { dropUpload, listPending, sweepUploads, uploadPath } from "~/microcredentials/evidence/upload.server";
import { UploadLock } from "~/microcredentials/evidence/upload-lock.server";
import { PORTFOLIO_REFUSALS } from "~/microcredentials/portfolios/refusal";
import { readContent } from "~/microcredentials/portfolios/portfolio.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { Database } from "~/platform/database/database.server";
import { evidenceLimits, filesFolder } from "~/platform/env.server";
import { pathOf, uploadsFolder } from "~/platform/files/bytes.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { DAY, HOUR, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, type TestPerson } from "../../support/factories";
import { fill, makeCoordinator } from "../../support/microcredentials/portfolios";
import { beginWithFiles, tusAs } from "../../support/microcredentials/uploads";
import { fileOf, office } from "../../support/sample-files";

const pdf = (words: string) => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF`);

let db: Database;
let ada: TestPerson;
let portfolioId: string;
let key: string;
const me = () => actingAs(db, ada);
const tus = () => tusAs(me(), portfolioId);
const files = () => db.select().from(portfolioFiles).all();

function begin(most = 3): void {
  ({ portfolioId, fileKey: key } = beginWithFiles(makeCoordinator(db), me(), most));
}

beforeEach(() => {
  rmSync(filesFolder, { recursive: true, force: true });
  db = useTestDatabase();
  ada = makePerson(db, { first: "Ada" });
  begin();
});

test("a file arrives in pieces, is asked for in between, and is kept under its hash", async () => {
  const bytes = pdf("a lesson".repeat(50));
  const begun = await tus().begin({ key, name: "Lesson.pdf", size: bytes.length });
  expect(begun.status).toBe(201);
  expect(begun.headers.get("Access-Control-Allow-Origin")).toBeNull();
  const id = tus().idOf(begun);
  expect((await tus().piece(id, 0, bytes.subarray(0, 100))).headers.get("Upload-Offset")).toBe("100");
  const asked = await tus().head(id);
  expect([asked.headers.get("Upload-Offset"), asked.headers.get("Upload-Length")]).toEqual(["100", `${bytes.length}`]);
  expect(listPending(db, portfolioId)).toMatchObject([{ id, name: "Lesson.pdf", arrived: 100, refusal: null }]);
  expect(files()).toEqual([]);
  expect((await tus().piece(id, 100, bytes.subarray(100))).status).toBe(204);
  const hash = sha256(bytes);
  expect(files()).toMatchObject([{ partKey: key, name: "Lesson.pdf", fileHash: hash }]);
  expect(readFileSync(pathOf(hash))).toEqual(bytes);
  expect(readdirSync(uploadsFolder)).toEqual([]);
  expect(listPending(db, portfolioId)).toEqual([]);
  // The browser missed the last answer: it is told that all of it is there.
  expect((await tus().head(id)).headers.get("Upload-Offset")).toBe(String(bytes.length));
  expect(readContent(db, portfolioId).content[key]!.files).toMatchObject([{ name: "Lesson.pdf", size: bytes.length }]);
});

test("a piece that belongs elsewhere changes nothing", async () => {
  const bytes = pdf("one");
  const id = tus().idOf(await tus().begin({ key, name: "a.pdf", size: bytes.length }));
  await tus().piece(id, 0, bytes.subarray(0, 5));
  expect((await tus().piece(id, 0, bytes.subarray(0, 5))).status).toBe(409);
  expect((await tus().piece(id, 9, bytes.subarray(9))).status).toBe(409);
  expect((await tus().piece(id, 5, pdf("much more than was said"))).status).toBe(413);
  expect(readFileSync(uploadPath(id))).toEqual(bytes.subarray(0, 5));
  expect((await tus().ask(id, { method: "GET" })).status).toBe(405);
  expect((await tus().ask(id, { method: "POST" })).status).toBe(405);
  expect((await tus().ask(id, { method: "HEAD" })).status).toBe(412);
});

test.each([
  ["a page in disguise", "lesson.pdf", Buffer.from("<!doctype html><script>"), "unknown-file-type"],
  ["a document with macros", "a.docx", office("word/document.xml", "word/vbaProject.bin"), "unknown-file-type"],
  ["a PDF that says it is a video", "lesson.mp4", pdf("x"), "name-differs"],
] as const)("%s is refused at its part for good, and nothing of it stays", async (_what, name, bytes, reason) => {
  const answer = await tus().send(key, name, bytes);
  expect([answer.status, await answer.text()]).toEqual([422, PORTFOLIO_REFUSALS[reason]]);
  const [pending] = listPending(db, portfolioId);
  expect(pending).toMatchObject({ name, refusal: reason, arrived: 0 });
  expect(readdirSync(uploadsFolder)).toEqual([]);
  expect((await tus().head(pending!.id)).status).toBe(422);
  const audited = db.select().from(auditEntries).where(eq(auditEntries.action, "portfolio.file-refused")).all();
  expect(audited).toMatchObject([{ personId: ada.personId, detail: { name, reason } }]);
  done(dropUpload(me(), { portfolioId, uploadId: pending!.id }));
  expect(listPending(db, portfolioId)).toEqual([]);
});

test("what is too large or does not fit is refused before its first byte, and room is kept for what arrives", async () => {
  const refusal = async (size: number) => {
    const answer = await tus().begin({ key, name: "a.mp4", size });
    return answer.status === 201 ? null : [answer.status, await answer.text()];
  };
  expect(await refusal(evidenceLimits.file + 1)).toEqual([413, PORTFOLIO_REFUSALS["evidence-too-large"]]);
  expect(await refusal(0)).toEqual([422, PORTFOLIO_REFUSALS["no-file"]]);
  const most = Math.floor(evidenceLimits.portfolio / evidenceLimits.file);
  for (let count = 0; count < most; count++) expect(await refusal(evidenceLimits.file)).toBeNull();
  expect(await refusal(evidenceLimits.file)).toEqual([413, PORTFOLIO_REFUSALS["portfolio-full"]]);
  expect((await tus().begin({ key, name: "a.mp4", size: "many" })).status).toBe(400);
  expect((await tus().begin({ key: "", name: "a.mp4", size: 1 })).status).toBe(400);
  const form = await addPortfolioFile(
    me(),
    { portfolioId, key, file: fileOf(Buffer.alloc(2e7, "%PDF-1.7 "), "a.pdf") },
    null,
  );
  expect(form.ok).toBe(true);
  db.update(portfolioUploads).set({ size: evidenceLimits.portfolio }).run();
  const full = await addPortfolioFile(me(), { portfolioId, key, file: fileOf(pdf("b"), "b.pdf") }, null);
  expect(full).toMatchObject({ reason: "portfolio-full" });
});

test("the same file twice is one, whichever way it comes; a place that was taken meanwhile is refused", async () => {
  begin(1);
  const second = await tus().begin({ key, name: "b.pdf", size: pdf("b").length });
  expect((await tus().send(key, "a.pdf", pdf("a"))).status).toBe(204);
  expect(await (await tus().piece(tus().idOf(second), 0, pdf("b"))).text()).toBe(PORTFOLIO_REFUSALS["too-many-files"]);
  expect(await (await tus().send(key, "c.pdf", pdf("c"))).text()).toBe(PORTFOLIO_REFUSALS["too-many-files"]);
  const [file] = files();
  const again = await addPortfolioFile(me(), { portfolioId, key, file: fileOf(pdf("a"), "a.pdf") }, null);
  expect(again).toEqual({ ok: true, value: { id: file!.id } });
  expect(await addPortfolioFile(me(), { portfolioId, key, file: fileOf(pdf("a"), "a.mp4") }, null)).toMatchObject({
    reason: "name-differs",
  });
  done(removePortfolioFile(me(), { portfolioId, fileId: file!.id }));
  expect(files()).toEqual([]);
});

test("only the author asks about a file, while the portfolio can be written in", async () => {
  const bytes = pdf("mine");
  const id = tus().idOf(await tus().begin({ key, name: "a.pdf", size: bytes.length }));
  const stranger = tusAs(actingAs(db, makePerson(db)), portfolioId);
  expect((await stranger.head(id)).status).toBe(404);
  expect((await stranger.piece(id, 0, bytes)).status).toBe(404);
  expect((await stranger.begin({ key, name: "a.pdf", size: 5 })).status).toBe(422);
  expect(dropUpload(actingAs(db, makePerson(db)), { portfolioId, uploadId: id })).toMatchObject({ ok: false });
  await tus().send(key, "b.pdf", pdf("another"));
  fill(db, ada, portfolioId);
  done(submitPortfolio(me(), { portfolioId, forPractice: false }));
  expect(await (await tus().piece(id, 0, bytes)).text()).toBe(PORTFOLIO_REFUSALS["not-writable"]);
  expect(files()).toHaveLength(1);
});

test("what was whole when its process ended is kept as soon as anybody asks", async () => {
  const bytes = pdf("left behind");
  const id = tus().idOf(await tus().begin({ key, name: "a.pdf", size: bytes.length }));
  writeFileSync(uploadPath(id), bytes);
  expect((await tus().head(id)).status).toBe(200);
  expect(files()).toHaveLength(1);
});

test("one request writes at a time; who ended without a word holds it for a minute", async () => {
  const id = tus().idOf(await tus().begin({ key, name: "a.pdf", size: 10 }));
  const first = new UploadLock(db, id);
  await first.lock();
  const aborted = AbortSignal.abort();
  await expect(new UploadLock(db, id).lock(aborted)).rejects.toThrow();
  db.update(portfolioUploads)
    .set({ heldUntil: TEST_NOW - 1 })
    .run();
  const second = new UploadLock(db, id);
  await second.lock(aborted);
  await first.unlock();
  expect(db.select().from(portfolioUploads).get()!.heldBy).not.toBeNull();
  await second.unlock();
  expect(db.select().from(portfolioUploads).get()!.heldBy).toBeNull();
});

test("what stops arriving goes a day after its last piece; what was refused is said for a day", async () => {
  const id = tus().idOf(await tus().begin({ key, name: "a.pdf", size: 100 }));
  await tus().piece(id, 0, pdf("half").subarray(0, 9));
  await tus().send(key, "b.mp4", pdf("refused"));
  utimesSync(uploadPath(id), (TEST_NOW + HOUR) / 1000, (TEST_NOW + HOUR) / 1000);
  expect(sweepUploads(systemContext(db, TEST_NOW + DAY - 1))).toBe(0);
  expect(sweepUploads(systemContext(db, TEST_NOW + DAY))).toBe(1);
  expect(listPending(db, portfolioId)).toMatchObject([{ id }]);
  writeFileSync(uploadPath("stray"), "x");
  utimesSync(uploadPath("stray"), 1, 1);
  expect(sweepUploads(systemContext(db, TEST_NOW + DAY + HOUR))).toBe(2);
  expect(db.select().from(portfolioUploads).all()).toEqual([]);
  expect(existsSync(uploadPath(id))).toBe(false);
  expect((await tus().head(id)).status).toBe(404);
});
