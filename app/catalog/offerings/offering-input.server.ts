import { eq, inArray } from "drizzle-orm";
import { courseDesignations } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { displayNameOf } from "~/people/persons/name";
import type { Reader } from "~/platform/database/database.server";
import { formatHours, formatMoney, formatPlainDate } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, toInstant, toWallTime } from "~/platform/time/time-zone";
import { findPlaceNamed } from "~/catalog/places/place.server";
import { listProposedInstructors } from "~/catalog/instructors/instructor-entry.server";
import { barredDesignations } from "~/catalog/providers/designation-permission.server";
import { type Designation, HOUR_DESIGNATIONS } from "~/catalog/courses/designation";
import { newSession, type OfferingDraft, type SessionDraft, withPauseRows } from "./offering-draft";
import type { OfferingFormValue } from "./offering-form";
import type { Offering, OfferingInput } from "./offering.server";
import {
  type InstructorInput,
  listDesignations,
  listInstructors,
  listSessions,
  type SessionWithPauses,
} from "./offering-parts.server";

/** What the form says of an instructor whose address nobody has. */
export const UNKNOWN_INSTRUCTOR =
  "Nobody in Hourbook has this address. Leave it empty for a guest, or ask them to create an account.";

/** A posted offering form as the commands take it. Refuses, with its row, an instructor whose address nobody has. */
export function toOfferingInput(
  db: Reader,
  form: OfferingFormValue,
  { providerId, timeZone }: Pick<Offering, "providerId" | "timeZone">,
): Outcome<OfferingInput, "unknown-instructor"> {
  const instructors = toInstructors(db, providerId, form.instructors);
  if (!instructors.ok) return instructors;
  const { intent: _intent, price, registrationOpens, registrationCloses, firstOpens, audienceOnly, ...rest } = form;
  const place = findPlaceNamed(db, form.place);
  return ok({
    ...rest,
    address: form.address ?? place?.address ?? undefined,
    mapLink: form.mapLink ?? place?.mapLink ?? null,
    arrival: form.arrival ?? place?.directions ?? null,
    priceCents: price,
    registrationOpensAt: registrationOpens ? toInstant(registrationOpens, timeZone) : undefined,
    registrationClosesAt: registrationCloses ? toInstant(registrationCloses, timeZone) : undefined,
    firstOpensAt: firstOpens ? toInstant(firstOpens, timeZone) : undefined,
    audienceOnly: audienceOnly === "on",
    sessions: form.sessions.map(({ ownHours, ...session }) => ({
      ...session,
      ownMinutes: ownHours,
      pauses: session.pauses.flatMap(({ kind, start, end }) => (start && end ? [{ kind, start, end }] : [])),
    })),
    instructors: instructors.value,
    designations: form.designations.flatMap(({ designation, hours }) =>
      hours ? [{ designation, minutes: hours }] : [],
    ),
  });
}

/** What the form shows of an offering. */
export function toOfferingDraft(db: Reader, offering: Offering): OfferingDraft {
  const { timeZone } = offering;
  const wall = (instant: number | null) => (instant === null ? "" : toWallTime(instant, timeZone));
  return {
    modality: offering.modality,
    place: offering.place,
    address: offering.address ?? "",
    hostOrganisationId: offering.hostOrganisationId ?? "",
    link: offering.link ?? "",
    mapLink: offering.mapLink ?? "",
    arrival: offering.arrival ?? "",
    bring: offering.bring ?? "",
    contactName: offering.contactName ?? "",
    contactEmail: offering.contactEmail ?? "",
    contactPhone: offering.contactPhone ?? "",
    capacity: String(offering.capacity),
    waitlistLimit: offering.waitlistLimit === null ? "" : String(offering.waitlistLimit),
    price: formatMoney(offering.priceCents).replaceAll(/[$,]/g, ""),
    registrationOpens: wall(offering.registrationOpensAt),
    registrationCloses: wall(offering.registrationClosesAt),
    firstOpens: wall(offering.firstOpensAt),
    firstFor: offering.firstFor ?? "",
    audienceOnly: offering.audienceOnly ? "on" : "",
    supervisorHours: offering.supervisorHours === null ? "" : String(offering.supervisorHours),
    sessions: listSessions(db, offering.id).map((session) => toSessionDraft(session)),
    instructors: toInstructorDrafts(db, offering.id),
    designations: designationRows(db, offering.courseId, listDesignations(db, offering.id)),
  };
}

/** What the form shows for a new offering of a course. */
export function newOfferingDraft(db: Reader, courseId: string): OfferingDraft {
  return {
    modality: "in-person",
    place: "",
    address: "",
    hostOrganisationId: "",
    link: "",
    mapLink: "",
    arrival: "",
    bring: "",
    contactName: "",
    contactEmail: "",
    contactPhone: "",
    capacity: "30",
    waitlistLimit: "",
    price: "0.00",
    registrationOpens: "",
    registrationCloses: "",
    firstOpens: "",
    firstFor: "",
    audienceOnly: "",
    supervisorHours: "",
    sessions: [newSession(undefined)],
    instructors: [{ name: "", email: "", qualifications: "" }],
    designations: designationRows(db, courseId, []),
  };
}

/** Designations of the form that the provider may not give (A4), on the day of the first session or, without one, today. */
export function barredOf(
  db: Reader,
  now: number,
  { providerId, startsAt, timeZone }: Pick<Offering, "providerId" | "startsAt" | "timeZone">,
) {
  const date = dateOf(startsAt ?? now, timeZone);
  return {
    designations: barredDesignations(db, providerId, HOUR_DESIGNATIONS, date),
    day: formatPlainDate(date),
  };
}

function toSessionDraft(session: SessionWithPauses): SessionDraft {
  const wall = (instant: number) => toWallTime(instant, session.timeZone);
  return {
    id: session.id,
    date: wall(session.startsAt).slice(0, 10),
    startTime: wall(session.startsAt).slice(11),
    endTime: wall(session.endsAt).slice(11),
    topic: session.topic ?? "",
    place: session.place ?? "",
    link: session.link ?? "",
    ownHours: session.ownMinutes === null ? "" : formatHours(session.ownMinutes),
    lastDate: session.ownMinutes === null ? "" : wall(session.endsAt).slice(0, 10),
    pauses: withPauseRows(
      session.pauses.map(({ kind, startsAt, endsAt }) => ({
        kind,
        start: wall(startsAt).slice(11),
        end: wall(endsAt).slice(11),
      })),
    ),
  };
}

function designationRows(
  db: Reader,
  courseId: string,
  counted: { designation: Designation; minutes: number }[],
): OfferingDraft["designations"] {
  const ofCourse = db
    .select({ designation: courseDesignations.designation })
    .from(courseDesignations)
    .where(eq(courseDesignations.courseId, courseId))
    .all()
    .map((row) => row.designation);
  return HOUR_DESIGNATIONS.filter(
    (code) => ofCourse.includes(code) || counted.some(({ designation }) => designation === code),
  ).map((designation) => {
    const minutes = counted.find((row) => row.designation === designation)?.minutes;
    return { designation, hours: minutes === undefined ? "" : formatHours(minutes) };
  });
}

function toInstructorDrafts(db: Reader, offeringId: string): OfferingDraft["instructors"] {
  const rows = listInstructors(db, offeringId);
  const emails = new Map(
    db
      .select({ id: persons.id, email: persons.email })
      .from(persons)
      .where(
        inArray(
          persons.id,
          rows.flatMap(({ personId }) => personId ?? []),
        ),
      )
      .all()
      .map(({ id, email }) => [id, email ?? ""]),
  );
  return rows.map(({ personId, name, qualifications }) => ({
    name,
    email: emails.get(personId ?? "") ?? "",
    qualifications: qualifications ?? "",
  }));
}

/** Rows as the commands take them. Who is in the provider's list brings what was left empty along. */
function toInstructors(
  db: Reader,
  providerId: string,
  rows: OfferingFormValue["instructors"],
): Outcome<InstructorInput[], "unknown-instructor"> {
  const inputs: InstructorInput[] = [];
  const proposed = new Map(listProposedInstructors(db, providerId).map((each) => [each.name.toLowerCase(), each]));
  for (const [row, { name, ...typed }] of rows.entries()) {
    const known = proposed.get(name?.toLowerCase() ?? "");
    const email = typed.email ?? known?.email;
    const qualifications = typed.qualifications ?? known?.qualifications ?? undefined;
    const person = email ? db.select().from(persons).where(eq(persons.email, email)).get() : undefined;
    if (email && !person) return refuse("unknown-instructor", { row });
    const shown = name ?? (person && displayNameOf(person));
    if (shown) inputs.push({ personId: person?.id ?? null, name: shown, qualifications });
  }
  return ok(inputs);
}
