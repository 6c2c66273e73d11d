import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import { affiliations, persons } from "#drizzle/schema/people";
import { renewalShares } from "#drizzle/schema/renewal/sharing";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import type { Reader } from "~/platform/database/database.server";
import { inTurns } from "~/platform/serving/in-turns.server";
import { CERTIFICATE_KIND_WORDS, listRenewed } from "~/renewal/certificates/educator-certificate";
import { getRenewalFacts } from "~/renewal/progress/certificate-page.server";
import { renewalOf, selfReportedIn } from "~/renewal/progress/progress";
import { gapInWords } from "~/renewal/progress/requirement-words";
import type { RequirementCode } from "~/renewal/renewal";

/** More people than these, those whose last day comes first, are not reckoned with at once: it takes a second for each thousand. */
export const MOST_RECKONED = 2_000;

/** What somebody's renewal takes, as HR sees it. */
export interface RenewalStanding {
  personId: string;
  certificates: string;
  /** Plain date. */
  deadline: string;
  /** "12.5 more hours, 3 of them in equity"; null where nothing is missing. */
  missing: string | null;
  /** Minutes that count in this, for which nobody vouches but the person. */
  selfReported: number;
  /** Requirements that are not met. */
  lacks: RequirementCode[];
}

/**
 * Condition on `persons`: who works at an organization today, as it has confirmed, shows it what their renewal takes, and has a
 * last day. The wish is asked of each look, so that ending it hides everything at once (P2).
 */
export const showsRenewal = (db: Reader, organisationId: string, today: string): SQL | undefined =>
  and(
    isNotNull(persons.certificateExpiresOn),
    inArray(
      persons.id,
      db
        .select({ id: affiliations.personId })
        .from(affiliations)
        .innerJoin(
          renewalShares,
          and(
            eq(renewalShares.personId, affiliations.personId),
            eq(renewalShares.organisationId, affiliations.organisationId),
          ),
        )
        .where(
          and(
            isConfirmed,
            eq(affiliations.organisationId, organisationId),
            lte(affiliations.fromDate, today),
            or(isNull(affiliations.toDate), gte(affiliations.toDate, today)),
          ),
        ),
    ),
  );

/** How renewals stand, as far as they were reckoned. */
export interface Standings {
  standings: RenewalStanding[];
  /** Whether there are people beyond `MOST_RECKONED`, whose last day comes later. */
  isCut: boolean;
}

/**
 * How the renewals of those for whom a condition on `persons` holds stand, the earliest last days first, at most `MOST_RECKONED`. Other
 * requests have their turns meanwhile.
 */
export async function reckonStandings(db: Reader, where: SQL | undefined, today: string): Promise<Standings> {
  const people = db
    .select({ id: persons.id })
    .from(persons)
    .where(where)
    .orderBy(asc(persons.certificateExpiresOn), asc(persons.id))
    .limit(MOST_RECKONED + 1)
    .all();
  const standings = await inTurns(people.slice(0, MOST_RECKONED), ({ id }) => standingOf(db, id, today));
  return { standings: standings.filter((each) => each !== null), isCut: people.length > MOST_RECKONED };
}

/** How somebody's renewal stands; null where nothing is renewed with hours. Asks nobody for permission. */
export function standingOf(db: Reader, personId: string, today: string): RenewalStanding | null {
  const facts = getRenewalFacts(db, personId);
  const found = renewalOf(facts, today);
  if (!found) return null;
  const { requirements } = found.renewal;
  return {
    personId,
    certificates: listRenewed(facts.certificates)
      .map(({ kind }) => CERTIFICATE_KIND_WORDS[kind])
      .join(", "),
    deadline: found.deadline,
    missing: gapInWords(requirements),
    selfReported: selfReportedIn(facts, requirements),
    lacks: requirements.filter(({ met }) => !met).map(({ code }) => code),
  };
}
