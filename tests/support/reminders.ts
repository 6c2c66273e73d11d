import { asc, eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { reminders } from "#drizzle/schema/reminders";
import type { Database } from "~/platform/database/database.server";
import { toWallTime } from "~/platform/time/time-zone";
import { COMPOSERS } from "~/desks/jobs/reminder-composers.server";
import { planCalendar } from "~/reminders/calendar-plan.server";
import { planQueuedOfferings } from "~/reminders/offering-plan.server";
import type { ReminderKind } from "~/reminders/reminder-kind";
import { sendDueReminders } from "~/reminders/send.server";
import { ZONE } from "./clock";
import { systemContext } from "./context";
import type { TestPerson } from "./factories";

/** What the jobs do at an instant: plan what changed, then send what is due. */
export function runReminders(db: Database, now: number): ReturnType<typeof sendDueReminders> {
  planQueuedOfferings(systemContext(db, now));
  planCalendar(systemContext(db, now));
  return sendDueReminders(systemContext(db, now), COMPOSERS);
}

/** The stored reminders of a person as `kind wall-time state`, by due time. */
export function remindersOf(db: Database, person: TestPerson, kinds?: readonly ReminderKind[]): string[] {
  return db
    .select()
    .from(reminders)
    .where(eq(reminders.personId, person.personId))
    .orderBy(asc(reminders.dueAt))
    .all()
    .filter(({ kind }) => !kinds || kinds.includes(kind))
    .map(({ kind, dueAt, state }) => `${kind} ${toWallTime(dueAt, ZONE)} ${state}`);
}

/** The messages written to a person, oldest first. */
export function messagesTo(db: Database, person: TestPerson) {
  return db
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.personId, person.personId))
    .orderBy(asc(outboxMessages.id))
    .all();
}
