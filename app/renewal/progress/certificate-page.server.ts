import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import { findPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { isRenewedKind, standing } from "~/renewal/certificates/educator-certificate";
import { listCertificates } from "~/renewal/certificates/educator-certificate.server";
import { toHeld } from "~/renewal/certificates/papers-page.server";
import { getQualifications } from "~/renewal/certificates/qualification.server";
import { nextInWords } from "~/renewal/ladder/ladder-words";
import { evaluateLadder } from "~/renewal/paraeducator";
import { listPersonSources } from "./person-sources.server";
import { progressOf, type RenewalFacts } from "./progress";
import { toParaSource } from "./renewal-sources";

/** Everything about somebody from which their renewal follows. Asks nobody for permission. */
export const getRenewalFacts = (db: Reader, personId: string): RenewalFacts => ({
  certificates: listCertificates(db, personId).map(toHeld),
  ...getQualifications(db, personId),
  hours: listPersonSources(db, personId),
});

/** What the actor holds, what the renewal of it still takes, and how far up the paraeducators' ladder they are. */
export function getCertificatePage(ctx: ActorContext) {
  const { personId } = ctx.actor;
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const facts = getRenewalFacts(ctx.db, personId);
  const held = standing(facts.certificates);
  return {
    today,
    held,
    progress: progressOf(facts, today),
    ladder: getLadder(ctx.db, personId, facts, today),
    enteredLastDay: held.length === 0 ? (findPerson(ctx.db, personId)?.certificateExpiresOn ?? null) : null,
  };
}

/** The first line of the actor's certificate page, for their desk; null while nothing is entered. */
export function findAnswer(ctx: ActorContext): string | null {
  const { progress, ladder } = getCertificatePage(ctx);
  return progress?.answer ?? ladder?.answer ?? null;
}

/** The ladder of whoever works as a paraeducator or holds a paraeducator's certificate; null for everybody else. */
function getLadder(db: Reader, personId: string, { certificates, hours }: RenewalFacts, today: string) {
  const works = listAffiliations(db, personId).filter(({ roleKind }) => roleKind === "paraeducator");
  const isOne = affiliationOn(works, today) !== undefined || certificates.some(({ kind }) => !isRenewedKind(kind));
  if (!isOne) return null;
  const ladder = evaluateLadder(hours.map(toParaSource));
  return { ...ladder, answer: nextInWords(ladder) };
}
