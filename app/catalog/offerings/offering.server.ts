import { and, eq, inArray } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { copySteps } from "~/catalog/steps/step.server";
import { copyMaterials } from "~/catalog/materials/material.server";
import { findScopedCourse } from "~/catalog/courses/course.server";
import type { Contact } from "~/catalog/providers/contact";
import { getProvider } from "~/catalog/providers/provider.server";
import {
  type DesignationMinutes,
  type InstructorInput,
  instructorsExist,
  writeDesignations,
  writeInstructors,
  writeSessions,
} from "./offering-parts.server";
import type { FirstAudience, Modality } from "./offering-state";
import type { CatalogRefusal } from "~/catalog/refusal";
import { findOrganisation } from "~/people/organisations/organisation.server";
import { rowOf } from "~/platform/database/rows.server";
import { type PlannedSession, planSessions, type SessionInput } from "./session-plan";

export type Offering = typeof offerings.$inferSelect;

/** What a coordinator decides about an offering. Instants are epoch milliseconds, money is cents. */
export interface OfferingInput extends Partial<Contact> {
  modality: Modality;
  place: string;
  address?: string;
  hostOrganisationId?: string;
  link?: string;
  mapLink?: string | null;
  /** Parking, door, step-free way. */
  arrival?: string | null;
  bring?: string | null;
  capacity: number;
  /** Absent: as long as it gets. */
  waitlistLimit?: number;
  priceCents: number;
  registrationOpensAt?: number;
  /** Absent: until the first session starts. */
  registrationClosesAt?: number;
  /** From when it is open for some before it opens for everyone, and for whom. */
  firstOpensAt?: number;
  firstFor?: FirstAudience;
  /** Only people in one of the course's audiences may register by themselves. */
  audienceOnly?: boolean;
  /** Absent: no supervisor is asked. */
  supervisorHours?: number;
  sessions: SessionInput[];
  instructors: InstructorInput[];
  designations: DesignationMinutes[];
}

/**
 * Drafts an offering of a course whose provider the actor coordinates; a copy of one takes its materials and steps over, and
 * one that begins with a template the steps of the offering with which the template began.
 */
export function createOffering(
  ctx: ScopedContext,
  input: OfferingInput & { courseId: string; copyOf?: string | undefined; stepsOf?: string | null },
): Outcome<{ id: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const course = findScopedCourse(tx, ctx, input.courseId);
    if (!course) return refuse("unknown-course");
    if (course.state === "archived") return refuse("course-archived");
    const provider = getProvider(tx, course.providerId);
    const planned = checkOffering(tx, input, provider.timeZone);
    if (!planned.ok) return planned;
    const id = newId();
    tx.insert(offerings)
      .values({
        id,
        courseId: course.id,
        providerId: provider.id,
        state: "draft",
        timeZone: provider.timeZone,
        ...columnsOf(input),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .run();
    writeParts(tx, ctx, { id, timeZone: provider.timeZone }, input, planned.value);
    recordAudit(tx, ctx, { action: "offering.created", subjectId: id, detail: { courseId: course.id } });
    const original = input.copyOf ? findScopedOffering(tx, ctx, input.copyOf) : null;
    const isCopy = original?.courseId === course.id;
    if (isCopy) copyMaterials(tx, ctx, original.id, id);
    const stepped = isCopy ? original : input.stepsOf ? findScopedOffering(tx, ctx, input.stepsOf) : null;
    if (stepped) copySteps(tx, ctx, stepped.id, id);
    return ok({ id });
  });
}

/** Rewrites an offering's columns and parts, in the transaction of a command that has checked its rules and audits it. */
export function writeOffering(
  tx: Transaction,
  ctx: ScopedContext,
  offering: Offering,
  input: OfferingInput,
  planned: readonly PlannedSession[],
): void {
  tx.update(offerings)
    .set({ ...columnsOf(input), updatedAt: ctx.now })
    .where(eq(offerings.id, offering.id))
    .run();
  writeParts(tx, ctx, offering, input, planned);
}

/** The sessions in instants, when everything that the input names exists and its times make sense. */
export function checkOffering(
  tx: Transaction,
  input: OfferingInput,
  timeZone: string,
): Outcome<PlannedSession[], CatalogRefusal> {
  if (input.hostOrganisationId && !findOrganisation(tx, input.hostOrganisationId)) return refuse("unknown-host");
  if (!instructorsExist(tx, input.instructors)) return refuse("unknown-person");
  return planSessions(input.sessions, timeZone);
}

/**
 * An offering that a row of ours is about.
 * @throws Error when there is none
 */
export function getOffering(db: Reader, offeringId: string): Offering {
  return rowOf(db.select().from(offerings).where(eq(offerings.id, offeringId)), `offering ${offeringId}`);
}

/** An offering of a provider that the actor coordinates; null for any other. */
export function findScopedOffering(db: Reader, ctx: ScopedContext, offeringId: string): Offering | null {
  return (
    db
      .select()
      .from(offerings)
      .where(and(eq(offerings.id, offeringId), inArray(offerings.providerId, ctx.scopeIds)))
      .get() ?? null
  );
}

function columnsOf(input: OfferingInput) {
  return {
    modality: input.modality,
    place: input.place,
    address: input.address || null,
    hostOrganisationId: input.hostOrganisationId || null,
    link: input.link || null,
    mapLink: input.mapLink ?? null,
    arrival: input.arrival ?? null,
    bring: input.bring ?? null,
    contactName: input.contactName ?? null,
    contactEmail: input.contactEmail ?? null,
    contactPhone: input.contactPhone ?? null,
    capacity: input.capacity,
    waitlistLimit: input.waitlistLimit ?? null,
    priceCents: input.priceCents,
    registrationOpensAt: input.registrationOpensAt ?? null,
    registrationClosesAt: input.registrationClosesAt ?? null,
    firstOpensAt: input.firstOpensAt ?? null,
    firstFor: input.firstFor ?? null,
    audienceOnly: input.audienceOnly ?? false,
    supervisorHours: input.supervisorHours ?? null,
  };
}

function writeParts(
  tx: Transaction,
  ctx: ScopedContext,
  offering: { id: string; timeZone: string },
  input: OfferingInput,
  planned: readonly PlannedSession[],
): void {
  writeSessions(tx, offering, planned);
  writeInstructors(tx, ctx, offering.id, input.instructors);
  writeDesignations(tx, offering.id, input.designations);
}
