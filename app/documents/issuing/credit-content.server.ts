import { eq } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { listPayments } from "~/billing/fees/payment-row.server";
import { PAYMENT_KIND_LABELS } from "~/billing/fees/payment-kind";
import { getProvider } from "~/catalog/providers/provider.server";
import { getClaim } from "~/credits/claims/claim-row.server";
import { basisOf, findNewestOf } from "~/credits/ledger/credit-row.server";
import { type CurrentCredit, parseCredit } from "~/credits/ledger/ledger.server";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { getPerson } from "~/people/persons/person.server";
import type { Reader } from "~/platform/database/database.server";
import { formatMoney } from "~/platform/format";
import { dateOf } from "~/platform/time/time-zone";
import { joinWithin, LONGEST_PAID_HOW } from "./document-limits";
import { educatorOf, issuerOf, lineOf, type Taken } from "./document-content.server";

/** The credit that stands for the claim or award of a credit of any version; null when there is no such credit. */
export function findCurrentCredit(db: Reader, creditId: string): CurrentCredit | null {
  const named = db.select().from(credits).where(eq(credits.id, creditId)).get();
  const row = named && findNewestOf(db, basisOf(named));
  return row ? parseCredit(row) : null;
}

/** What the certificate of a credit says now (D2, D3). */
export function takeCertificateContent(db: Reader, credit: CurrentCredit): Taken {
  const { provider, shared } = takeShared(db, credit);
  return {
    providerId: provider.id,
    timeZone: provider.timeZone,
    content: { ...shared, kind: "certificate", title: "Certificate of clock hours" },
  };
}

/** What the SPI 1125-equivalent form of a credit says now (D4). The address is the educator's to give, or not. */
export function takeFormContent(db: Reader, credit: CurrentCredit, address: string | null): Taken {
  const { provider, person, shared } = takeShared(db, credit);
  // Hours of an award are signed for where the award is; the form leaves the line to sign on.
  const claim = credit.claimId === null ? null : getClaim(db, credit.claimId);
  return {
    providerId: provider.id,
    timeZone: provider.timeZone,
    content: {
      ...shared,
      kind: "registration-form",
      title: "In-service registration form (SPI 1125 equivalent)",
      address,
      workLocation: buildingOn(db, person.id, credit.snapshot.offering.completedOn),
      phone: person.phone,
      ...describePayments(claim ? listPayments(db, claim.id) : []),
      affidavit:
        claim?.claimedAt && claim.affidavitVersion
          ? { on: dateOf(claim.claimedAt, provider.timeZone), version: claim.affidavitVersion }
          : null,
    },
  };
}

/** The school or building in which somebody worked on a day, as far as it is entered and not disowned. */
function buildingOn(db: Reader, personId: string, day: string): string | null {
  const theirs = listAffiliations(db, personId).filter(({ disownedAt }) => disownedAt === null);
  return affiliationOn(theirs, day)?.building ?? null;
}

function takeShared(db: Reader, credit: CurrentCredit) {
  const provider = getProvider(db, credit.snapshot.provider.id);
  const person = getPerson(db, credit.personId);
  const shared = {
    educator: educatorOf(db, person),
    provider: issuerOf(db, provider, credit.snapshot.provider.approvalYear),
    approvedMinutes: credit.snapshot.offering.approvedMinutes,
    lines: [lineOf(credit)] as [ReturnType<typeof lineOf>],
  };
  return { provider, person, shared };
}

/** The money that came for a claim, and how, in words; a waiver is no money. */
function describePayments(payments: ReturnType<typeof listPayments>): { paidCents: number; paidHow: string } {
  const paid = payments.filter((payment) => payment.kind !== "waiver");
  const paidHow = payments.map(({ kind, amountCents, reference }) =>
    kind === "waiver" ? `Waived: ${reference}` : `${PAYMENT_KIND_LABELS[kind]} ${formatMoney(amountCents)}`,
  );
  return {
    paidCents: paid.reduce((sum, payment) => sum + payment.amountCents, 0),
    paidHow: joinWithin(paidHow, LONGEST_PAID_HOW),
  };
}
