import { listChangeHistory } from "~/people/history/change-history.server";
import { findLastChange } from "~/people/persons/last-change.server";
import { findPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { CERTIFICATE_CHANGES } from "./certificate-changes";
import type { CertificateRefusal } from "./educator-certificate.server";
import { listCertificates } from "./educator-certificate.server";
import type { HeldCertificate } from "./educator-certificate";
import { dayOf } from "~/platform/format";
import { getQualifications } from "./qualification.server";

/** A certificate as pages show it. */
export const toHeld = ({ id, kind, issuedOn, expiresOn }: HeldCertificate): HeldCertificate => ({
  id,
  kind,
  issuedOn,
  expiresOn,
});

/** What the actor's papers say, and how that came about. */
export function getPapersPage(ctx: ActorContext) {
  const { personId } = ctx.actor;
  return {
    certificates: listCertificates(ctx.db, personId).map(toHeld),
    qualifications: getQualifications(ctx.db, personId),
    history: listChangeHistory(ctx.db, personId, CERTIFICATE_CHANGES),
    today: dateOf(ctx.now, REGION_TIME_ZONE),
  };
}

/** The last day that the actor entered before certificates had a page; null once a certificate says it. */
export function findEarlierLastDay(ctx: ActorContext): string | null {
  const { personId } = ctx.actor;
  if (listCertificates(ctx.db, personId).length > 0) return null;
  return findPerson(ctx.db, personId)?.certificateExpiresOn ?? null;
}

/** Who changed what the person's papers say last. */
export const findLastPaperChange = (db: Reader, personId: string) =>
  findLastChange(db, personId, [...CERTIFICATE_CHANGES.actions.keys()]);

/** A refusal in plain words, and the field that it is about. */
export function wordsOfRefusal(
  reason: CertificateRefusal,
  detail: Readonly<Record<string, string | number>> = {},
): { words: string; field?: string } {
  if (reason === "unknown-certificate") return { words: "This certificate is not there any more." };
  const [from, to] = [dayOf(String(detail.issuedOn)), detail.expiresOn ? dayOf(String(detail.expiresOn)) : "now"];
  return {
    words: `You entered one of this kind already, ${from} to ${to}. If it was renewed early, correct its last day first.`,
    field: "issuedOn",
  };
}
