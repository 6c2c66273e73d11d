import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { documents } from "#drizzle/schema/documents";
import { affiliations, formerNames } from "#drizzle/schema/people";
import { daysOn } from "~/documents/issuing/document-parameters";
import { type TranscriptParameters, transcriptParameters } from "~/documents/issuing/transcript-parameters";
import type { Affiliation } from "~/people/affiliations/affiliation.server";
import type { Reader } from "~/platform/database/database.server";
import { logger } from "~/platform/logging/logger.server";
import { listFormerNameRows } from "~/people/names/former-name.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { judgePeople } from "~/hr/local-rules/judged-people.server";
import { listRulesOf } from "~/hr/local-rules/local-rule.server";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { type AcceptedSources, type ElsewhereMinutes, listElsewhere, readAccepted } from "./submitted-facts.server";

/** What an export needs to know of some people who belong or belonged to an organisation, as it has confirmed. */
export interface DistrictFacts {
  code: string;
  /** By person, latest first. */
  affiliations: Map<string, Affiliation[]>;
  /** By person: the latest that the organisation knows them by, whatever became of the entry. */
  employeeIds: Map<string, string>;
  /** By person, oldest first. */
  formerNames: Map<string, string[]>;
  /** S2: what an organisation's local rules say against a credit, by its id; only of those that fail one. */
  flags: Map<string, string>;
  /** What counts of hours from elsewhere, by person. */
  elsewhere: Map<string, ElsewhereMinutes[]>;
  /** What they submitted and the organisation accepted. */
  accepted: AcceptedSources;
  /** The code of the newest current transcript, by the credits on it. */
  transcriptCodes: Map<string, string>;
}

/** Loads the facts of some people, for an organisation, in as many statements however many they are. */
export function loadDistrictFacts(
  db: Reader,
  organisation: HrOrganisation,
  personIds: readonly string[],
): DistrictFacts {
  const theirs = [...personIds];
  const entries = db
    .select()
    .from(affiliations)
    .where(and(eq(affiliations.organisationId, organisation.id), inArray(affiliations.personId, theirs)))
    .orderBy(desc(affiliations.fromDate), desc(affiliations.id))
    .all();
  const byPerson = groupBy(
    entries.filter(({ confirmedAt }) => confirmedAt !== null),
    (row) => row.personId,
  );
  const names = groupBy(listFormerNameRows(db, inArray(formerNames.personId, theirs)), (row) => row.personId);
  const transcripts = db
    .select({ personId: documents.personId, code: documents.code, parameters: documents.parameters })
    .from(documents)
    .where(
      and(
        eq(documents.kind, "transcript"),
        isNull(documents.supersededById),
        isNull(documents.revokedAt),
        inArray(documents.personId, theirs),
      ),
    )
    .orderBy(asc(documents.issuedAt), asc(documents.id))
    .all();
  const accepted = readAccepted(db, organisation.id, theirs);
  return {
    code: organisation.code ?? "",
    affiliations: byPerson,
    employeeIds: new Map(
      entries.toReversed().flatMap((row) => (row.employeeId ? [[row.personId, row.employeeId]] : [])),
    ),
    formerNames: new Map([...names].map(([personId, rows]) => [personId, rows.map((row) => row.name)])),
    flags: readFlags(db, organisation, theirs),
    elsewhere: groupBy(listElsewhere(db, theirs, byPerson, accepted), (row) => row.personId),
    accepted,
    transcriptCodes: codesByCredit(transcripts, byPerson),
  };
}

/** Nothing where the organisation has no rules. */
function readFlags(db: Reader, { id }: HrOrganisation, personIds: string[]): Map<string, string> {
  if (listRulesOf(db, id).length === 0) return new Map();
  const judged = [...judgePeople(db, id, personIds).values()].flatMap(({ hours }) => [...hours.values()]);
  return new Map(judged.flatMap((each) => (each.words.length > 0 ? [[each.id, each.words.join("; ")]] : [])));
}

/** A stored transcript; null for one that cannot be read any more, which costs its lines their code and nobody the export. */
function readTranscript(parameters: string): TranscriptParameters | null {
  try {
    return transcriptParameters.parse(JSON.parse(parameters));
  } catch (error) {
    logger.error({ err: error }, "A stored transcript could not be read for an export");
    return null;
  }
}

/** S1: a transcript that also holds something of another time is no business of the district, and neither is its code. */
function codesByCredit(
  transcripts: { personId: string; code: string; parameters: string }[],
  byPerson: Map<string, Affiliation[]>,
): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { personId, code, parameters } of transcripts) {
    const transcript = readTranscript(parameters);
    if (!transcript) continue;
    const dates = byPerson.get(personId) ?? [];
    if (!daysOn(transcript).every((day) => affiliationOn(dates, day))) continue;
    for (const line of transcript.lines) codes.set(line.creditId, code);
  }
  return codes;
}

function groupBy<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
