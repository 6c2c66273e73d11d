import { eq } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import type { Provider } from "~/catalog/providers/provider.server";
import type { Reader } from "~/platform/database/database.server";
import type { Offering } from "./offering.server";
import { type Instructor, listInstructors, listSessions, type SessionWithPauses } from "./offering-parts.server";
import { published, type Published } from "./published";

/** What a change around an offering decides on and tells of, read once and passed on. */
export interface OfferingFacts<O = Offering> {
  offering: O;
  courseTitle: string;
  provider: Provider;
  /** In the order of their start. */
  sessions: SessionWithPauses[];
  instructors: Instructor[];
}

/** The facts of an offering that people can be registered for. */
export type PublishedFacts = OfferingFacts<Published<Offering>>;

/** An offering with what belongs to it, in four statements; null when there is none. */
export function findOfferingFacts(db: Reader, offeringId: string): OfferingFacts | null {
  const row = db
    .select({ offering: offerings, courseTitle: courses.title, provider: providers })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(eq(offerings.id, offeringId))
    .get();
  if (!row) return null;
  return { ...row, sessions: listSessions(db, offeringId), instructors: listInstructors(db, offeringId) };
}

/**
 * The facts of an offering that is known to exist.
 * @throws Error when there is none
 */
export function getOfferingFacts(db: Reader, offeringId: string): OfferingFacts {
  const facts = findOfferingFacts(db, offeringId);
  if (!facts) throw new Error(`There is no offering ${offeringId}.`);
  return facts;
}

/**
 * The facts of the offering of a registration.
 * @throws Error when there is none, or it was never published
 */
export function getPublishedFacts(db: Reader, offeringId: string): PublishedFacts {
  return asPublished(getOfferingFacts(db, offeringId));
}

/**
 * Facts of an offering that was published.
 * @throws Error when it never was
 */
export function asPublished({ offering, ...facts }: OfferingFacts): PublishedFacts {
  return { ...facts, offering: published(offering) };
}

/** Whether somebody teaches the offering: they are on its roster as such. */
export const isInstructor = ({ instructors }: Pick<OfferingFacts, "instructors">, personId: string): boolean =>
  instructors.some((instructor) => instructor.personId === personId);
