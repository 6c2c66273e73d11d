import { eq } from "drizzle-orm";
import {
  courses,
  instructors,
  offeringDesignations,
  offerings,
  sessionPauses,
  sessions,
} from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { accounts, affiliations, cooperativeMemberships, organisations, persons } from "#drizzle/schema/people";
import { PSESD_POLICY } from "#seed/reference";
import type { Designation } from "~/catalog/courses/designation";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { approvableMinutes } from "~/credits/counting/clock-hours";
import { insertGrant } from "~/people/roles/grant.server";
import type { GrantRole, RoleKind } from "~/people/roles/role";
import { newCode } from "~/platform/secrets/codes.server";
import type { Database } from "~/platform/database/database.server";
import { inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { at, TEST_NOW, ZONE } from "./clock";
import { systemContext } from "./context";

let counter = 0;

export interface TestPerson {
  personId: string;
  accountId: string;
  name: string;
  email: string;
}

/** A person with a verified account. The password hash fits no password: sign in with `signedInRequest`. */
export function makePerson(
  db: Database,
  input: {
    first?: string;
    last?: string;
    organisation?: string;
    roleKind?: RoleKind;
    building?: string;
    from?: string;
    to?: string;
    /** Whether the organisation has confirmed it; it has, unless said otherwise. */
    confirmed?: boolean;
  } = {},
): TestPerson {
  const number = ++counter;
  const personId = newId();
  const accountId = newId();
  const legalFirst = input.first ?? "Test";
  const legalLast = input.last ?? `Person ${number}`;
  const email = `person${number}@test.example`;
  db.insert(persons)
    .values({ id: personId, legalFirst, legalLast, email, createdAt: TEST_NOW, updatedAt: TEST_NOW })
    .run();
  db.insert(accounts)
    .values({ id: accountId, personId, email, passwordHash: "none", emailVerifiedAt: TEST_NOW, createdAt: TEST_NOW })
    .run();
  const person = { personId, accountId, name: `${legalFirst} ${legalLast}`, email };
  if (input.organisation) affiliate(db, person, { ...input, organisation: input.organisation });
  return person;
}

/** A workplace of somebody, since September 2024 and confirmed, unless said otherwise. Returns its id. */
export function affiliate(
  db: Database,
  person: Pick<TestPerson, "personId">,
  input: {
    organisation: string;
    roleKind?: RoleKind;
    employeeId?: string;
    building?: string;
    from?: string;
    to?: string;
    confirmed?: boolean;
  },
): string {
  const id = newId();
  db.insert(affiliations)
    .values({
      id,
      personId: person.personId,
      organisationId: organisationId(db, input.organisation),
      roleKind: input.roleKind ?? "teacher",
      building: input.building ?? null,
      employeeId: input.employeeId ?? `0${1000 + ++counter}`,
      fromDate: input.from ?? "2024-09-01",
      toDate: input.to ?? null,
      createdAt: TEST_NOW,
      confirmedAt: input.confirmed === false ? null : TEST_NOW,
    })
    .run();
  return id;
}

/** Gives a person a role. */
export function give(db: Database, person: TestPerson, role: GrantRole, scopeId: string | null = null): void {
  inTransaction(db, (tx) => insertGrant(tx, systemContext(db), person.personId, { role, scopeId }));
}

/** The id of one of the region's organisations. */
export function organisationId(db: Database, name: string): string {
  return db.select().from(organisations).where(eq(organisations.name, name)).get()!.id;
}

/** Makes an organisation a member of the clock-hours cooperative. */
export function joinCooperative(
  db: Database,
  name: string,
  fromDate = "2020-01-01",
  toDate: string | null = null,
): void {
  const id = organisationId(db, name);
  db.insert(cooperativeMemberships).values({ id: newId(), organisationId: id, fromDate, toDate }).run();
}

/** The ESD as a provider. */
export function psesd(db: Database) {
  return db.select().from(providers).where(eq(providers.shortName, "PSESD")).get()!;
}

/** A published course. */
export function makeCourse(db: Database, input: Partial<typeof courses.$inferInsert> = {}): string {
  const id = newId();
  db.insert(courses)
    .values({
      id,
      providerId: psesd(db).id,
      programArea: "science",
      title: "Field science for every classroom",
      summary: "Plan a field study that fits a school day.",
      description: "Teachers plan, try and adapt a field study.",
      objectives: ["plan a field study", "adapt it to a class"],
      standards: "NGSS",
      state: "published",
      createdAt: TEST_NOW,
      updatedAt: TEST_NOW,
      ...input,
    })
    .run();
  return id;
}

interface SessionPlan {
  start: string;
  end: string;
  pauses?: { kind: "meal" | "break"; start: string; end: string }[];
}

/** A published offering: one day from 8:00 to 16:00 with an hour of lunch on 9 March 2027, 7 hours, unless said. */
export function makeOffering(
  db: Database,
  input: {
    courseId?: string;
    capacity?: number;
    waitlistLimit?: number | null;
    sessions?: SessionPlan[];
    policy?: Partial<ProviderPolicy>;
    designations?: { designation: Designation; minutes: number }[];
    instructor?: TestPerson;
    values?: Partial<typeof offerings.$inferInsert>;
  } = {},
) {
  const id = newId();
  const provider = psesd(db);
  const plans = input.sessions ?? [
    {
      start: "2027-03-09T08:00",
      end: "2027-03-09T16:00",
      pauses: [{ kind: "meal" as const, start: "2027-03-09T12:00", end: "2027-03-09T13:00" }],
    },
  ];
  const dates = plans.map(({ start, end, pauses = [] }) => ({
    id: newId(),
    startsAt: at(start),
    endsAt: at(end),
    pauses: pauses.map((pause) => ({ kind: pause.kind, startsAt: at(pause.start), endsAt: at(pause.end) })),
  }));
  const policy = { ...PSESD_POLICY, ...input.policy };
  const times = {
    startsAt: Math.min(...dates.map((session) => session.startsAt)),
    endsAt: Math.max(...dates.map((session) => session.endsAt)),
  };
  const row = {
    id,
    courseId: input.courseId ?? makeCourse(db),
    providerId: provider.id,
    state: "published" as const,
    inServiceNumber: `PSESD-2627-${String(++counter).padStart(4, "0")}`,
    modality: "in-person" as const,
    place: "Example Hall",
    timeZone: ZONE,
    capacity: input.capacity ?? 30,
    waitlistLimit: input.waitlistLimit ?? null,
    priceCents: 0,
    ...times,
    approvedMinutes: approvableMinutes(dates, policy),
    policy,
    claimCode: newCode(6),
    publishedAt: TEST_NOW,
    createdAt: TEST_NOW,
    updatedAt: TEST_NOW,
    ...input.values,
  };
  db.insert(offerings).values(row).run();
  for (const { pauses, ...session } of dates) {
    db.insert(sessions)
      .values({ ...session, offeringId: id, timeZone: ZONE })
      .run();
    for (const pause of pauses) {
      db.insert(sessionPauses)
        .values({ id: newId(), sessionId: session.id, ...pause })
        .run();
    }
  }
  for (const designation of input.designations ?? []) {
    db.insert(offeringDesignations)
      .values({ offeringId: id, ...designation })
      .run();
  }
  if (input.instructor) {
    const { personId, name } = input.instructor;
    db.insert(instructors).values({ id: newId(), offeringId: id, personId, name }).run();
    give(db, input.instructor, "facilitator", id);
  }
  return { ...row, ...times, sessions: dates };
}
