import { and, desc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import { type ClaimStatus, WAITS_FOR_PERSON, WAITS_FOR_REGISTRAR } from "~/credits/claims/claim-status";
import { missingGates } from "~/credits/claims/gates";
import { isWorkplaceOn, listWorkplacesOn } from "~/people/affiliations/workplace.server";
import { workplaceInWords, type WorkplaceOn } from "~/people/affiliations/workplace";
import { staffNameOf } from "~/people/persons/name";
import { foundPersons, LISTED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { fromDay, untilDay, zoneDate } from "~/platform/database/zone-date.server";
import { inAll, type Newest, newest } from "~/platform/database/newest.server";
import { formatAge, formatDate, formatHours } from "~/platform/format";
import { ageSince, type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { DIFFERING_LIST, QUEUE_LIST, QUEUE_VIEWS, type QueueView } from "./queue-list";
import { offeringsHolding } from "./scoped-offerings.server";
import { completionDay } from "./scoped-claim.server";

const VIEW_STATUSES: Record<QueueView, readonly ClaimStatus[]> = {
  ready: WAITS_FOR_REGISTRAR,
  differs: WAITS_FOR_REGISTRAR,
  waiting: WAITS_FOR_PERSON,
  returned: ["returned"],
};

const VIEW_CONDITIONS: Partial<Record<QueueView, SQL>> = {
  ready: eq(claims.requestedMinutes, claims.earnedMinutes),
  differs: ne(claims.requestedMinutes, claims.earnedMinutes),
};

/** True in every view: in these words, the index of claims under way is used (`claims_waiting`). */
const isQueued = sql`${claims.status} not in ('open', 'posted', 'void')`;

/** With a plus, by which no index is chosen for it: claims under way are few, and their index holds all that is asked. */
const isInView = (view: QueueView): SQL | undefined =>
  and(isQueued, sql`+${inArray(claims.status, [...VIEW_STATUSES[view]])}`, VIEW_CONDITIONS[view]);

/**
 * An offering's provider, in words that name the claim as well. As a condition of the offering alone, SQLite would read all
 * offerings into a filter before it looks at the first claim, where a thousand claims are enough.
 */
const providerOfClaim = sql`coalesce(${offerings.providerId}, ${claims.offeringId})`;

/** The view that an address asks for. */
export function queueViewOf(search: URLSearchParams): QueueView {
  const asked = search.get("view") ?? "";
  return Object.hasOwn(QUEUE_VIEWS, asked) ? (asked as QueueView) : "ready";
}

export interface QueueRow {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  certificateNumber: string | null;
  workplace: WorkplaceOn | null;
  title: string;
  inServiceNumber: string | null;
  approvedMinutes: number;
  requestedMinutes: number;
  earnedMinutes: number;
  completedOn: string;
  claimedAt: number;
  timeZone: string;
  age: number;
  missing: string[];
}

/** What rows and gates say of a claim: not the text under which it was made, which is long. */
const of = {
  claim: {
    id: claims.id,
    personId: claims.personId,
    earnedMinutes: claims.earnedMinutes,
    requestedMinutes: claims.requestedMinutes,
    claimedAt: claims.claimedAt,
    evaluated: claims.evaluated,
    settled: claims.settled,
  },
  person: LISTED,
  offering: {
    providerId: offerings.providerId,
    inServiceNumber: offerings.inServiceNumber,
    approvedMinutes: offerings.approvedMinutes,
    policy: offerings.policy,
    startsAt: offerings.startsAt,
    endsAt: offerings.endsAt,
    timeZone: offerings.timeZone,
    createdAt: offerings.createdAt,
  },
};

const selectClaims = ({ db }: ScopedContext, where: SQL | undefined) =>
  db
    .select({ ...of, title: courses.title })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, claims.personId))
    .where(where);

/** The same by their ids alone; provider, days and hours are the offerings'. */
const selectIds = ({ db }: ScopedContext, where: SQL | undefined) =>
  db
    .select({ id: claims.id })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .leftJoin(courses, eq(courses.id, offerings.courseId))
    .leftJoin(persons, eq(persons.id, claims.personId))
    .where(where);

/** Of whatever is in a view; the table holds that it was claimed. */
const { claimedAt } = claims;

/** Claims of the actor's providers in the view that an address asks for. */
export function queueSource(ctx: ScopedContext, search: URLSearchParams): ListSource<QueueRow> {
  const view = queueViewOf(search);
  const mine = and(inArray(providerOfClaim, ctx.scopeIds), isInView(view));
  return {
    shape: view === "differs" ? DIFFERING_LIST : QUEUE_LIST,
    tie: claims.id,
    order: {
      name: [persons.sortName],
      title: [lettersOf(courses.title)],
      number: [offerings.inServiceNumber],
      approved: [offerings.approvedMinutes],
      earned: [claims.earnedMinutes],
      claimed: [claims.requestedMinutes],
      age: [ageSince(claimedAt)],
      completed: [offerings.endsAt],
      made: [claimedAt],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(sql`${claims.personId} in ${foundPersons(word)}`, inArray(claims.offeringId, offeringsHolding(ctx, word))),
        ),
      offering: (id) => eq(offerings.id, id),
      district: (id) => isWorkplaceOn(persons.id, zoneDate(offerings.endsAt, offerings.timeZone), id),
      from: (day) => fromDay(claimedAt, day, offerings.timeZone),
      to: (day) => untilDay(claimedAt, day, offerings.timeZone),
    },
    ...rowsOf(ctx.db, (where) => selectClaims(ctx, and(mine, where)), {
      id: ({ claim }) => claim.id,
      narrow: { select: (where) => selectIds(ctx, and(mine, where)), of: claims.id },
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "claims.listed", subjectId: view, personIds });
        return describe(ctx, rows);
      },
    }),
    cells: {
      name: (row) => row.name,
      title: (row) => row.title,
      number: (row) => row.inServiceNumber,
      approved: (row) => formatHours(row.approvedMinutes),
      earned: (row) => formatHours(row.earnedMinutes),
      claimed: (row) => formatHours(row.requestedMinutes),
      district: (row) => workplaceInWords(row.workplace),
      age: (row) => formatAge(row.age),
      missing: (row) => row.missing.join(", ") || "nothing",
      completed: (row) => row.completedOn,
      made: (row) => formatDate(row.claimedAt, row.timeZone),
      certificate: (row) => row.certificateNumber,
      email: (row) => row.email,
    },
  };
}

type JoinedClaim = ReturnType<ReturnType<typeof selectClaims>["all"]>[number];

function describe(ctx: ScopedContext, rows: readonly JoinedClaim[]): QueueRow[] {
  const workplaces = listWorkplacesOn(
    ctx.db,
    rows.map(({ claim, offering }) => ({ personId: claim.personId, day: completionDay(offering) })),
  );
  return rows.map(({ claim, person, offering, title }, index) => {
    const at = claim.claimedAt!;
    return {
      id: claim.id,
      workplace: workplaces[index] ?? null,
      personId: person.id,
      name: staffNameOf(person),
      email: person.email,
      certificateNumber: person.certificateNumber,
      title,
      inServiceNumber: offering.inServiceNumber,
      approvedMinutes: offering.approvedMinutes ?? 0,
      requestedMinutes: claim.requestedMinutes ?? 0,
      earnedMinutes: claim.earnedMinutes,
      completedOn: completionDay(offering),
      claimedAt: at,
      timeZone: offering.timeZone,
      age: ctx.now - at,
      missing: missingGates(claim, policyOf(ctx.db, offering)),
    };
  });
}

/** More offerings than anybody looks through; others are found by words. */
const MOST_OFFERED = 200;

/**
 * The offerings that have claims in the view of an address, the last that ended first, as choices of its filter: at most `MOST_OFFERED`,
 * and first of all the one that it names; and how many there are. Found from the claims, which are few.
 */
export function listQueueOfferings(
  ctx: ScopedContext,
  search: URLSearchParams,
): Newest<{ value: string; label: string }> {
  const view = queueViewOf(search);
  const waiting = ctx.db.select({ id: claims.offeringId }).from(claims).where(isInView(view));
  const chosen = eq(offerings.id, search.get("offering") ?? "");
  const found = ctx.db
    .select({ inAll, value: offerings.id, number: offerings.inServiceNumber, title: courses.title })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(or(inArray(offerings.id, waiting), chosen), inArray(offerings.providerId, ctx.scopeIds)))
    .orderBy(desc(chosen), desc(offerings.endsAt))
    .limit(MOST_OFFERED)
    .all();
  const { rows, total } = newest(found);
  return { rows: rows.map(({ value, number, title }) => ({ value, label: `${title} (${number})` })), total };
}
