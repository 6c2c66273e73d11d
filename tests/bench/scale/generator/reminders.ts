import { reminders } from "#drizzle/schema/reminders";
import { sessionDueTimes } from "~/reminders/session-plan";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { StateOffering } from "./offerings";
import { confirmationOf, type Participant } from "./taking-part";
import { DAY, type World } from "./world";

/** Reminders older than that are not kept. */
const KEPT_DAYS = 300;

/** What people of an offering were reminded of, and will be. */
export function insertReminders(world: World, offering: StateOffering, people: Participant[]): void {
  if (offering.plan.state !== "published" || offering.endsAt < world.now - KEPT_DAYS * DAY) return;
  const seated = people.filter(({ status }) => status === "registered" || status === "attended");
  const planned = offering.sessions.map((session) => ({ ...session, timeZone: REGION_TIME_ZONE }));
  planned.forEach((session, index) => {
    for (const { kind, dueAt, expiresAt } of sessionDueTimes(
      session,
      planned[index - 1] ?? null,
      offering.course.seed.modality,
    ))
      for (const { person } of seated)
        insert(world, {
          kind,
          subjectId: session.id,
          offeringId: offering.id,
          personId: person.id,
          occasion: String(session.startsAt),
          dueAt,
          expiresAt,
        });
  });
}

/** The reminder of hours that somebody has not claimed two weeks after they could. */
export function insertClaimReminder(world: World, offering: StateOffering, personId: string, claimId: string): void {
  const openedAt = confirmationOf(offering);
  const dueAt = openedAt + 14 * DAY;
  if (dueAt < world.now - KEPT_DAYS * DAY) return;
  const what = { kind: "claim" as const, subjectId: claimId, offeringId: offering.id, personId };
  insert(world, { ...what, occasion: `${openedAt} +14`, dueAt, expiresAt: dueAt + 14 * DAY });
}

function insert(
  { rows, ids, now }: World,
  row: Omit<typeof reminders.$inferInsert, "id" | "state" | "decidedAt">,
): void {
  const isDue = row.dueAt > now;
  const id = ids.at(Math.min(row.dueAt - 30 * DAY, now));
  rows.insert(reminders, { ...row, id, state: isDue ? "due" : "sent", decidedAt: isDue ? null : row.dueAt });
}
