import { and, desc, eq } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { type CurrentCredit, isNewestVersion, parseCredit } from "~/credits/ledger/ledger.server";
import { summarize } from "~/documents/issuing/document.server";
import { listFormerNames } from "~/people/names/former-name.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { affiliationOn, type AffiliationDates } from "~/people/affiliations/affiliation-dates";
import { listAwardsWithin } from "~/hr/awards/award-list.server";
import { getPersonRenewal } from "~/hr/renewals/person-renewal.server";
import { findDegree, listDegreeHistory } from "~/hr/local-rules/degree-date.server";
import { judgePeople } from "~/hr/local-rules/judged-people.server";
import { listHrNotes } from "~/hr/notes/hr-note.server";
import { listAcceptedSubmissions } from "~/hr/submitted/submitted-rows.server";
import { isSeenBy, listAffiliationsWithin } from "~/hr/hr-scope.server";
import { findPerson } from "~/people/persons/person.server";
import { doesCount } from "~/renewal/outside/outside-hours";
import { listOutsideHours } from "~/renewal/outside/outside-hours.server";
import { toShownOutside } from "~/renewal/outside/outside-shown";
import { listTranscriptsWithin } from "./person-documents.server";
import { pageTimeline } from "./timeline";
import { listTimeline } from "./timeline.server";

/**
 * A person of the actor's organisations: their affiliations with these, and what they completed while those lasted (S1),
 * latest first. Looking is audited (P5).
 * @param page of the timeline, counted from 1
 * @throws Response 404 when the person never belonged to one of them
 */
export function getDistrictPerson(ctx: ScopedContext, personId: string, page = 1) {
  return inReading(ctx.db, (tx) => {
    const affiliations = listAffiliationsWithin(tx, personId, ctx.scopeIds);
    const person = findPerson(tx, personId);
    const districts = [...new Map(affiliations.map((each) => [each.organisationId, each.organisation]))];
    if (!person || affiliations.length === 0) throw notFound();
    recordReading(ctx, { action: "hr.person-read", subjectId: personId, personIds: [personId] });
    const { timeZone } = getHomeProvider(tx);
    const timeline = { personId, affiliations, organisations: new Map(districts), now: ctx.now, timeZone };
    return {
      timeZone,
      districts: districts.map(([value, label]) => ({ value, label })),
      notes: listHrNotes(
        tx,
        personId,
        districts.map(([id]) => id),
      ),
      timeline: pageTimeline(listTimeline(tx, timeline), page),
      name: staffNameOf(person),
      formerNames: listFormerNames(tx, personId),
      certificateNumber: person.certificateNumber,
      affiliations: affiliations.map(
        ({ id, organisation, roleKind, title, employeeId, building, fromDate, toDate }) => ({
          ...{ id, organisation, roleKind, title, employeeId, building, fromDate, toDate },
        }),
      ),
      credits: listCreditsWithin(tx, personId, ctx.scopeIds),
      flags: readFlags(tx, districts, personId),
      degrees: districts.map(([organisationId, organisation]) => ({
        organisationId,
        organisation,
        ...findDegree(tx, organisationId, personId),
        history: listDegreeHistory(tx, organisationId, personId),
      })),
      awards: listAwardsWithin(tx, { personId, organisationIds: ctx.scopeIds, now: ctx.now }),
      outside: listOutsideWithin(tx, personId, affiliations),
      submitted: listAcceptedSubmissions(tx, personId, ctx.scopeIds),
      transcripts: listTranscriptsWithin(tx, personId, affiliations).map(summarize),
      ...getPersonRenewal(tx, ctx, personId, affiliations),
    };
  });
}

/** S1: what they earned elsewhere while they belonged to one of these organisations, with who vouches for it. */
const listOutsideWithin = (tx: Reader, personId: string, affiliations: readonly AffiliationDates[]) =>
  listOutsideHours(tx, personId)
    .filter(({ state, completedOn }) => doesCount(state) && affiliationOn(affiliations, completedOn))
    .map(toShownOutside);
/** S2: what local rules say against each credit, by its id; with whose rule it is where there are several districts. */
function readFlags(db: Reader, districts: [id: string, name: string][], personId: string): Record<string, string[]> {
  const flags: Record<string, string[]> = {};
  for (const [organisationId, name] of districts) {
    const judged = judgePeople(db, organisationId, [personId]).get(personId)!;
    for (const { id, words } of judged.hours.values()) {
      const said = districts.length > 1 ? words.map((each) => `${name}: ${each}`) : words;
      if (said.length > 0) flags[id] = [...(flags[id] ?? []), ...said];
    }
  }
  return flags;
}

function listCreditsWithin(tx: Reader, personId: string, organisationIds: readonly string[]): CurrentCredit[] {
  return tx
    .select()
    .from(credits)
    .where(and(eq(credits.personId, personId), isNewestVersion, isSeenBy(organisationIds)))
    .orderBy(desc(credits.completedOn), desc(credits.id))
    .all()
    .map(parseCredit);
}
