import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { COURSE_STATES } from "../../app/catalog/courses/course-state";
import { DESIGNATION_CODES } from "../../app/catalog/courses/designation";
import { FIRST_AUDIENCES, MODALITIES, OFFERING_STATES, PAUSE_KINDS } from "../../app/catalog/offerings/offering-state";
import type { ProviderPolicy } from "../../app/catalog/providers/provider-policy";
import type { RoleKind } from "../../app/people/roles/role";
import { id, instant, oneOf } from "./column";
import { organisations, persons } from "./people";
import { providers } from "./providers";

export const programAreas = sqliteTable("program_areas", {
  code: text("code").primaryKey(),
  name: text("name").notNull().unique(),
  position: integer("position").notNull(),
  /** From when no course can choose it any more; those that have it keep it. */
  retiredAt: instant("retired_at"),
});

export const courses = sqliteTable(
  "courses",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    programArea: text("program_area")
      .notNull()
      .references(() => programAreas.code),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    description: text("description").notNull(),
    objectives: text("objectives", { mode: "json" }).$type<string[]>().notNull(),
    standards: text("standards").notNull(),
    state: text("state", { enum: COURSE_STATES }).notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("courses_state", t.state, COURSE_STATES),
    index("courses_provider").on(t.providerId, t.state),
    index("courses_area").on(t.programArea, t.state),
  ],
);

export const courseDesignations = sqliteTable(
  "course_designations",
  {
    courseId: text("course_id")
      .notNull()
      .references(() => courses.id),
    designation: text("designation", { enum: DESIGNATION_CODES }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.designation] }),
    oneOf("course_designations_code", t.designation, DESIGNATION_CODES),
  ],
);

/** For whom courses are: each means people who do one of these kinds of work. */
export const audiences = sqliteTable("audiences", {
  code: text("code").primaryKey(),
  name: text("name").notNull().unique(),
  position: integer("position").notNull(),
  roleKinds: text("role_kinds", { mode: "json" }).$type<RoleKind[]>().notNull(),
  /** From when no course can choose it any more; those that have it keep it. */
  retiredAt: instant("retired_at"),
});

export const courseAudiences = sqliteTable(
  "course_audiences",
  {
    courseId: text("course_id")
      .notNull()
      .references(() => courses.id),
    audience: text("audience")
      .notNull()
      .references(() => audiences.code),
  },
  (t) => [primaryKey({ columns: [t.courseId, t.audience] }), index("course_audiences_audience").on(t.audience)],
);

export const offerings = sqliteTable(
  "offerings",
  {
    id: id(),
    courseId: text("course_id")
      .notNull()
      .references(() => courses.id),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    state: text("state", { enum: OFFERING_STATES }).notNull(),
    /** A6: given with the approval. */
    inServiceNumber: text("in_service_number"),
    modality: text("modality", { enum: MODALITIES }).notNull(),
    place: text("place").notNull(),
    address: text("address"),
    /** The member district where it happens, for the catalog's filter. */
    hostOrganisationId: text("host_organisation_id").references(() => organisations.id),
    link: text("link"),
    mapLink: text("map_link"),
    /** Parking, door, step-free way: the words of the place as they were when the offering was saved, or its own. */
    arrival: text("arrival"),
    /** What people bring along. */
    bring: text("bring"),
    /** Whom people ask about this offering; all null: the provider's contact. */
    contactName: text("contact_name"),
    contactEmail: text("contact_email"),
    contactPhone: text("contact_phone"),
    timeZone: text("time_zone").notNull(),
    capacity: integer("capacity").notNull(),
    /** Null: as long as it gets. */
    waitlistLimit: integer("waitlist_limit"),
    priceCents: integer("price_cents").notNull(),
    registrationOpensAt: instant("registration_opens_at"),
    /** Null: until the first session starts. */
    registrationClosesAt: instant("registration_closes_at"),
    /** From here until it opens for everyone, it is open for some: `firstFor` says for whom. */
    firstOpensAt: instant("first_opens_at"),
    firstFor: text("first_for", { enum: FIRST_AUDIENCES }),
    /** Only people in one of the course's audiences may register by themselves. */
    audienceOnly: integer("audience_only", { mode: "boolean" }).notNull().default(false),
    /** Hours for which a seat is held for a supervisor's approval; null where none is needed. */
    supervisorHours: integer("supervisor_hours"),
    /** First start and last end of its sessions, kept with every change of them; null while there are none. */
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    approvedMinutes: integer("approved_minutes"),
    /** The provider's policy as it was when the offering was approved. */
    policy: text("policy", { mode: "json" }).$type<ProviderPolicy>(),
    /** T3: six characters; null before publication and after cancellation. */
    claimCode: text("claim_code").unique(),
    publishedAt: instant("published_at"),
    cancelledAt: instant("cancelled_at"),
    cancelReason: text("cancel_reason"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("offerings_state", t.state, OFFERING_STATES),
    oneOf("offerings_modality", t.modality, MODALITIES),
    check("offerings_capacity", sql`${t.capacity} >= 0`),
    check("offerings_price", sql`${t.priceCents} >= 0`),
    check(
      "offerings_approval",
      sql`${t.state} in ('draft', 'cancelled') or (${t.approvedMinutes} is not null and ${t.inServiceNumber} is not null and ${t.policy} is not null)`,
    ),
    uniqueIndex("offerings_in_service_number").on(t.providerId, t.inServiceNumber),
    index("offerings_course").on(t.courseId, t.state, t.startsAt),
    index("offerings_upcoming").on(t.state, t.startsAt),
    index("offerings_provider").on(t.providerId, t.startsAt),
    index("offerings_end").on(t.providerId, t.endsAt),
  ],
);

export const offeringDesignations = sqliteTable(
  "offering_designations",
  {
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    designation: text("designation", { enum: DESIGNATION_CODES }).notNull(),
    /** How many of the approved minutes count for the topic. */
    minutes: integer("minutes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.offeringId, t.designation] }),
    oneOf("offering_designations_code", t.designation, DESIGNATION_CODES),
    check("offering_designations_minutes", sql`${t.minutes} >= 0`),
  ],
);

export const sessions = sqliteTable(
  "sessions",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    timeZone: text("time_zone").notNull(),
    topic: text("topic"),
    place: text("place"),
    link: text("link"),
    /** Minutes of work of a session on people's own time, open from its start to its end; null: one that people attend. */
    ownMinutes: integer("own_minutes"),
    /** RFC 5545 SEQUENCE: raised when the time or the place changes, so that calendars take the new one. */
    sequence: integer("sequence").notNull().default(0),
  },
  (t) => [
    check("sessions_times", sql`${t.endsAt} > ${t.startsAt}`),
    index("sessions_offering").on(t.offeringId, t.startsAt),
    index("sessions_starts").on(t.startsAt),
  ],
);

export const sessionPauses = sqliteTable(
  "session_pauses",
  {
    id: id(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: PAUSE_KINDS }).notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (t) => [
    oneOf("session_pauses_kind", t.kind, PAUSE_KINDS),
    check("session_pauses_times", sql`${t.endsAt} > ${t.startsAt}`),
    index("session_pauses_session").on(t.sessionId),
  ],
);

export const instructors = sqliteTable(
  "instructors",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    /** Null for a guest who is not in Hourbook. */
    personId: text("person_id").references(() => persons.id),
    name: text("name").notNull(),
    qualifications: text("qualifications"),
  },
  (t) => [index("instructors_offering").on(t.offeringId), index("instructors_person").on(t.personId)],
);
