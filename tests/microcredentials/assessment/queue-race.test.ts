import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, isNull } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { auditEntries } from "#drizzle/schema/platform";
import { badges } from "#drizzle/schema/microcredentials/badges";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { assessments, assessmentScores } from "#drizzle/schema/microcredentials/portfolios";
import { insertReferenceData } from "#seed/reference";
import { openDatabase } from "~/platform/database/database.server";
import { systemContext } from "../../support/context";
import { makePerson, psesd } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { makeAssessor, makeCoordinator, makeSubmission } from "../../support/microcredentials/portfolios";

const PORTFOLIOS = 30;

/** An assessor in a process of their own, who takes and scores whatever they get. */
function assessInProcess(
  file: string,
  assessorId: string,
  providerId: string,
): Promise<{ code: number | null; taken: number; scored: number; output: string }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/support/microcredentials/take-every-submission.ts", assessorId, providerId],
    {
      env: { ...process.env, DATABASE_FILE: file, HOURBOOK_MODE: "test", LOG_LEVEL: "silent" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) =>
    child.once("exit", (code) => {
      const [taken = -1, scored = -1] = (output.match(/\d+/g) ?? []).map(Number);
      resolve({ code, taken, scored, output });
    }),
  );
}

/** Two processes that sign whatever is due, at once. */
async function signInProcesses(file: string): Promise<void> {
  const sign = () =>
    new Promise<number | null>((resolve) => {
      const env = { ...process.env, DATABASE_FILE: file, HOURBOOK_MODE: "test", LOG_LEVEL: "silent" };
      const args = ["--import", "tsx", "tests/support/microcredentials/sign-every-badge.ts"];
      spawn(process.execPath, args, { env, stdio: "inherit" }).once("exit", resolve);
    });
  expect(await Promise.all([sign(), sign()])).toEqual([0, 0]);
}

test.each([
  ["two assessors, each in a process", 2],
  ["one assessor in two processes", 1],
] as const)(
  "M1 %s: no portfolio is held, scored, awarded or signed twice",
  async (_who, assessors) => {
    const folder = mkdtempSync(path.join(tmpdir(), "hourbook-queue-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, "queue.sqlite");
    const db = openDatabase(file);
    onTestFinished(() => void db.$client.close());
    insertReferenceData(systemContext(db));
    const id = makeMicrocredential(makeCoordinator(db), { providerId: psesd(db).id });
    for (let index = 0; index < PORTFOLIOS; index++) makeSubmission(db, makePerson(db), id);
    const one = makeAssessor(db).actor.personId;
    const two = assessors === 2 ? makeAssessor(db).actor.personId : one;

    const results = await Promise.all([one, two].map((each) => assessInProcess(file, each, psesd(db).id)));

    expect(results.map(({ code, output }) => [code, output.replace(/\d+/g, "n").trim()])).toEqual([
      [0, "n taken, n scored"],
      [0, "n taken, n scored"],
    ]);
    const sum = (what: "taken" | "scored") => results.reduce((total, result) => total + result[what], 0);
    expect([sum("taken"), sum("scored")]).toEqual([PORTFOLIOS, PORTFOLIOS]);
    const rows = db.select().from(assessments).all();
    expect([rows.length, new Set(rows.map(({ submissionId }) => submissionId)).size]).toEqual([PORTFOLIOS, PORTFOLIOS]);
    expect(db.select().from(assessmentScores).all()).toHaveLength(2 * PORTFOLIOS);
    expect(db.select().from(awards).all()).toHaveLength(PORTFOLIOS);
    const isRead = eq(outboxMessages.kind, "portfolio-being-read");
    expect(db.select().from(outboxMessages).where(isRead).all()).toHaveLength(PORTFOLIOS);
    await signInProcesses(file);
    const isAwarded = eq(outboxMessages.kind, "award-issued");
    expect(db.select().from(outboxMessages).where(isAwarded).all()).toHaveLength(PORTFOLIOS);
    const signed = db.select().from(auditEntries).where(eq(auditEntries.action, "badge.signed")).all();
    expect(signed).toHaveLength(PORTFOLIOS);
    expect(db.select().from(badges).where(isNull(badges.credential)).all()).toEqual([]);
  },
  120_000,
);
