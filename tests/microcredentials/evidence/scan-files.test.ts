import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { portfolioFileScans } from "#drizzle/schema/microcredentials/evidence";
import { portfolioFiles, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { openPortfolioFile, viewPortfolioFile } from "~/desks/microcredentials/portfolio-file.server";
import { removePortfolioFile } from "~/microcredentials/evidence/part-file.server";
import { countRefusedFiles, listRefusedFiles } from "~/microcredentials/evidence/refused-files.server";
import { scanWaiting } from "~/microcredentials/evidence/scan-files.server";
import { readContent } from "~/microcredentials/portfolios/portfolio.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { env, filesFolder } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { pathOf } from "~/platform/files/bytes.server";
import { sweepFiles } from "~/platform/files/file-sweep.server";
import { DAY, HOUR, setClock, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, type TestPerson } from "../../support/factories";
import { fill, makeCoordinator } from "../../support/microcredentials/portfolios";
import { beginWithFiles, tusAs } from "../../support/microcredentials/uploads";
import { readingsOf } from "../../support/readings";

const folder = mkdtempSync(path.join(tmpdir(), "scan-"));
const MINUTE = 60_000;

let db: Database;
let cora: ScopedContext;
let ada: TestPerson;
let begun: ReturnType<typeof beginWithFiles>;
const me = () => actingAs(db, ada);

beforeEach(() => {
  rmSync(filesFolder, { recursive: true, force: true });
  db = useTestDatabase();
  cora = makeCoordinator(db);
  ada = makePerson(db, { first: "Ada", last: "Ames" });
  begun = beginWithFiles(cora, me());
  fill(db, ada, begun.portfolioId);
});
afterEach(() => {
  env.EVIDENCE_SCAN_COMMAND = undefined;
});

/** A command of an operator's: it is given the file as `$1`. */
function command(script: string): void {
  const file = path.join(folder, `${Math.random()}.sh`);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o700);
  env.EVIDENCE_SCAN_COMMAND = file;
}

const send = (name: string, words: string) =>
  tusAs(me(), begun.portfolioId).send(begun.fileKey, name, Buffer.from(`%PDF-1.7\n% ${words}`));
const scan = (now = TEST_NOW, limitMs?: number) => scanWaiting(systemContext(db, now), limitMs ? { limitMs } : {});
const submit = () => submitPortfolio(me(), { portfolioId: begun.portfolioId, forPractice: false });
const rows = () => db.select().from(portfolioFileScans).all();
const fileAt = () => readContent(db, begun.portfolioId).content[begun.fileKey]!.files[0]!;

test("without a command nothing waits", async () => {
  await send("plan.pdf", "a plan");
  expect([rows(), fileAt().held]).toEqual([[], undefined]);
  expect(await scan()).toEqual({ clean: 0, refused: 0, putOff: 0 });
  done(submit());
});

test("a file waits for its check, unseen, and so does handing in; what is clean is open", async () => {
  command('test -r "$1"');
  await send("plan.pdf", "a plan");
  const { id, held } = fileAt();
  expect(held).toEqual({ verdict: "waiting" });
  expect((await openPortfolioFile(me(), id, new Headers())).status).toBe(409);
  expect(submit()).toMatchObject({ reason: "is-scanned" });
  expect(await scan()).toEqual({ clean: 1, refused: 0, putOff: 0 });
  expect(fileAt().held).toBeUndefined();
  expect((await openPortfolioFile(me(), id, new Headers())).status).toBe(200);
  done(submit());
  expect(await scan(TEST_NOW + DAY)).toEqual({ clean: 0, refused: 0, putOff: 0 });
});

test("what the command refuses is out of reach for good, with its reason, for its author, coordinators and the log", async () => {
  command('grep -q eicar "$1" && echo "Eicar-Test FOUND" && exit 1; exit 0');
  await send("bad.pdf", "eicar");
  expect(await scan()).toEqual({ clean: 0, refused: 1, putOff: 0 });
  const { id, held } = fileAt();
  expect(held).toEqual({ verdict: "refused", reason: "Eicar-Test FOUND" });
  const answer = await openPortfolioFile(me(), id, new Headers());
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining("Eicar-Test FOUND")]);
  // It does not count as evidence, and is not handed in beside what does.
  expect(submit()).toMatchObject({ reason: "incomplete" });
  await send("good.pdf", "a plan");
  await scan();
  done(submit());
  const { content } = db.select().from(submissions).get()!;
  expect(JSON.stringify(content)).not.toContain("bad.pdf");
  expect(JSON.stringify(content)).not.toContain("held");
  expect(() => viewPortfolioFile(cora, id)).toThrow();
  expect(countRefusedFiles(db, begun.microcredentialId)).toBe(1);
  expect(listRefusedFiles(cora, begun.microcredentialId).rows).toMatchObject([
    { file: "bad.pdf", reason: "Eicar-Test FOUND" },
  ]);
  expect(readingsOf(db, "portfolio.refused-files-listed")).toHaveLength(1);
  const audited = db.select().from(auditEntries).where(eq(auditEntries.action, "portfolio.file-quarantined")).all();
  expect(audited).toMatchObject([{ personId: ada.personId, detail: { name: "bad.pdf", reason: "Eicar-Test FOUND" } }]);
});

test("refused files are counted, not cut in silence, and more of them are shown to whoever asks", async () => {
  command("echo No; exit 1");
  await send("bad.pdf", "eicar");
  await scan();
  const [file, refused] = [db.select().from(portfolioFiles).get()!, rows()[0]!];
  for (let each = 0; each < 120; each++) {
    const fileId = newId();
    db.insert(portfolioFiles)
      .values({ ...file, id: fileId })
      .run();
    db.insert(portfolioFileScans)
      .values({ ...refused, fileId, decidedAt: TEST_NOW + each })
      .run();
  }
  const shown = (all?: boolean) => {
    const found = listRefusedFiles(cora, begun.microcredentialId, all);
    return [found.rows.length, found.total];
  };
  expect(shown()).toEqual([100, 121]);
  expect(shown(true)).toEqual([121, 121]);
});

test("its author takes a refused file away; on record it stays, and so do its bytes", async () => {
  command("echo No; exit 1");
  await send("bad.pdf", "eicar");
  await scan();
  const { id } = fileAt();
  done(removePortfolioFile(me(), { portfolioId: begun.portfolioId, fileId: id }));
  expect(readContent(db, begun.portfolioId).content[begun.fileKey]).toBeUndefined();
  expect(countRefusedFiles(db, begun.microcredentialId)).toBe(1);
  sweepFiles(systemContext(db, TEST_NOW + 9 * DAY));
  expect(sweepFiles(systemContext(db, TEST_NOW + 20 * DAY)).rows).toBe(0);
  expect(readFileSync(pathOf(db.select().from(portfolioFiles).get()!.fileHash), "utf8")).toContain("eicar");
});

test("a command that says neither, cannot be started or takes too long lets the file wait, longer each time", async () => {
  command("echo no signatures; exit 2");
  await send("plan.pdf", "a plan");
  expect(await scan()).toEqual({ clean: 0, refused: 0, putOff: 1 });
  expect(rows()).toMatchObject([{ verdict: "waiting", tries: 1, nextTryAt: TEST_NOW + MINUTE, reason: null }]);
  expect(await scan(TEST_NOW + MINUTE - 1)).toMatchObject({ putOff: 0 });
  env.EVIDENCE_SCAN_COMMAND = path.join(folder, "is-not-there");
  setClock(TEST_NOW + MINUTE);
  expect(await scan(TEST_NOW + MINUTE)).toMatchObject({ putOff: 1 });
  expect(rows()).toMatchObject([{ tries: 2, nextTryAt: TEST_NOW + 6 * MINUTE }]);
  const steps = path.join(folder, "steps");
  writeFileSync(steps, "");
  command(`sleep 600 & echo "$$ $!" >> ${steps}; wait; echo over >> ${steps}`);
  expect(await scan(TEST_NOW + HOUR, 500)).toMatchObject({ putOff: 1 });
  // It was ended before it was over, as a whole; where it was too slow to begin, nothing of it is there either.
  const ids = readFileSync(steps, "utf8").split(/\s/).filter(Boolean);
  expect(ids).not.toContain("over");
  for (const id of ids) await expect.poll(() => isRunning(Number(id))).toBe(false);
  expect(submit()).toMatchObject({ reason: "is-scanned" });
  command("exit 0");
  expect(await scan(TEST_NOW + DAY)).toMatchObject({ clean: 1 });
});

/** Whether a process of this id is there, and has not ended. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    // One that has ended stays listed until whoever it belongs to has noticed.
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${id}/status`, "utf8"));
  } catch {
    return false;
  }
}

test("two jobs at once check each file once; the command is given the file and none of our secrets", async () => {
  const log = path.join(folder, "log");
  writeFileSync(log, "");
  command(`sleep 0.2; echo "$# $1 \${SIGNING_SECRET:-none}\${DATABASE_FILE:-}" >> ${log}`);
  for (const words of ["one", "two"]) await send(`${words}.pdf`, words);
  const counts = await Promise.all([scan(), scan()]);
  expect(counts.reduce((sum, { clean }) => sum + clean, 0)).toBe(2);
  const lines = readFileSync(log, "utf8").trim().split("\n");
  const paths = db
    .select()
    .from(portfolioFiles)
    .all()
    .map(({ fileHash }) => `1 ${path.resolve(pathOf(fileHash))} none`);
  expect(lines.sort()).toEqual(paths.sort());
});
