import type { RoleKind } from "~/people/roles/role";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import type { Database } from "~/platform/database/database.server";
import { Chance } from "#seed/demo/chance";
import type { CourseSeed } from "#seed/courses/course-seed";
import { Ids } from "./ids";
import { Inserter } from "./inserter";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a state has in seven years, at a factor of 1. */
export const STATE = {
  people: 120_000,
  facilitators: 600,
  courses: 1_600,
  offerings: 9_100,
  registrations: 1_400_000,
  marks: 5_400_000,
  mails: 1_500_000,
  auditEntries: 5_000_000,
  documents: 60_000,
  invitations: 3_000,
  inquiries: 2_000,
} as const;

export interface StatePerson {
  id: string;
  accountId: string;
  name: string;
  email: string;
  roleKind: RoleKind;
  certificateNumber: string | null;
  formerNames: string[];
  /** Of the organisation where they work now; null where they never said. */
  organisationId: string | null;
  /** Whether they work for a member of the cooperative. */
  cooperative: boolean;
}

export interface StateProvider {
  id: string;
  name: string;
  shortName: string;
  designeeName: string | null;
  designeeTitle: string | null;
  policy: ProviderPolicy;
  formId: string;
  contact: { name: string; address: string } | null;
}

export interface StateCourse {
  id: string;
  title: string;
  provider: StateProvider;
  /** Nothing of it is offered any more. */
  archived: boolean;
  seed: CourseSeed;
}

/** The people on the staff who act: each does what their desk does. */
export interface Staff {
  coordinator: string;
  registrar: string;
  hr: string;
}

/** What every part of the generator works with. */
export class World {
  readonly chance = new Chance(4711);
  readonly ids = new Ids(new Chance(1147));
  readonly rows: Inserter;
  readonly people: StatePerson[] = [];
  readonly facilitators: { id: string; name: string }[] = [];

  constructor(
    readonly db: Database,
    readonly factor: number,
    readonly now: number,
    readonly origin: string,
  ) {
    this.rows = new Inserter(db.$client);
  }

  /** How many of something there are at this size; at least some, so that the smallest state has every kind of row. */
  count(of: keyof typeof STATE, least = 1): number {
    return Math.max(least, Math.round(STATE[of] * this.factor));
  }
}
