import { listDocuments, summarize } from "~/documents/issuing/document.server";
import { undrawableNamesOf } from "~/documents/issuing/document-content.server";
import { getPerson } from "~/people/persons/person.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { ActorContext } from "~/platform/context";
import { takeRenewalSummary } from "~/renewal/summary/renewal-summary.server";

/** What the summary of the actor's hours will say, and the summaries that were issued to them; null where nothing is renewed with hours. */
export function getApplicationPage(ctx: ActorContext) {
  const { personId } = ctx.actor;
  const content = takeRenewalSummary(ctx.db, ctx.now, personId)?.content;
  if (content?.kind !== "renewal-summary") return null;
  const { window, before, lines, sections } = content;
  return {
    window,
    before,
    lines,
    sections,
    undrawable: undrawableNamesOf(ctx.db, getPerson(ctx.db, personId)),
    documents: listDocuments(ctx.db, personId, ["renewal-summary"]).map(summarize),
    timeZone: getHomeProvider(ctx.db).timeZone,
  };
}
