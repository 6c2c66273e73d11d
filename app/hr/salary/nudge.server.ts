import { and, count, sql } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { salaryNudges } from "#drizzle/schema/staff/salary-nudges";
import { affiliatedWith } from "~/hr/hr-scope.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { isAmong } from "~/platform/database/among.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import { formatPlainDate, plural } from "~/platform/format";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { addressee } from "~/registration/messages/offering-message.server";
import { mayBeNudged, type PersonWithClaims, WAITING_CLAIM_WORDS } from "./open-claim";
import { findOpenClaims } from "./open-claims.server";
import type { SalaryYear } from "./salary-year.server";

/** So many people are reminded in one transaction. */
const AT_ONCE = 200;

/** How many were reminded, and how many were passed over: reminded within the week, without an address, or with nothing open any more. */
interface Nudged {
  sent: number;
  passedOver: number;
}

/**
 * Reminds people by mail of the claims that they have still to finish before the cut-off, each once with all of theirs and at
 * most once a week.
 * @throws Response 404 when one of them never belonged to the organisation (S1)
 */
export function nudgePeople(ctx: ScopedContext, salaryYear: SalaryYear, personIds: readonly string[]): Nudged {
  const wanted = [...new Set(personIds)];
  if (countTheirs(ctx.db, salaryYear.organisation.id, wanted) !== wanted.length) throw notFound();
  const total: Nudged = { sent: 0, passedOver: 0 };
  for (let first = 0; first < wanted.length; first += AT_ONCE) {
    const some = wanted.slice(first, first + AT_ONCE);
    const sent = nudgeSome(ctx, salaryYear, some);
    total.sent += sent;
    total.passedOver += some.length - sent;
  }
  return total;
}

const countTheirs = (db: Reader, organisationId: string, personIds: readonly string[]): number =>
  countOf(
    db
      .select({ count: count() })
      .from(persons)
      .where(and(isAmong(persons.id, personIds), sql`${persons.id} in ${affiliatedWith([organisationId])}`)),
  );

function nudgeSome(ctx: ScopedContext, salaryYear: SalaryYear, personIds: readonly string[]): number {
  const { organisation, year } = salaryYear;
  return inTransaction(ctx.db, (tx) => {
    const people = findOpenClaims(tx, organisation.id, salaryYear, personIds);
    const due = people.filter(({ nudgedAt, hasAddress }) => hasAddress && mayBeNudged(nudgedAt, ctx.now));
    for (const person of due) nudge(tx, ctx, salaryYear, person);
    if (due.length > 0)
      recordAudit(tx, ctx, {
        action: "salary-nudge.sent",
        subjectId: organisation.id,
        personIds: due.map(({ id }) => id),
        detail: { year },
      });
    return due.length;
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
