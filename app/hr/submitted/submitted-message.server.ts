import { count, eq } from "drizzle-orm";
import { submittedRows } from "#drizzle/schema/staff/submitted-hours";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { getAccount } from "~/people/accounts/account.server";
import { displayNameOf } from "~/people/persons/name";
import { listHolders } from "~/people/roles/holders.server";
import { getPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { plural } from "~/platform/format";
import { countOf } from "~/platform/database/rows.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { addressee } from "~/registration/messages/offering-message.server";
import type { SubmissionRow } from "./submitted-rows.server";

/** Tells HR of an organisation that somebody submitted hours: of one person once a day. */
export function tellSubmitted(
  tx: Transaction,
  ctx: ActorContext,
  row: Pick<SubmissionRow, "personId" | "organisationId" | "sentAt">,
  organisationName: string,
): void {
  const educatorName = displayNameOf(getPerson(tx, row.personId));
  for (const staff of listHolders(tx, "hr", row.organisationId)) {
    enqueueMessage(tx, ctx, {
      kind: "hours-submitted",
      subjectId: row.personId,
      personId: staff.id,
      recipient: staff.email,
      occasion: `${row.organisationId} ${dateOf(row.sentAt, REGION_TIME_ZONE)}`,
      payload: {
        personName: displayNameOf(staff),
        organisationName,
        educatorName,
        queueUrl: `${origin}/hr/submitted`,
      },
    });
  }
}

/** Tells somebody what HR decided of their submitted hours, and why. They can answer the mail. */
export function tellSubmittedDecision(
  tx: Transaction,
  ctx: ActorContext,
  row: SubmissionRow,
  organisationName: string,
  { state, reason }: { state: "accepted" | "returned" | "taken-back"; reason: string | null },
): void {
  const { personName, ...toWhom } = addressee(tx, row.personId);
  const rows = countOf(tx.select({ count: count() }).from(submittedRows).where(eq(submittedRows.submissionId, row.id)));
  enqueueMessage(tx, ctx, {
    kind: "submitted-hours-decided",
    subjectId: row.id,
    ...toWhom,
    replyTo: { name: ctx.actor.name, address: getAccount(tx, ctx.actor.accountId).email },
    occasion: String(ctx.now),
    payload: {
      personName,
      organisationName,
      decision: state,
      rows: plural(rows, "row"),
      hrName: ctx.actor.name,
      reason,
      actionUrl: `${origin}/hours/submitted/${row.id}`,
    },
  });
}
