import { and, desc, eq, isNull } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { documents } from "#drizzle/schema/documents";
import { type CurrentCredit, isNewestVersion, parseCredit } from "~/credits/ledger/ledger.server";
import { type DocumentRow, summarize } from "~/documents/issuing/document.server";
import { holdsPrivateContact } from "~/documents/issuing/document-kind";
import { daysOn, readParameters } from "~/documents/issuing/document-parameters";
import { listFormerNames } from "~/people/names/former-name.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading, type Reader } from "~/platform/database/database.server";
import { logger } from "~/platform/logging/logger.server";
import { notFound } from "~/platform/http/responses.server";
import { affiliationOn, type AffiliationDates } from "~/people/affiliations/affiliation-dates";
import { listAwardsWithin } from "~/hr/awards/award-list.server";
import { getPersonRenewal } from "~/hr/renewals/person-renewal.server";
import { findDegree, listDegreeHistory } from "~/hr/local-rules/degree-date.server";
import { judgePeople } from "~/hr/local-rules/judged-people.server";
import { listAcceptedSubmissions } from "~/hr/submitted/submitted-rows.server";
import { isWithinAffiliation, listAffiliationsWithin } from "~/hr/hr-scope.server";
import { findPerson } from "~/people/persons/person.server";
import { doesCount } from "~/renewal/outside/outside-hours";
import { listOutsideHours } from "~/renewal/outside/outside-hours.server";
import { toShownOutside } from "~/renewal/outside/outside-shown";

/**
 * A person of the actor's organisations: their affiliations with these, and what they completed while those lasted (S1),
 * latest first. Looking is audited (P5).
 * @throws Response 404 when the person never belonged to one of them
 */
export function getDistrictPerson(ctx: ScopedContext, personId: string) {
  return inReading(ctx.db, (tx) => {
    const affiliations = listAffiliationsWithin(tx, personId, ctx.scopeIds);
    const person = findPerson(tx, personId);
    const districts = [...new Map(affiliations.map((each) => [each.organisationId, each.organisation]))];
    if (!person || affiliations.length === 0) throw notFound();
    recordReading(ctx, { action: "hr.person-read", subjectId: personId, personIds: [personId] });
    return {
      name: staffNameOf(person),
      formerNames: listFormerNames(tx, personId),
      certificateNumber: person.certificateNumber,
      affiliations: affiliations.map(
        ({ id, organisation, roleKind, title, employeeId, building, fromDate, toDate }) => ({
          id,
          organisation,
          roleKind,
          title,
          employeeId,
          building,
          fromDate,
          toDate,
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

/**
 * A document that HR may open: all that it shows was completed while the person belonged to an organisation of the
 * actor (S1), and no private contact stands on it (P3). Null otherwise. Looking is audited (P5).
 */
export function findDocumentInScope(ctx: ScopedContext, documentId: string): DocumentRow | null {
  return inReading(ctx.db, (tx) => {
    const row = tx.select().from(documents).where(eq(documents.id, documentId)).get();
    if (!row || holdsPrivateContact(row.kind)) return null;
    if (!isInScope(row, listAffiliationsWithin(tx, row.personId, ctx.scopeIds))) return null;
    recordReading(ctx, { action: "hr.document-read", subjectId: row.id, personIds: [row.personId] });
    return row;
  });
}

/** None for a document that cannot be read any more: then nobody but the person has it in scope. */
function daysOf(row: Pick<DocumentRow, "parameters">): string[] {
  try {
    return daysOn(readParameters(row));
  } catch (error) {
    logger.error({ err: error }, "A stored document could not be read");
    return [];
  }
}

/** S1: whether all that a document shows was completed within these affiliations. */
export function isInScope(row: Pick<DocumentRow, "parameters">, affiliations: readonly AffiliationDates[]): boolean {
  const days = daysOf(row);
  return days.length > 0 && days.every((day) => affiliationOn(affiliations, day) !== undefined);
}

function listCreditsWithin(tx: Reader, personId: string, organisationIds: readonly string[]): CurrentCredit[] {
  return tx
    .select()
    .from(credits)
    .where(and(eq(credits.personId, personId), isNewestVersion, isWithinAffiliation(organisationIds)))
    .orderBy(desc(credits.completedOn), desc(credits.id))
    .all()
    .map(parseCredit);
}

function listTranscriptsWithin(tx: Reader, personId: string, affiliations: readonly AffiliationDates[]): DocumentRow[] {
  return tx
    .select()
    .from(documents)
    .where(and(eq(documents.personId, personId), eq(documents.kind, "transcript"), isNull(documents.supersededById)))
    .orderBy(desc(documents.issuedAt), desc(documents.id))
    .all()
    .filter((row) => isInScope(row, affiliations));
}
