import { eq } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { assessments } from "#drizzle/schema/microcredentials/portfolios";
import { scoreSubmission, takeSubmission } from "~/microcredentials/assessment/assess.server";
import { changeAward } from "~/microcredentials/awards/award.server";
import type { DefinitionForm } from "~/microcredentials/definitions/definition-form";
import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import { publishVersion } from "~/microcredentials/definitions/publication.server";
import { changeCriteria, changeEvidence } from "~/microcredentials/definitions/rubric.server";
import { createMicrocredential, saveDefinition } from "~/microcredentials/definitions/write-definition.server";
import { savePart } from "~/microcredentials/portfolios/part.server";
import { listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { DEFINITIONS, type DemoDefinition } from "../microcredentials";
import { must } from "./offerings";
import type { DemoPeople } from "./people";

const DAY = 86_400_000;
const PORTFOLIOS = 60;
const STATES = ["draft", "submitted", "read", "not-yet", "awarded", "awarded"] as const;
const EVIDENCE = [
  "We began every lesson with the same three minutes. In the second week I changed one thing, and wrote down what my students did.",
  "What surprised me was who spoke first. I would begin smaller next time, and ask my students what they noticed.",
];

interface Stage {
  people: DemoPeople;
  psesd: string;
  now: number;
}

/** Micro-credentials with portfolios in every state, each made as somebody would make it. */
export function insertMicrocredentials(tx: Transaction, { people, psesd, now }: Stage): void {
  people.grant(people.account("assessor"), "assessor", psesd);
  const scoped = (mailbox: "coordinator" | "assessor", at: number): ScopedContext => ({
    ...people.acting(people.account(mailbox), at),
    scopeIds: [psesd],
  });
  const coordinator = scoped("coordinator", now - 200 * DAY);
  const ids = DEFINITIONS.map((definition) => publish(coordinator, psesd, definition));
  stack(coordinator, psesd, ids.slice(0, 2));
  const authors = [people.account("educator"), ...people.educators.slice(200, 199 + PORTFOLIOS)];
  authors.forEach((author, index) => {
    const at = now - (10 + ((index * 7) % 80)) * DAY;
    const state = index === 0 ? "not-yet" : STATES[index % STATES.length]!;
    work(
      tx,
      (when) => people.acting(author, when),
      (when) => scoped("assessor", when),
      { id: ids[index % ids.length]!, at, state },
    );
  });
  const [first] = tx.select().from(awards).limit(1).all();
  if (first)
    must(
      changeAward(scoped("coordinator", now - DAY), {
        awardId: first.id,
        kind: "revoked",
        reason: "The evidence was another teacher’s work.",
      }),
    );
}

const form = (
  input: Partial<DefinitionForm> & Pick<DefinitionForm, "programArea" | "title" | "competency">,
): DefinitionForm => ({
  intent: "save",
  method: "",
  importance: "",
  sources: [],
  audience: "Everybody who works with students",
  audiences: [],
  example: "",
  alignment: [],
  promisedDays: 30,
  hours: 0,
  validYears: null,
  secondEvery: 5,
  courses: [],
  first: [],
  stack: [],
  ...input,
});

function publish(ctx: ScopedContext, providerId: string, definition: DemoDefinition): string {
  const { area, criteria, ...words } = definition;
  const written = form({
    ...words,
    programArea: area,
    sources: ["An invented handbook for the demo, second edition"],
    example: "Two weeks of notes, one page of what changed, and what you would do differently.",
    alignment: [
      { code: "TPEP 5", name: "Fostering a safe, positive learning environment", url: "https://k12.example/5" },
    ],
  });
  const { id } = must(createMicrocredential(ctx, { ...written, providerId }));
  must(saveDefinition(ctx, { ...written, id }));
  for (const [title, asked, demonstrated, notYet] of criteria)
    must(changeCriteria(ctx, id, { intent: "add", title, words: asked, demonstrated, notYet }));
  const part = { most: 1, leastWords: 10, mostWords: 1200, required: true, criteria: [] };
  const what = [
    { kind: "text" as const, title: "What you did", words: "Two weeks of your practice, and what your students did." },
    { kind: "reflection" as const, title: "What you learned", words: "What surprised you, and what you will change." },
  ];
  for (const each of what) must(changeEvidence(ctx, id, { intent: "add", ...part, ...each }));
  const files = { kind: "file" as const, title: "Materials", words: "Plans or pictures, without students in them." };
  must(changeEvidence(ctx, id, { intent: "add", ...part, ...files, most: 5, required: false }));
  must(publishVersion(ctx, id));
  return id;
}

function stack(ctx: ScopedContext, providerId: string, parts: string[]): void {
  const written = form({
    programArea: "equity",
    title: "Equity in the classroom",
    competency: "Teaches so that every student can stay in the lesson, and finds their own knowledge in it.",
    importance: "Safety and meaning belong together.",
    stack: parts,
  });
  const { id } = must(createMicrocredential(ctx, { ...written, providerId }));
  must(saveDefinition(ctx, { ...written, id }));
  must(publishVersion(ctx, id));
}

/** One person's work, as far as it is to go. */
function work(
  tx: Transaction,
  author: (at: number) => ReturnType<DemoPeople["acting"]>,
  assessor: (at: number) => ScopedContext,
  { id, at, state }: { id: string; at: number; state: (typeof STATES)[number] },
): void {
  const { id: portfolioId } = must(startPortfolio(author(at), id));
  const texts = findActiveVersion(tx, id)?.definition.evidence.filter(({ kind }) => kind !== "file") ?? [];
  texts.forEach(({ key }, index) =>
    must(savePart(author(at), { portfolioId, key, text: EVIDENCE[index] ?? "", links: [], revision: 0 })),
  );
  if (state === "draft") return;
  must(submitPortfolio(author(at + DAY), { portfolioId, forPractice: true }));
  const [submission] = listSubmissions(tx, portfolioId);
  if (state === "submitted" || !submission) return;
  const held = must(takeSubmission(assessor(at + 3 * DAY), { submissionId: submission.id, knowsNoConflict: true }));
  if (state === "read") return;
  const asked = tx.select().from(assessments).where(eq(assessments.id, held.id)).get()?.criteria ?? [];
  const scores = asked.map((criterion, index) =>
    state === "not-yet" && index > 0
      ? { criterion, level: "not-yet" as const, comment: "Tell us what your students did, not only what you planned." }
      : { criterion, level: "demonstrated" as const, comment: "The second page shows it clearly." },
  );
  must(scoreSubmission(assessor(at + 4 * DAY), { assessmentId: held.id, scores, draw: () => 1 }));
}
