import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { educatorOf, issuerOf, lineOf, type Taken } from "~/documents/issuing/document-content.server";
import type { DocumentRow } from "~/documents/issuing/document.server";
import { issue } from "~/documents/issuing/issuing.server";
import type { DocumentRefusal } from "~/documents/issuing/refusal";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { findPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import type { Outcome } from "~/platform/outcome";
import { approvalYearOf, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { getRenewalFacts } from "~/renewal/progress/certificate-page.server";
import { renewalOf } from "~/renewal/progress/progress";
import { sectionsOfOthers, sectionsOfRequirements, sectionsOfTopics } from "./summary-sections";

/**
 * Issues the summary of the actor's own hours for the renewal of what they hold (N1–N4), under the key and letterhead of the
 * agency that runs this Hourbook (D5). Asking again for what has not changed gives the same document.
 */
export async function issueRenewalSummary(ctx: ActorContext): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  const { personId } = ctx.actor;
  return issue(ctx, {
    personId,
    series: "renewal-summary",
    take: (db) => takeRenewalSummary(db, ctx.now, personId),
  });
}

/** What the summary says now; null where nothing that somebody holds is renewed with hours. */
export function takeRenewalSummary(db: Reader, now: number, personId: string): Taken | null {
  const person = findPerson(db, personId);
  const facts = getRenewalFacts(db, personId);
  const found = renewalOf(facts, dateOf(now, REGION_TIME_ZONE));
  if (!person || !found) return null;
  const { renewal } = found;
  const provider = getHomeProvider(db);
  const counting = new Set(renewal.requirements.find(({ code }) => code === "TOTAL")?.sources);
  return {
    providerId: provider.id,
    timeZone: provider.timeZone,
    content: {
      kind: "renewal-summary",
      title: "Summary of hours for the renewal of a certificate",
      educator: educatorOf(db, person),
      provider: issuerOf(db, provider, approvalYearOf(dateOf(now, provider.timeZone))),
      window: renewal.window,
      before: sectionsOfRequirements(facts, renewal),
      lines: listCurrentCredits(db, personId)
        .filter(({ id }) => counting.has(id))
        .map(lineOf),
      sections: [...sectionsOfOthers(facts, renewal), ...sectionsOfTopics(facts, renewal)],
    },
  };
}
