import { asc, eq, sql } from "drizzle-orm";
import { courseQuestions } from "#drizzle/schema/course-terms";
import { accounts, persons } from "#drizzle/schema/people";
import { registrationAnswers, registrations } from "#drizzle/schema/registration";
import type { Offering } from "~/catalog/offerings/offering.server";
import { displayNameOf, staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Reader } from "~/platform/database/database.server";
import { queuePosition } from "~/registration/seats/registration-row.server";
import { hasUnconfirmedMove } from "~/registration/seats/registration.server";
import { BY_NAME } from "~/people/persons/person-names.server";

/** The order in which staff look at statuses: who comes, who answers, who waits, who left. */
const ORDER = sql`case ${registrations.status} when 'offered' then 1 when 'requested' then 1 when 'waitlisted' then 2
  when 'withdrawn' then 3 when 'declined' then 3 when 'cancelled' then 3 else 0 end`;

const canSignIn = sql<number>`exists (select 1 from ${accounts}
  where ${accounts.personId} = ${persons.id} and ${accounts.emailVerifiedAt} is not null)`;

/**
 * Everyone who registered for an offering that the actor coordinates: seats by name, then offers, then the queue in its
 * order, then those who left. The read is audited (P5).
 */
export function listRegistrations(ctx: ScopedContext, offering: Offering) {
  const rows = ctx.db
    .select({ registration: registrations, person: persons, canSignIn, position: queuePosition })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(eq(registrations.offeringId, offering.id))
    .orderBy(
      ORDER,
      sql`case when ${registrations.status} = 'waitlisted' then ${registrations.arrival} else 0 end`,
      ...BY_NAME,
      asc(registrations.id),
    )
    .all();
  recordReading(ctx, {
    action: "registrations.read",
    subjectId: offering.id,
    personIds: rows.map(({ person }) => person.id),
  });
  const answers = answersOf(ctx.db, offering.id);
  return rows.map(({ registration, person, position, canSignIn: signsIn }) => ({
    id: registration.id,
    personId: person.id,
    name: displayNameOf(person),
    sortName: staffNameOf(person),
    email: person.email,
    /** Whether they have an account. */
    canSignIn: signsIn === 1,
    accessNeeds: person.accessNeeds,
    dietaryNeeds: person.dietaryNeeds,
    status: registration.status,
    offerExpiresAt: registration.offerExpiresAt,
    answers: answers.get(registration.id) ?? [],
    awaitsMove: registration.status === "registered" && hasUnconfirmedMove(registration),
    createdAt: registration.createdAt,
    position,
  }));
}

export type RegistrationListRow = ReturnType<typeof listRegistrations>[number];

function answersOf(db: Reader, offeringId: string) {
  const rows = db
    .select({
      registrationId: registrationAnswers.registrationId,
      prompt: courseQuestions.prompt,
      answer: registrationAnswers.answer,
    })
    .from(registrationAnswers)
    .innerJoin(registrations, eq(registrations.id, registrationAnswers.registrationId))
    .innerJoin(courseQuestions, eq(courseQuestions.id, registrationAnswers.questionId))
    .where(eq(registrations.offeringId, offeringId))
    .orderBy(asc(courseQuestions.position))
    .all();
  const found = new Map<string, { prompt: string; answer: string }[]>();
  for (const { registrationId, ...row } of rows) found.set(registrationId, [...(found.get(registrationId) ?? []), row]);
  return found;
}
