import type { Designation } from "~/catalog/courses/designation";
import type { Context } from "~/platform/context";
import { type Outcome, refuse } from "~/platform/outcome";
import type { DrawingJob } from "~/documents/drawing/drawing-job";
import { findPerson } from "~/people/persons/person.server";
import { issue } from "./issuing.server";
import type { DocumentRefusal } from "./refusal";
import { takeTranscriptContent, type SectionMaker } from "./transcript-content.server";
import type { DocumentRow } from "./document.server";

interface TranscriptInput {
  personId: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  designation?: Designation | null | undefined;
  /** Who says what stands beside the credits. */
  sections?: readonly SectionMaker[];
}

/**
 * Issues the transcript of one's own credits: all, completed within two dates, or of one designation (D2, D3, D5). The
 * system itself, as in the demo's seed, may issue anybody's.
 */
export async function issueTranscript(
  ctx: Context,
  input: TranscriptInput,
): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  if (ctx.actor && ctx.actor.personId !== input.personId) return refuse("unknown-person");
  return issueTranscriptOf(ctx, input);
}

/** The same for whoever has made sure that the actor may see these credits. */
export async function issueTranscriptOf(
  ctx: Context,
  input: TranscriptInput,
  draw?: (job: DrawingJob) => Promise<Uint8Array>,
): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  const { personId, from = null, to = null, designation = null, sections = [] } = input;
  if (!findPerson(ctx.db, personId)) return refuse("unknown-person");
  return issue(ctx, {
    personId,
    series: `transcript:${from ?? ""}:${to ?? ""}:${designation ?? ""}`,
    take: (db) => {
      const taken = takeTranscriptContent(db, ctx.now, { personId, from, to, designation }, sections);
      return taken && taken.content.lines.length > 0 ? taken : null;
    },
    draw,
  });
}
