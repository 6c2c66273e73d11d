import { and, asc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import { sessions } from "#drizzle/schema/catalog";
import { courseQuestions } from "#drizzle/schema/course-terms";
import { accounts, affiliations, organisations, persons } from "#drizzle/schema/people";
import { registrationAnswers, registrations } from "#drizzle/schema/registration";
import { standing } from "~/attendance/marks/mark-rows.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { displayNameOf, staffNameOf } from "~/people/persons/name";
import { isNamedBy } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { formatDateTime } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { dateOf } from "~/platform/time/time-zone";
import { queuePosition } from "~/registration/seats/registration-row.server";
import { hasUnconfirmedMove } from "~/registration/seats/registration.server";
import { STATUS_LABELS } from "~/registration/seats/registration-words";
import { LIVE_STATUSES, type RegistrationStatus } from "~/registration/seats/status";
import { OFFERING_PEOPLE_LIST } from "./offering-people-list";

/** The order in which staff look at statuses: who comes, who answers, who waits, who left. */
const STATUS_ORDER = sql`case ${registrations.status} when 'offered' then 1 when 'requested' then 1 when 'waitlisted' then 2
  when 'withdrawn' then 3 when 'declined' then 3 when 'cancelled' then 3 else 0 end`;

const ARRIVAL = sql`case when ${registrations.status} = 'waitlisted' then ${registrations.arrival} else 0 end`;

const canSignIn = sql<number>`exists (select 1 from ${accounts}
  where ${accounts.personId} = ${persons.id} and ${accounts.emailVerifiedAt} is not null)`;

/**
 * In how many sessions somebody was marked in by the facilitator's word, whatever was counted of it: by a mark that stands
 * and that no absence undid, the marks of a walk-in who was matched included.
 */
const attended = sql<number>`(select count(distinct ${attendanceMarks.sessionId}) from ${attendanceMarks}
  join ${sessions} on ${sessions.id} = ${attendanceMarks.sessionId}
  where ${sessions.offeringId} = ${registrations.offeringId}
    and (${attendanceMarks.personId} = ${registrations.personId}
      or ${attendanceMarks.personId} is null and ${attendanceMarks.walkInId} in (select ${walkIns.id} from ${walkIns}
        where ${walkIns.offeringId} = ${registrations.offeringId} and ${walkIns.personId} = ${registrations.personId}))
    and ${attendanceMarks.kind} in ('in', 'present-all', 'done') and ${attendanceMarks.method} <> 'self' and ${standing}
    and not exists (select 1 from attendance_marks later where later.session_id = ${attendanceMarks.sessionId}
      and later.person_id = ${registrations.personId} and later.kind = 'absent' and later.id > ${attendanceMarks.id}
      and not exists (select 1 from attendance_marks voids where voids.voids_mark_id = later.id)))`;

/** Where somebody works on a day, `YYYY-MM-DD`, as far as nobody has said that they do not (S1). */
const workplaceOn = (day: string, column: SQL): SQL<string | null> => sql`(select ${column} from ${affiliations}
  join organisations employers on employers.id = ${affiliations.organisationId}
  where ${affiliations.personId} = ${persons.id} and ${affiliations.disownedAt} is null
    and ${affiliations.fromDate} <= ${day} and (${affiliations.toDate} is null or ${affiliations.toDate} >= ${day})
  order by ${affiliations.confirmedAt} is null, ${affiliations.fromDate} desc limit 1)`;

export interface OfferingPersonRow {
  id: string;
  personId: string;
  name: string;
  sortName: string;
  email: string | null;
  phone: string | null;
  certificateNumber: string | null;
  employeeId: string | null;
  district: string | null;
  /** Whether they have an account. */
  canSignIn: boolean;
  needs: string[];
  answers: { prompt: string; answer: string }[];
  status: RegistrationStatus;
  offerExpiresAt: number | null;
  position: number | null;
  awaitsMove: boolean;
  attended: number;
  createdAt: number;
}

/**
 * Everyone who registered for an offering that the actor coordinates: seats by name, then offers, then the queue in its
 * order, then those who left. The read is audited (P5).
 */
export function offeringPeopleSource(ctx: ScopedContext, offering: Offering): ListSource<OfferingPersonRow> {
  const day = dateOf(offering.startsAt ?? ctx.now, offering.timeZone);
  const district = workplaceOn(day, sql`employers.name`);
  const here = eq(registrations.offeringId, offering.id);
  const from = (where: SQL | undefined) =>
    ctx.db
      .select({
        registration: registrations,
        person: persons,
        canSignIn,
        attended,
        position: queuePosition,
        district,
        employeeId: workplaceOn(day, sql`${affiliations.employeeId}`),
      })
      .from(registrations)
      .innerJoin(persons, eq(persons.id, registrations.personId))
      .where(and(here, where));
  return {
    shape: OFFERING_PEOPLE_LIST,
    tie: registrations.id,
    order: {
      name: [persons.sortName],
      status: [STATUS_ORDER, ARRIVAL, persons.sortName],
      district: [sql`coalesce(${district}, '~')`, persons.sortName],
      attendance: [attended],
      registered: [registrations.createdAt],
    },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names", "address"])),
      status: (value) =>
        value === "live"
          ? inArray(registrations.status, [...LIVE_STATUSES])
          : eq(registrations.status, value as RegistrationStatus),
      district: (id) => sql`${workplaceOn(day, sql`employers.id`)} = ${id}`,
      account: (value) => (value === "with" ? sql`${canSignIn}` : sql`not ${canSignIn}`),
      needs: () => or(isNotNull(persons.accessNeeds), isNotNull(persons.dietaryNeeds)),
    },
    ...rowsOf(ctx.db, from, {
      id: ({ registration }) => registration.id,
      narrow: {
        of: registrations.id,
        select: (where) =>
          ctx.db
            .select({ id: registrations.id })
            .from(registrations)
            .leftJoin(persons, eq(persons.id, registrations.personId))
            .where(and(here, where)),
      },
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "registrations.read", subjectId: offering.id, personIds });
        return describe(ctx.db, rows);
      },
    }),
    cells: {
      name: (row) => row.sortName,
      status: (row) => (row.position ? `${STATUS_LABELS[row.status]} #${row.position}` : STATUS_LABELS[row.status]),
      district: (row) => row.district,
      needs: (row) => [...row.needs, ...row.answers.map(({ prompt, answer }) => `${prompt} ${answer}`)].join("; "),
      attendance: (row) => row.attended,
      email: (row) => row.email,
      phone: (row) => row.phone,
      registered: (row) => formatDateTime(row.createdAt, offering.timeZone),
      certificate: (row) => row.certificateNumber,
      employee: (row) => row.employeeId,
    },
  };
}

/** The districts of an offering's people, as choices. */
export function listDistrictsHere(ctx: ScopedContext, offering: Offering): { value: string; label: string }[] {
  const day = dateOf(offering.startsAt ?? ctx.now, offering.timeZone);
  return ctx.db
    .selectDistinct({ value: organisations.id, label: organisations.name })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(organisations, eq(organisations.id, workplaceOn(day, sql`${affiliations.organisationId}`)))
    .where(eq(registrations.offeringId, offering.id))
    .orderBy(byLetters(organisations.name))
    .all();
}

interface JoinedRegistration {
  registration: typeof registrations.$inferSelect;
  person: typeof persons.$inferSelect;
  canSignIn: number;
  attended: number;
  position: number | null;
  district: string | null;
  employeeId: string | null;
}

function describe(db: Reader, rows: readonly JoinedRegistration[]): OfferingPersonRow[] {
  const ids = rows.map(({ registration }) => registration.id);
  const answers = answersOf(db, ids);
  return rows.map(({ registration, person, ...known }) => ({
    id: registration.id,
    personId: person.id,
    name: displayNameOf(person),
    sortName: staffNameOf(person),
    email: person.email,
    phone: person.phone,
    certificateNumber: person.certificateNumber,
    needs: [person.accessNeeds, person.dietaryNeeds].filter((need) => need !== null),
    status: registration.status,
    offerExpiresAt: registration.offerExpiresAt,
    answers: answers.get(registration.id) ?? [],
    awaitsMove: registration.status === "registered" && hasUnconfirmedMove(registration),
    createdAt: registration.createdAt,
    ...known,
    canSignIn: known.canSignIn === 1,
  }));
}

function answersOf(db: Reader, registrationIds: readonly string[]) {
  const rows = db
    .select({
      registrationId: registrationAnswers.registrationId,
      prompt: courseQuestions.prompt,
      answer: registrationAnswers.answer,
    })
    .from(registrationAnswers)
    .innerJoin(courseQuestions, eq(courseQuestions.id, registrationAnswers.questionId))
    .where(inArray(registrationAnswers.registrationId, [...registrationIds]))
    .orderBy(asc(courseQuestions.position))
    .all();
  return Map.groupBy(rows, ({ registrationId }) => registrationId);
}
