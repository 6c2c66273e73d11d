import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storedFiles } from "#drizzle/schema/files";
import { portfolioFiles } from "#drizzle/schema/microcredentials/portfolios";
import { beginUpload } from "~/microcredentials/evidence/upload.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs } from "../../support/context";
import { done } from "../../support/done";
import { makePerson } from "../../support/factories";
import { type JobPlace, makeJobPlace } from "../../support/job-process";
import { makeCoordinator } from "../../support/microcredentials/portfolios";
import { beginWithFiles } from "../../support/microcredentials/uploads";

let place: JobPlace;
beforeEach(() => (place = makeJobPlace("", TEST_NOW)));
afterEach(() => place.remove());

const PIECES = 24;
const hear = (child: ChildProcess) => new Promise<unknown>((resolve) => child.once("message", resolve));

test("two processes that append to one file write each piece once, and keep it once", async () => {
  const { db } = place;
  const ada = makePerson(db);
  const me = actingAs(db, ada);
  const { portfolioId, fileKey: key } = beginWithFiles(makeCoordinator(db), me);
  const bytes = Buffer.from("%PDF-1.7\n".padEnd(PIECES * 64 * 1024, "a lesson "));
  const file = path.join(path.dirname(place.env.DATABASE_FILE!), "lesson.pdf");
  writeFileSync(file, bytes);
  const { id } = done(beginUpload(me, { portfolioId, key, name: "lesson.pdf", size: bytes.length, changedAt: 1 }));
  const folder = path.join(path.dirname(file), "files");
  mkdirSync(path.join(folder, "uploads"), { recursive: true });
  writeFileSync(path.join(folder, "uploads", id), "");
  const start = () =>
    fork("tests/support/microcredentials/upload-process.ts", [ada.personId, ada.accountId, portfolioId, id, file], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, ...place.env, FILES_DIR: folder },
    });
  const children = [start(), start()];
  await Promise.all(children.map(hear));
  const counted = children.map(hear);
  for (const child of children) child.send("go");
  const counts = (await Promise.all(counted)) as Record<number, number>[];
  const sum = (status: number) => counts.reduce((total, each) => total + (each[status] ?? 0), 0);
  expect(sum(204)).toBe(PIECES);
  expect(db.select().from(portfolioFiles).all()).toHaveLength(1);
  expect(db.select().from(storedFiles).all()).toMatchObject([{ sha256: sha256(bytes), size: bytes.length }]);
  expect(readFileSync(path.join(folder, sha256(bytes).slice(0, 2), sha256(bytes)))).toEqual(bytes);
});
