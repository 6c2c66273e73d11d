import { and, asc, eq, exists, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { courses, offerings, programAreas } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { organisations } from "#drizzle/schema/people";
import type { Reader } from "~/platform/database/database.server";
import { findPlaceNamed } from "~/catalog/places/place.server";
import { mapLinkOf } from "~/catalog/offerings/map-link";
import { contactFor } from "~/catalog/providers/contact";
import { published } from "~/catalog/offerings/published";
import { notFound } from "~/platform/http/responses.server";
import { listCourseAudiences, listCourseDesignations } from "~/catalog/courses/course-designations.server";
import { listDesignations, listInstructors, listSessions } from "~/catalog/offerings/offering-parts.server";
import { byLetters } from "~/platform/database/letter-order.server";

/** The program areas in their order, for filters and the home page; a retired one while published courses have it. */
export function listProgramAreas(db: Reader) {
  const inUse = db
    .select({ one: sql`1` })
    .from(courses)
    .where(and(eq(courses.programArea, programAreas.code), eq(courses.state, "published")));
  return db
    .select({ code: programAreas.code, name: programAreas.name })
    .from(programAreas)
    .where(or(isNull(programAreas.retiredAt), exists(inUse)))
    .orderBy(asc(programAreas.position))
    .all();
}

/** Organizations where offerings that are still to come take place, for the catalog's filter. */
export function listHosts(db: Reader, now: number) {
  return db
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .innerJoin(offerings, eq(offerings.hostOrganisationId, organisations.id))
    .where(and(eq(offerings.state, "published"), gt(offerings.startsAt, now)))
    .orderBy(byLetters(organisations.name))
    .all();
}

/**
 * A published course with its coming offerings.
 * @throws Response 404 when there is none, or it is not public
 */
export function getPublicCourse(db: Reader, now: number, courseId: string) {
  const row = db
    .select({ course: courses, area: programAreas.name, providerName: providers.name })
    .from(courses)
    .innerJoin(programAreas, eq(programAreas.code, courses.programArea))
    .innerJoin(providers, eq(providers.id, courses.providerId))
    .where(and(eq(courses.id, courseId), eq(courses.state, "published")))
    .get();
  if (!row) throw notFound();
  const coming = db
    .select(publicColumns)
    .from(offerings)
    .where(and(eq(offerings.courseId, courseId), eq(offerings.state, "published"), gt(offerings.endsAt, now)))
    .orderBy(asc(offerings.startsAt))
    .all();
  return {
    ...row,
    designations: listCourseDesignations(db, [courseId]).get(courseId) ?? [],
    audiences: listCourseAudiences(db, courseId),
    offerings: coming,
  };
}

/** What everybody may see of an offering: neither the claim code nor the link to join. */
const publicColumns = {
  id: offerings.id,
  courseId: offerings.courseId,
  providerId: offerings.providerId,
  state: offerings.state,
  inServiceNumber: offerings.inServiceNumber,
  modality: offerings.modality,
  place: offerings.place,
  address: offerings.address,
  mapLink: offerings.mapLink,
  arrival: offerings.arrival,
  bring: offerings.bring,
  contactName: offerings.contactName,
  contactEmail: offerings.contactEmail,
  contactPhone: offerings.contactPhone,
  timeZone: offerings.timeZone,
  capacity: offerings.capacity,
  waitlistLimit: offerings.waitlistLimit,
  priceCents: offerings.priceCents,
  registrationOpensAt: offerings.registrationOpensAt,
  registrationClosesAt: offerings.registrationClosesAt,
  firstOpensAt: offerings.firstOpensAt,
  firstFor: offerings.firstFor,
  audienceOnly: offerings.audienceOnly,
  supervisorHours: offerings.supervisorHours,
  hostOrganisationId: offerings.hostOrganisationId,
  startsAt: offerings.startsAt,
  endsAt: offerings.endsAt,
  approvedMinutes: offerings.approvedMinutes,
  cancelReason: offerings.cancelReason,
  publishedAt: offerings.publishedAt,
};

/**
 * An offering with everything that its public page shows.
 * @throws Response 404 when there is none, or it is neither published nor cancelled after its publication
 */
export function getPublicOffering(db: Reader, offeringId: string) {
  const row = db
    .select({
      offering: publicColumns,
      policyOwner: { policy: offerings.policy, publishedAt: offerings.publishedAt },
      course: {
        id: courses.id,
        title: courses.title,
        summary: courses.summary,
        state: courses.state,
        objectives: courses.objectives,
      },
      area: programAreas.name,
      provider: {
        name: providers.name,
        shortName: providers.shortName,
        contactName: providers.contactName,
        contactEmail: providers.contactEmail,
        contactPhone: providers.contactPhone,
      },
      hostName: organisations.name,
    })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(programAreas, eq(programAreas.code, courses.programArea))
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .leftJoin(organisations, eq(organisations.id, offerings.hostOrganisationId))
    .where(and(eq(offerings.id, offeringId), inArray(offerings.state, ["published", "cancelled"])))
    .get();
  if (!row || row.policyOwner.publishedAt === null) throw notFound();
  const { policyOwner, ...shown } = row;
  const { policy } = published(policyOwner);
  return {
    ...shown,
    offering: published(row.offering),
    policy,
    contact: contactFor(row.offering, row.provider),
    arrival: row.offering.arrival ?? findPlaceNamed(db, row.offering.place)?.directions ?? null,
    map: mapLinkOf(row.offering),
    sessions: listSessions(db, offeringId).map(({ link: _link, ...session }) => session),
    instructors: listInstructors(db, offeringId).map(({ name, qualifications }) => ({ name, qualifications })),
    designations: listDesignations(db, offeringId),
  };
}
