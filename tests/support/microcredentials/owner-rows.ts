import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { storedFiles } from "#drizzle/schema/files";
import { pathOf } from "~/platform/files/bytes.server";
import { eq } from "drizzle-orm";
import { assessorScopes, practicePieces } from "#drizzle/schema/microcredentials/assessors";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { portfolioFileScans, portfolioUploads } from "#drizzle/schema/microcredentials/evidence";
import { assessments, portfolioFiles } from "#drizzle/schema/microcredentials/portfolios";
import { findActiveVersion, findDraftVersion } from "~/microcredentials/definitions/definition.server";
import { claimAwardHours } from "~/microcredentials/hours/award-hours.server";
import { approveHours } from "~/microcredentials/hours/hours-decision.server";
import { findAwardPage, saveAwardPage } from "~/microcredentials/awards/award-page.server";
import { findCurrentBadge } from "~/microcredentials/badges/badge.server";
import { listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import { scoreSubmission } from "~/microcredentials/assessment/assess.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { changePracticeConsent } from "~/microcredentials/practice/consent.server";
import { choosePiece } from "~/microcredentials/practice/choose-pieces.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { TEST_NOW } from "../clock";
import { badges } from "#drizzle/schema/microcredentials/badges";
import { demonstrate } from "./awards";
import { actingAs } from "../database";
import { done } from "../done";
import type { makePerson } from "../factories";
import { makeMicrocredential, part } from "./definitions";
import { admit, fill, makeSubmission, take } from "./portfolios";
import { type Cast, type Owner, TRAININGS } from "../../security/access/cast";

/** One of each state, of one owner's provider: published and drafts, a portfolio, what waits, what is held, and an award. */
export function microcredentialsOf(db: Database, cast: Cast, owner: Owner): Record<string, string> {
  const provider = cast.providers[owner];
  const coordinator = actingAs(db, cast.staff[`coordinator ${owner}`], { now: TEST_NOW, scopeIds: [provider] });
  const assessor = actingAs(db, cast.staff[`assessor ${owner}`], { now: TEST_NOW, scopeIds: [provider] });
  admit(db, cast.staff[`assessor ${owner}`], provider);
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
  const add = (name: string) => insertFile(db, { portfolioId: portfolio, partKey: files, name });
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
  const held = done(take(assessor, read.submissionId)).id;
  const given = make("Something awarded", {
    hours: 420,
    evidence: () => [part(), part({ kind: "file", title: "File", required: false, most: 3 })],
  });
  done(approveHours(coordinator, { microcredentialId: given, committeeMetOn: "2026-10-01" }));
  const practised = practiceOf(db, cast, owner, make("Something practised on"));
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
    ...awardTo(db, assessor, learner, given),
    ...practised,
    assessorScope: db.select().from(assessorScopes).where(eq(assessorScopes.providerId, provider)).get()!.id,
  };
}

/** A piece of practice, decided by somebody else than the assessor of the table. */
function practiceOf(db: Database, cast: Cast, owner: Owner, microcredentialId: string): Record<string, string> {
  const provider = cast.providers[owner];
  const acting = (name: "coordinator" | "registrar") =>
    actingAs(db, cast.staff[`${name} ${owner}`], { now: TEST_NOW, scopeIds: [provider] });
  const learner = cast.learners[owner];
  const judge = acting("registrar");
  const scope = admit(db, { personId: judge.actor.personId }, provider, { microcredentialId });
  const { portfolioId, submissionId } = makeSubmission(db, learner, microcredentialId);
  const { id: assessmentId } = done(take(judge, submissionId));
  const { criteria } = db.select().from(assessments).where(eq(assessments.id, assessmentId)).get()!;
  const scores = criteria.map((criterion) => ({ criterion, level: "demonstrated" as const, comment: "" }));
  done(scoreSubmission(judge, { assessmentId, scores, draw: () => 1 }));
  db.delete(assessorScopes).where(eq(assessorScopes.id, scope)).run();
  done(changePracticeConsent(actingAs(db, learner, { now: TEST_NOW }), { portfolioId, allows: true }));
  done(choosePiece(acting("coordinator"), microcredentialId, submissionId));
  const piece = db.select().from(practicePieces).where(eq(practicePieces.submissionId, submissionId)).get()!;
  return {
    "microcredential.practised": microcredentialId,
    "portfolio.awarded": portfolioId,
    piece: piece.id,
    pieceSubmission: submissionId,
    "pieceCriterion.first": criteria[0]!,
    "pieceCriterion.second": criteria[1]!,
  };
}

/** An award with a badge, and a page on which its holder shows a file. */
function awardTo(
  db: Database,
  assessor: ScopedContext,
  learner: ReturnType<typeof makePerson>,
  microcredentialId: string,
): Record<string, string> {
  const author = actingAs(db, learner, { now: TEST_NOW });
  const { id: portfolioId } = done(startPortfolio(author, microcredentialId));
  fill(db, learner, portfolioId);
  const partKey = findActiveVersion(db, microcredentialId)!.definition.evidence[1]!.key;
  const shownFile = insertFile(db, { portfolioId, partKey });
  done(submitPortfolio(author, { portfolioId, forPractice: false }));
  demonstrate(db, assessor, listSubmissions(db, portfolioId)[0]!.id);
  const award = db.select().from(awards).where(eq(awards.microcredentialId, microcredentialId)).get()!.id;
  done(claimAwardHours(author, award));
  const { id, code } = findCurrentBadge(db, award)!;
  db.update(badges)
    .set({ credential: JSON.stringify({ id: code, proof: {} }), signedAt: TEST_NOW })
    .where(eq(badges.id, id))
    .run();
  const choice = { isPublic: true, shown: [partKey], shownFiles: [shownFile], inBadge: false, revision: 0 };
  done(saveAwardPage(author, { awardId: award, ...choice }));
  return { award, badge: code, awardPage: findAwardPage(db, award)!.code, shownFile };
}

function insertFile(db: Database, of: { portfolioId: string; partKey: string; name?: string }): string {
  const id = newId();
  const row = { id, name: "plan.pdf", ...of, fileHash: storedFileId(db), addedAt: TEST_NOW };
  db.insert(portfolioFiles).values(row).run();
  return id;
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
