import { and, eq, gt, gte, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import { salaryCutoffs } from "#drizzle/schema/hr";
import { organisations, persons } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { reminders } from "#drizzle/schema/reminders";
import { apiTokens } from "#drizzle/schema/staff/hr-api";
import { localRules } from "#drizzle/schema/staff/local-rules";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { tryOne } from "~/platform/jobs/each-due.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { planAgeing, planCutoff, planNewHours, planRenewal, planToken } from "./calendar-plan";
import type { PlannedReminder } from "./planned-reminder";
import { reconcileReminders } from "./reconcile.server";
import { DEFAULT_CUTOFF } from "./salary-cutoff";

/**
 * Keeps stored what follows the calendar: the registrars' next Monday, HR's next month and salary cut-off, the ends of its
 * tokens, everybody's renewal. Reminders of an occasion that has come stay as they are until they are sent or too late.
 */
export function planCalendar(ctx: Context): void {
  const wishes = [...wishesOfRegistrars(ctx), ...wishesOfHr(ctx), ...wishesOfTokens(ctx), ...wishesOfRenewal(ctx)];
  const open = ctx.db
    .select()
    .from(reminders)
    .where(and(isNull(reminders.offeringId), inArray(reminders.state, ["due", "voided"])))
    .all();
  // A Monday or month that has come is no longer the next one, and is owed all the same.
  const stored = open.filter((row) => row.state === "voided" || row.dueAt > ctx.now);
  const byPerson = Map.groupBy(wishes, ({ personId }) => personId);
  const storedOf = Map.groupBy(stored, ({ personId }) => personId);
  // Person by person: one whose dates cannot be reckoned with keeps what is stored, and nobody else waits for them.
  for (const personId of new Set([...byPerson.keys(), ...storedOf.keys()])) {
    tryOne(ctx, "plan-calendar-reminders", personId, () => {
      const planned = (byPerson.get(personId) ?? []).flatMap(({ plan }) => plan());
      inTransaction(ctx.db, (tx) => reconcileReminders(tx, ctx, storedOf.get(personId) ?? [], planned, null));
      return 1;
    });
  }
}

/** What is to be planned for somebody; reckoned with when it is their turn. */
interface Wish {
  personId: string;
  plan: () => PlannedReminder[];
}

function wishesOfRegistrars(ctx: Context): Wish[] {
  return ctx.db
    .select({ personId: grants.personId, since: grants.grantedAt, subjectId: providers.id, zone: providers.timeZone })
    .from(grants)
    .innerJoin(providers, eq(providers.id, grants.providerId))
    .where(and(eq(grants.role, "registrar"), isNull(grants.revokedAt)))
    .all()
    .map(({ zone, ...to }) => ({ personId: to.personId, plan: () => [planAgeing(to, dateOf(ctx.now, zone), zone)] }));
}

function wishesOfHr(ctx: Context): Wish[] {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  return ctx.db
    .select({
      personId: grants.personId,
      since: grants.grantedAt,
      subjectId: organisations.id,
      // S2: by the local rule in force, else as HR set it.
      cutoff: sql<string | null>`coalesce((select ${localRules.cutoff} from ${localRules}
        where ${localRules.organisationId} = ${organisations.id} and ${localRules.fromDate} <= ${today}
        order by ${localRules.fromDate} desc limit 1), ${salaryCutoffs.monthDay})`,
    })
    .from(grants)
    .innerJoin(organisations, eq(organisations.id, grants.organisationId))
    .leftJoin(salaryCutoffs, eq(salaryCutoffs.organisationId, grants.organisationId))
    .where(and(eq(grants.role, "hr"), isNull(grants.revokedAt)))
    .all()
    .map(({ cutoff, ...to }) => ({
      personId: to.personId,
      plan: () => [
        planNewHours(to, today, REGION_TIME_ZONE),
        ...planCutoff(to, cutoff ?? DEFAULT_CUTOFF, today, REGION_TIME_ZONE),
      ],
    }));
}

/** Whoever is in HR of a district hears of its tokens, not of those that ended before they came. */
function wishesOfTokens(ctx: Context): Wish[] {
  const { id: subjectId, expiresAt, createdAt } = apiTokens;
  return ctx.db
    .select({ personId: grants.personId, grantedAt: grants.grantedAt, subjectId, expiresAt, createdAt })
    .from(apiTokens)
    .innerJoin(grants, eq(grants.organisationId, apiTokens.organisationId))
    .where(
      and(
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, ctx.now),
        eq(grants.role, "hr"),
        isNull(grants.revokedAt),
      ),
    )
    .all()
    .map(({ expiresAt: endsAt, createdAt: madeAt, grantedAt, ...to }) => ({
      personId: to.personId,
      plan: () => planToken({ ...to, since: Math.max(madeAt, grantedAt) }, endsAt, REGION_TIME_ZONE),
    }));
}

/** A date that was entered when a reminder would have been due already brings none for that: the page shows what is missing. */
function wishesOfRenewal(ctx: Context): Wish[] {
  const { id, certificateExpiresOn, updatedAt } = persons;
  return ctx.db
    .select({ personId: id, expiresOn: certificateExpiresOn, since: updatedAt })
    .from(persons)
    .where(and(isNotNull(certificateExpiresOn), gte(certificateExpiresOn, dateOf(ctx.now, REGION_TIME_ZONE))))
    .all()
    .map(({ personId, expiresOn, since }) => ({
      personId,
      plan: () => (expiresOn === null ? [] : planRenewal({ personId, since }, expiresOn, REGION_TIME_ZONE)),
    }));
}
