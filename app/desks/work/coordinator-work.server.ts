import { and, asc, count, eq, exists, gt, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { planChanges } from "#drizzle/schema/approval";
import { courses, offerings } from "#drizzle/schema/catalog";
import { accounts, persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { PLAN_PART_LABELS } from "~/catalog/approval/approved-plan";
import { findUncovered } from "~/catalog/approval/approved-plan.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { countOf } from "~/platform/database/rows.server";
import { plural } from "~/platform/format";
import { LIVE_STATUSES, SEAT_STATUSES } from "~/registration/seats/status";
import { countAssessmentWork } from "./assessment-work.server";
import type { WorkDesk } from "./work-counter";

/** So many offerings of a kind are shown, those that begin first. */
const MOST_SHOWN = 10;
/** So many are looked at together where a rule has to be asked about each. */
const CHUNK = 50;

type OfferingWork = WorkDesk["offerings"];

/** What waits for a coordinator besides what people asked. */
export function readCoordinatorWork(ctx: ScopedContext): Pick<WorkDesk, "counters" | "offerings" | "hasMore"> {
  const drafts = countOf(
    ctx.db
      .select({ count: count() })
      .from(offerings)
      .where(
        and(inArray(offerings.providerId, ctx.scopeIds), eq(offerings.state, "draft"), gt(offerings.startsAt, ctx.now)),
      ),
  );
  const kinds = [listUncovered(ctx), listWaitingWithSeats(ctx), listUnanswered(ctx)];
  return {
    counters: [
      { label: "Drafts to approve", count: drafts, to: "/coordinator?state=draft&when=coming" },
      ...countAssessmentWork(ctx),
    ],
    offerings: kinds.flatMap((rows) => rows.slice(0, MOST_SHOWN)),
    hasMore: kinds.some((rows) => rows.length > MOST_SHOWN),
  };
}

/** Offerings that were changed after the approval and whose approval does not cover them as they stand. */
function listUncovered(ctx: ScopedContext): OfferingWork {
  const changed = ctx.db
    .select({ id: planChanges.id })
    .from(planChanges)
    .where(eq(planChanges.offeringId, offerings.id));
  const found: OfferingWork = [];
  for (let offset = 0; found.length <= MOST_SHOWN; offset += CHUNK) {
    const rows = listComing(ctx, exists(changed), {}, { limit: CHUNK, offset });
    for (const { offering, title } of rows) {
      const parts = findUncovered(ctx.db, offering).map((part) => PLAN_PART_LABELS[part].toLowerCase());
      if (parts.length > 0) found.push(itemOf(offering, title, `needs a new decision: ${parts.join(", ")}`));
    }
    if (rows.length < CHUNK) break;
  }
  return found;
}

const countIn = (statuses: readonly (typeof registrations.$inferSelect)["status"][]) =>
  sql<number>`(select count(*) from ${registrations} where ${registrations.offeringId} = ${offerings.id}
    and ${inArray(registrations.status, [...statuses])})`;

/** Offerings in which people wait though seats are free: registration has closed, or offers are off. */
function listWaitingWithSeats(ctx: ScopedContext): OfferingWork {
  const [waiting, taken] = [countIn(["waitlisted"]), countIn(SEAT_STATUSES)];
  return listComing(ctx, sql`${waiting} > 0 and ${offerings.capacity} > ${taken}`, { waiting, taken }).map(
    ({ offering, title, ...numbers }) => {
      const free = offering.capacity - (numbers.taken ?? 0);
      const people = plural(numbers.waiting ?? 0, "person waits", "people wait");
      return itemOf(offering, title, `${people} with ${plural(free, "seat")} free`, "/people");
    },
  );
}

/** Offerings with people who were invited to an account and have none yet. */
function listUnanswered(ctx: ScopedContext): OfferingWork {
  const without = sql<number>`(select count(*) from ${registrations}
    join ${persons} on ${persons.id} = ${registrations.personId} and ${isNotNull(persons.email)}
    left join ${accounts} on ${accounts.personId} = ${persons.id}
    where ${registrations.offeringId} = ${offerings.id} and ${inArray(registrations.status, [...LIVE_STATUSES])}
      and ${or(isNull(accounts.id), isNull(accounts.emailVerifiedAt))})`;
  return listComing(ctx, sql`${without} > 0`, { waiting: without }).map(({ offering, title, waiting }) =>
    itemOf(offering, title, `${plural(waiting ?? 0, "invitation")} unanswered`, "/people"),
  );
}

/** Approved and published offerings of the actor's providers that are not over, soonest first. */
function listComing(
  ctx: ScopedContext,
  where: SQL,
  numbers: { waiting?: SQL<number>; taken?: SQL<number> } = {},
  { limit, offset } = { limit: MOST_SHOWN + 1, offset: 0 },
) {
  const { waiting = sql<number>`0`, taken = sql<number>`0` } = numbers;
  return ctx.db
    .select({ offering: offerings, title: courses.title, waiting, taken })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        inArray(offerings.providerId, ctx.scopeIds),
        inArray(offerings.state, ["approved", "published"]),
        gt(offerings.endsAt, ctx.now),
        where,
      ),
    )
    .orderBy(asc(offerings.startsAt), asc(offerings.id))
    .limit(limit)
    .offset(offset)
    .all();
}

const itemOf = (offering: Offering, title: string, need: string, view = "") => ({
  id: `${offering.id} ${need}`,
  title,
  need,
  to: `/coordinator/offerings/${offering.id}${view}`,
});
