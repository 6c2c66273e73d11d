import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { assessments, portfolioFiles } from "#drizzle/schema/microcredentials/portfolios";
import { handBack, scoreSubmission } from "~/microcredentials/assessment/assess.server";
import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import { savePart } from "~/microcredentials/portfolios/part.server";
import { listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { pathOf } from "~/platform/files/bytes.server";
import { newId } from "~/platform/ids";
import { TEST_NOW } from "../../support/clock";
import { actingAs } from "../../support/database";
import { done } from "../../support/done";
import { makeMicrocredential, part } from "../../support/microcredentials/definitions";
import { take } from "../../support/microcredentials/portfolios";
import type { World } from "../access/world";

/** How far a planted portfolio went. */
export const STAGES = ["draft", "held", "scored"] as const;
export type Stage = (typeof STAGES)[number];

/** What stands in a planted portfolio and nowhere else, by where. */
export const PLACES = ["text", "link", "file-name", "file-bytes", "comment"] as const;
export type Place = (typeof PLACES)[number];

/** The word by which evidence would be found in an answer. */
export const needle = (stage: Stage, place: Place): string => `zq${stage}${place.replace("-", "")}qz`;

/** A portfolio of the insider's with evidence in every part. Returns what the table of access calls things by. */
export function plant(world: World, stage: Stage, whoHandsBack: ScopedContext): Record<string, string> {
  const { db, cast } = world;
  const provider = cast.providers.ash;
  const staff = (name: "coordinator ash" | "assessor ash") =>
    actingAs(db, cast.staff[name], { now: TEST_NOW, scopeIds: [provider] });
  const me = actingAs(db, cast.learners.ash, { now: TEST_NOW });
  const microcredentialId = makeMicrocredential(staff("coordinator ash"), {
    providerId: provider,
    title: `Planted, ${stage}`,
    evidence: () => [
      part({ leastWords: 0 }),
      part({ kind: "link", title: "Film", most: 2 }),
      part({ kind: "file", title: "Plan", most: 2 }),
    ],
  });
  const { id: portfolioId } = done(startPortfolio(me, microcredentialId));
  const [text, link, file] = findActiveVersion(db, microcredentialId)!.definition.evidence.map(({ key }) => key);
  const written = { portfolioId, revision: 0 };
  done(savePart(me, { ...written, key: text!, text: `We ${needle(stage, "text")} daily.`, links: [] }));
  done(savePart(me, { ...written, key: link!, text: "", links: [`https://${needle(stage, "link")}.example/`] }));
  const fileId = addFile(world, stage, portfolioId, file!);
  const ids = { portfolio: portfolioId, portfolioFile: fileId, submission: "none", assessment: "none" };
  if (stage === "draft") return aliased(ids);
  done(submitPortfolio(me, { portfolioId, forPractice: false }));
  const submissionId = listSubmissions(db, portfolioId)[0]!.id;
  const given = done(take(whoHandsBack, submissionId)).id;
  done(handBack(whoHandsBack, { assessmentId: given, reason: "knows-author", words: "" }));
  const { id: assessmentId } = done(take(staff("assessor ash"), submissionId));
  if (stage === "scored") {
    const { criteria } = db.select().from(assessments).where(eq(assessments.id, assessmentId)).get()!;
    const comment = `More of ${needle(stage, "comment")}, please.`;
    const scores = criteria.map((criterion) => ({ criterion, level: "not-yet" as const, comment }));
    done(scoreSubmission(staff("assessor ash"), { assessmentId, scores, draw: () => 1 }));
  }
  return aliased({ ...ids, submission: submissionId, assessment: assessmentId });
}

/** The names under which the table of access asks for a portfolio. */
const aliased = (ids: Record<"portfolio" | "portfolioFile" | "submission" | "assessment", string>) => ({
  ...ids,
  "portfolio.waiting": ids.portfolio,
  "portfolio.awarded": ids.portfolio,
  pieceSubmission: ids.submission,
});

function addFile({ db }: World, stage: Stage, portfolioId: string, partKey: string): string {
  const bytes = Buffer.from(`%PDF-1.4 ${needle(stage, "file-bytes")}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(path.dirname(pathOf(sha256)), { recursive: true });
  writeFileSync(pathOf(sha256), bytes);
  const stored = { sha256, size: bytes.length, contentType: "application/pdf", keptAt: TEST_NOW };
  db.insert(storedFiles).values(stored).run();
  const id = newId();
  const name = `${needle(stage, "file-name")}.pdf`;
  db.insert(portfolioFiles).values({ id, portfolioId, partKey, fileHash: sha256, name, addedAt: TEST_NOW }).run();
  return id;
}
