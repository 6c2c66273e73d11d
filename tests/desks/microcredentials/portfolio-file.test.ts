import { rmSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { portfolioFiles } from "#drizzle/schema/microcredentials/portfolios";
import { openPortfolioFile, viewPortfolioFile } from "~/desks/microcredentials/portfolio-file.server";
import { handBack } from "~/microcredentials/assessment/assess.server";
import { listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { flushReadings } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import type { Database } from "~/platform/database/database.server";
import { filesFolder } from "~/platform/env.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd, type TestPerson } from "../../support/factories";
import { fill, makeAssessor, makeCoordinator, take } from "../../support/microcredentials/portfolios";
import { beginWithFiles, tusAs } from "../../support/microcredentials/uploads";
import { readingsOf } from "../../support/readings";

const MOV = Buffer.concat([
  Buffer.from("\0\0\0\x14ftypqt  \0\0\x02\0qt  \0\0\0\x08wide", "latin1"),
  Buffer.alloc(5_000, 7),
]);
const NAME = '<b onload="x">Lesson.mov';

let db: Database;
let cora: ScopedContext;
let ada: TestPerson;
let portfolioId: string;
let fileId: string;
const me = () => actingAs(db, ada);

beforeEach(async () => {
  rmSync(filesFolder, { recursive: true, force: true });
  db = useTestDatabase();
  cora = makeCoordinator(db);
  ada = makePerson(db, { first: "Ada" });
  const begun = beginWithFiles(cora, me());
  ({ portfolioId } = begun);
  expect((await tusAs(me(), portfolioId).send(begun.fileKey, NAME, MOV)).status).toBe(204);
  fileId = db.select().from(portfolioFiles).get()!.id;
  fill(db, ada, portfolioId);
});

const handIn = () => {
  done(submitPortfolio(me(), { portfolioId, forPractice: false }));
  return listSubmissions(db, portfolioId)[0]!.id;
};
const open = (ctx: ActorContext, range?: string) =>
  openPortfolioFile(ctx, fileId, new Headers(range ? { Range: range } : {})).then(
    ({ status }) => status,
    (thrown: Response) => thrown.status,
  );
const view = (ctx: ActorContext) => {
  try {
    return viewPortfolioFile(ctx, fileId);
  } catch (thrown) {
    return thrown as Response;
  }
};
const readings = () => {
  flushReadings();
  return readingsOf(db, "portfolio.file-read");
};

test("whoever judges it watches it in parts, which is one reading; its author's own are none", async () => {
  const assessor = makeAssessor(db);
  done(take(assessor, handIn()));
  expect(await open(me(), "bytes=0-")).toBe(206);
  expect(readings()).toEqual([]);
  expect(view(assessor).status).toBe(200);
  for (let at = 0; at < 5_000; at += 500) expect(await open(assessor, `bytes=${at}-${at + 499}`)).toBe(206);
  expect(await open(assessor, "bytes=9999-")).toBe(416);
  expect(readings()).toEqual([{ actorId: assessor.actor.personId, subjectId: fileId, personIds: [ada.personId] }]);
});

test("nobody else sees it: strangers, coordinators before it is handed in, assessors who do not hold it or handed it back", async () => {
  const [assessor, other] = [makeAssessor(db), makeAssessor(db)];
  const hr = makePerson(db);
  give(db, hr, "admin");
  const nobody = [actingAs(db, makePerson(db)), actingAs(db, hr), assessor, other];
  for (const ctx of [...nobody, cora]) expect([await open(ctx), view(ctx).status]).toEqual([404, 404]);
  const { id } = done(take(assessor, handIn()));
  for (const ctx of [assessor, cora]) expect([await open(ctx), view(ctx).status]).toEqual([200, 200]);
  for (const ctx of [actingAs(db, makePerson(db)), actingAs(db, hr), other]) expect(await open(ctx)).toBe(404);
  done(handBack(assessor, { assessmentId: id, reason: "other", words: "A friend" }));
  expect([await open(assessor), view(assessor).status]).toEqual([404, 404]);
  expect(psesd(db).id).toBe(cora.scopeIds[0]);
});

test("on the page for watching nothing can run, whatever the file is called", async () => {
  const answer = view(me());
  const policy = answer.headers.get("Content-Security-Policy")!;
  expect(policy).toContain("sandbox allow-same-origin allow-downloads;");
  expect(policy).not.toContain("script");
  expect(policy).toContain("default-src 'none'");
  const page = await answer.text();
  expect(page).toContain(`<video src="/portfolio-files/${fileId}"`);
  expect(page).toContain("Lesson.mov");
  expect(page).not.toMatch(/<script|<b |<iframe/);
  expect(page).toContain(`href="/portfolios/${portfolioId}"`);
});

test("a document is saved, and not looked at", async () => {
  db.update(portfolioFiles).set({ name: "plan.pdf" }).run();
  expect(view(me()).status).toBe(404);
  expect(await open(me())).toBe(200);
});
