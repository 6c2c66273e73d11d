import { and, asc, eq, gt, notInArray } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { recordAddressFault } from "~/platform/mail/address-fault.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { suppressWaitingMessages } from "~/messages/outbox/outbox.server";
import { COMPOSERS } from "~/desks/jobs/reminder-composers.server";
import { planCalendar } from "~/reminders/calendar-plan.server";
import { planQueuedOfferings } from "~/reminders/offering-plan.server";
import { sendDueRemindersAtOnce } from "~/reminders/send.server";
import { DEMO_DOMAIN, FIXED_ACCOUNTS, RENEWING_ACCOUNTS } from "./accounts";

const REASONS = ["550 5.1.1 No such mailbox here", "550 5.1.10 Recipient not found"];

/** Reminders as the jobs would have left them, two addresses that mail came back from, and nothing that is ever sent (T9). */
export function insertMail(tx: Transaction, ctx: Context): void {
  planQueuedOfferings(ctx);
  planCalendar(ctx);
  sendDueRemindersAtOnce(ctx, COMPOSERS);
  listLost(tx, ctx).forEach((address, index) => {
    recordAddressFault(tx, ctx, { address, source: "report", reason: REASONS[index]! });
  });
  suppressWaitingMessages(ctx.db, "Made up for the demo.");
}

/** Two people of offerings to come, none of them an account that visitors sign in with. */
function listLost(tx: Transaction, ctx: Context): string[] {
  return tx
    .selectDistinct({ email: persons.email })
    .from(persons)
    .innerJoin(registrations, eq(registrations.personId, persons.id))
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .where(
      and(
        eq(registrations.status, "registered"),
        gt(offerings.startsAt, ctx.now),
        notInArray(
          persons.email,
          [...FIXED_ACCOUNTS, ...RENEWING_ACCOUNTS].map(({ mailbox }) => `${mailbox}@${DEMO_DOMAIN}`),
        ),
      ),
    )
    .orderBy(asc(persons.email))
    .limit(REASONS.length)
    .all()
    .flatMap(({ email }) => email ?? []);
}
