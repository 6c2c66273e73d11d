import { salaryNudges } from "#drizzle/schema/staff/salary-nudges";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatPlainDate, plural } from "~/platform/format";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { addressee } from "~/registration/messages/offering-message.server";
import { mayBeNudged, type PersonWithClaims, WAITING_CLAIM_WORDS } from "./open-claim";
import { findOpenClaims } from "./open-claims.server";
import type { SalaryYear } from "./salary-year.server";

/**
 * Reminds people by mail of the claims that they have still to finish before the cut-off, each once with all of theirs and at
 * most once a week. Returns how many were reminded, and how many were passed over: reminded within the week, or without an
 * address.
 * @throws Response 404 when one of them has no such claim, or is not the organisation's (S1)
 */
export function nudgePeople(
  ctx: ScopedContext,
  salaryYear: SalaryYear,
  personIds: readonly string[],
): { sent: number; passedOver: number } {
  const { organisation } = salaryYear;
  return inTransaction(ctx.db, (tx) => {
    const wanted = [...new Set(personIds)];
    const people = findOpenClaims(tx, organisation.id, salaryYear, wanted);
    if (people.length !== wanted.length) throw notFound();
    const due = people.filter(({ nudgedAt, hasAddress }) => hasAddress && mayBeNudged(nudgedAt, ctx.now));
    for (const person of due) nudge(tx, ctx, salaryYear, person);
    if (due.length > 0)
      recordAudit(tx, ctx, {
        action: "salary-nudge.sent",
        subjectId: organisation.id,
        personIds: due.map(({ id }) => id),
        detail: { year: salaryYear.year },
      });
    return { sent: due.length, passedOver: people.length - due.length };
  });
}

function nudge(
  tx: Transaction,
  ctx: ScopedContext,
  { organisation, to, daysLeft }: SalaryYear,
  person: PersonWithClaims,
): void {
  const { personName, ...toWhom } = addressee(tx, person.id);
  enqueueMessage(tx, ctx, {
    kind: "claims-before-cutoff",
    subjectId: person.id,
    occasion: `${organisation.id} ${ctx.now}`,
    ...toWhom,
    payload: {
      personName,
      organisationName: organisation.name,
      cutoffOn: formatPlainDate(to),
      howSoon: daysLeft > 0 ? `in ${plural(daysLeft, "day")}` : daysLeft === 0 ? "today" : "over",
      claims: person.claims.map(({ title, waits }) => ({ title, waits: WAITING_CLAIM_WORDS[waits] })),
      claimsUrl: `${origin}/claims`,
    },
  });
  tx.insert(salaryNudges)
    .values({
      id: newId(),
      organisationId: organisation.id,
      personId: person.id,
      sentAt: ctx.now,
      sentBy: ctx.actor.personId,
    })
    .run();
}
