import { TRANSCRIPT_SECTIONS } from "~/desks/transcript-sections.server";
import { undrawableNamesOf } from "~/documents/issuing/document-content.server";
import { undrawableIn } from "~/documents/typesetting/shaping.server";
import { getPerson } from "~/people/persons/person.server";
import { DOCUMENT_KINDS } from "~/documents/issuing/document-kind";
import { type DocumentRow, listDocuments, summarize } from "~/documents/issuing/document.server";
import type { DocumentRefusal } from "~/documents/issuing/refusal";
import { listTranscriptLines, makeSections, type Period } from "~/documents/issuing/transcript-content.server";
import { totalsOf } from "~/documents/issuing/transcript-parameters";
import { designationChoices, readPeriod, schoolYearChoices } from "~/documents/issuing/transcript-period";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { ActorContext } from "~/platform/context";
import type { Outcome } from "~/platform/outcome";

/** What the actor's transcript of the period in the page's address will say, and what was issued to them. */
export function getTranscriptPage(ctx: ActorContext, search: URLSearchParams, makers = TRANSCRIPT_SECTIONS) {
  const period = readPeriod(search);
  const { personId } = ctx.actor;
  const all = listTranscriptLines(ctx.db, personId, { from: null, to: null });
  const { from, to, designation, problem } = period;
  const within = (day: string) => (!from || day >= from) && (!to || day <= to);
  const counts = (codes: { code: string }[]) => !designation || codes.some(({ code }) => code === designation);
  const lines = problem ? [] : all.filter((line) => within(line.completedOn) && counts(line.designations));
  return {
    period,
    schoolYears: schoolYearChoices(all.map((line) => line.completedOn)),
    designations: designationChoices(all.flatMap((line) => line.designations.map(({ code }) => code))),
    hasAny: all.length > 0,
    lines,
    totals: totalsOf(lines),
    sections: lines.length > 0 ? makeSections(ctx.db, ctx.now, { personId, from, to, designation }, makers) : [],
    documents: listDocuments(ctx.db, personId, DOCUMENT_KINDS).map(summarize),
    timeZone: getHomeProvider(ctx.db).timeZone,
    undrawable: [
      ...undrawableNamesOf(ctx.db, getPerson(ctx.db, personId)),
      ...undrawableIn(lines.map(({ courseTitle, instructor }) => `${courseTitle} ${instructor}`).join(" ")),
    ],
  };
}

/** Issues the actor's own transcript of a period (D2, D3, D5), with whatever stands beside the credits. */
export async function issueOwnTranscript(
  ctx: ActorContext,
  period: Partial<Period>,
  makers = TRANSCRIPT_SECTIONS,
): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  return issueTranscript(ctx, { personId: ctx.actor.personId, ...period, sections: makers });
}
