import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { practicePieces } from "#drizzle/schema/microcredentials/assessors";
import { submissions } from "#drizzle/schema/microcredentials/portfolios";
import { type Definition, isWritten } from "~/microcredentials/definitions/definition";
import type { Content } from "~/microcredentials/portfolios/portfolio";
import type { Portfolio, Submission } from "~/microcredentials/portfolios/portfolio.server";
import type { Reader } from "~/platform/database/database.server";
import { anonymise } from "./anonymous";
import { tracesOf } from "./traces.server";

/** Condition on `submissions`: it is decided, and its author lets new assessors practise on it. */
export const isGiven = and(eq(submissions.forPractice, true), isNotNull(submissions.demonstrated));

/** Condition on joined pieces: chosen, and given by their authors until now. */
export const isInPractice = and(isNull(practicePieces.removedAt), isGiven);

/** The criteria that a submission was judged by: what an earlier round demonstrated was not asked again. */
export const judgedIn = ({ settled }: Pick<Submission, "settled">, { criteria }: Pick<Definition, "criteria">) =>
  criteria.filter(({ key }) => !settled.includes(key));

/** The texts of a submission without what gives its author away; without its files and links. */
export function readAnonymously(
  db: Reader,
  { content }: Pick<Submission, "content">,
  { personId }: Pick<Portfolio, "personId">,
  { evidence }: Pick<Definition, "evidence">,
): { key: string; title: string; words: string; text: string }[] {
  const traces = tracesOf(db, personId);
  return evidence
    .filter(({ kind }) => isWritten(kind))
    .map(({ key, title, words }) => {
      const { text } = (content as Content)[key] ?? { text: "" };
      return { key, title, words, text: anonymise(text, traces) };
    });
}
