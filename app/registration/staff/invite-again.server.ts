import { and, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { accounts, accountTokens, persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { claimDeadline } from "~/catalog/offerings/claim-deadline";
import { getPublishedFacts, type PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import { findScopedOffering } from "~/catalog/offerings/offering.server";
import { inviteAgain } from "~/people/accounts/invitation.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { LIVE_STATUSES } from "~/registration/seats/status";
import { BY_NAME } from "~/people/persons/person-names.server";

const DAY = 86_400_000;

/** For how long after the end of an offering an invitation works, where its hours can be claimed for ever. */
const CLAIMS_OPEN_MS = 365 * DAY;

/** What an invitation to an offering says, and until when its link works: its claims are closed by then. */
export function invitationTo({ courseTitle, offering }: PublishedFacts): { purpose: string; until: number } {
  const until = claimDeadline(offering, offering.policy) ?? offering.endsAt + CLAIMS_OPEN_MS;
  return { purpose: `a registration for ${courseTitle}`, until };
}

/** People of an offering who cannot sign in, and have an address to invite them at. */
export function listUninvited(db: Reader, offeringId: string) {
  return db
    .select({ person: persons })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(
      and(
        eq(registrations.offeringId, offeringId),
        inArray(registrations.status, [...LIVE_STATUSES]),
        isNotNull(persons.email),
        or(isNull(accounts.id), isNull(accounts.emailVerifiedAt)),
      ),
    )
    .orderBy(...BY_NAME)
    .all()
    .map(({ person }) => person);
}

/**
 * Invites people of an offering again who cannot sign in yet, each at most once a day (R8). Returns how many.
 * @param personIds whom; null for everyone
 */
export function inviteAgainTo(
  ctx: ScopedContext,
  offeringId: string,
  personIds: readonly string[] | null,
): Outcome<number, "unknown-offering" | "nobody-to-invite"> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, offeringId);
    if (!offering) return refuse("unknown-offering");
    const people = listUninvited(tx, offeringId).filter(({ id }) => personIds?.includes(id) ?? true);
    const lately = listInvitedSince(
      tx,
      people.map(({ id }) => id),
      ctx.now - DAY,
    );
    const due = people.filter(({ id }) => !lately.has(id));
    if (due.length === 0) return refuse("nobody-to-invite");
    const about = invitationTo(getPublishedFacts(tx, offeringId));
    for (const person of due) if (person.email) inviteAgain(tx, ctx, { ...person, email: person.email }, about);
    return ok(due.length);
  });
}

function listInvitedSince(db: Reader, personIds: string[], since: number): Set<string> {
  const rows = db
    .select({ personId: accountTokens.personId })
    .from(accountTokens)
    .where(
      and(
        eq(accountTokens.purpose, "invitation"),
        inArray(accountTokens.personId, personIds),
        gt(accountTokens.createdAt, since),
      ),
    )
    .all();
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}
