import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { storedFiles } from "#drizzle/schema/files";
import { pathOf } from "~/platform/files/bytes.server";
import { eq } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { portfolioFileScans, portfolioUploads } from "#drizzle/schema/microcredentials/evidence";
import { assessments, portfolioFiles } from "#drizzle/schema/microcredentials/portfolios";
import { scoreSubmission, takeSubmission } from "~/microcredentials/assessment/assess.server";
import { findActiveVersion, findDraftVersion } from "~/microcredentials/definitions/definition.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { TEST_NOW } from "../clock";
import { actingAs } from "../database";
import { done } from "../done";
import type { makePerson } from "../factories";
import { makeMicrocredential, part } from "./definitions";
import { fill, makeSubmission } from "./portfolios";
import { type Cast, type Owner, TRAININGS } from "../../security/access/cast";

/** One of each state, of one owner's provider: published and drafts, a portfolio, what waits, what is held, and an award. */
export function microcredentialsOf(db: Database, cast: Cast, owner: Owner): Record<string, string> {
  const provider = cast.providers[owner];
  const coordinator = actingAs(db, cast.staff[`coordinator ${owner}`], { now: TEST_NOW, scopeIds: [provider] });
  const assessor = actingAs(db, cast.staff[`assessor ${owner}`], { now: TEST_NOW, scopeIds: [provider] });
  const learner = cast.learners[owner];
  const named = (what: string) => `${what} of ${TRAININGS[owner].word}`;
  const make = (what: string, more: object = {}) =>
    makeMicrocredential(coordinator, { providerId: provider, title: named(what), ...more });
  const draft = make("A draft", { isDraft: true });
  const { definition } = findDraftVersion(db, draft)!;
  const published = make("A competency");
  const begun = make("Something begun", {
    evidence: () => [part(), part({ kind: "file", title: "File", required: false, most: 5 })],
  });
  const { id: portfolio } = done(startPortfolio(actingAs(db, learner, { now: TEST_NOW }), begun));
  fill(db, learner, portfolio);
  const files = findActiveVersion(db, begun)!.definition.evidence[1]!.key;
  const add = (name: string) => {
    const id = newId();
    const what = { portfolioId: portfolio, partKey: files, fileHash: storedFileId(db) };
    db.insert(portfolioFiles)
      .values({ id, ...what, name, addedAt: TEST_NOW })
      .run();
    return id;
  };
  db.insert(portfolioFileScans)
    .values({
      fileId: add("refused.pdf"),
      verdict: "refused",
      reason: "Eicar",
      decidedAt: TEST_NOW,
      tries: 1,
      nextTryAt: 1,
    })
    .run();
  const [file, picture] = [add("plan.pdf"), add("board.png")];
  const upload = newId();
  db.insert(portfolioUploads)
    .values({
      id: upload,
      portfolioId: portfolio,
      partKey: files,
      name: "b.pdf",
      size: 9,
      changedAt: 1,
      startedAt: TEST_NOW,
    })
    .run();
  const waiting = makeSubmission(db, learner, make("Something handed in"));
  const read = makeSubmission(db, learner, make("Something read"));
  const held = done(takeSubmission(assessor, read.submissionId)).id;
  const given = make("Something awarded");
  return {
    "microcredential.draft": draft,
    "microcredential.published": published,
    "public.microcredential": given,
    "microcredential.awarded": given,
    "microcredential.refused": begun,
    criterion: definition.criteria[1]!.key,
    part: definition.evidence[0]!.key,
    portfolio,
    "portfolio.waiting": waiting.portfolioId,
    textPart: findActiveVersion(db, begun)!.definition.evidence[0]!.key,
    portfolioFile: file,
    portfolioPicture: picture,
    filePart: files,
    upload,
    submission: waiting.submissionId,
    assessment: held,
    asked: db.select().from(assessments).where(eq(assessments.id, held)).get()!.criteria[0]!,
    award: awardTo(db, assessor, learner, given),
  };
}

function awardTo(
  db: Database,
  assessor: Parameters<typeof takeSubmission>[0],
  learner: ReturnType<typeof makePerson>,
  microcredentialId: string,
): string {
  const { submissionId } = makeSubmission(db, learner, microcredentialId);
  const { id: assessmentId } = done(takeSubmission(assessor, submissionId));
  const { criteria } = db.select().from(assessments).where(eq(assessments.id, assessmentId)).get()!;
  const scores = criteria.map((criterion) => ({ criterion, level: "demonstrated" as const, comment: "" }));
  done(scoreSubmission(assessor, { assessmentId, scores, draw: () => 1 }));
  return db.select().from(awards).where(eq(awards.microcredentialId, microcredentialId)).get()!.id;
}

/** A kept file that nothing in the table of access is asked about otherwise. Returns its SHA-256. */
function storedFileId(db: Database): string {
  const bytes = Buffer.from("%PDF-1.4 a plan");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(path.dirname(pathOf(sha256)), { recursive: true });
  writeFileSync(pathOf(sha256), bytes);
  db.insert(storedFiles)
    .values({ sha256, size: bytes.length, contentType: "application/pdf", keptAt: TEST_NOW })
    .onConflictDoNothing()
    .run();
  return sha256;
}
