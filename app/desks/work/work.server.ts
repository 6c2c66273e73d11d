import { and, count, eq, gt, inArray, isNull, lte, type SQL } from "drizzle-orm";
import { dueFaults } from "#drizzle/schema/platform";
import { offerings } from "#drizzle/schema/catalog";
import { claims, correctionRequests } from "#drizzle/schema/credits";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { awardHours } from "#drizzle/schema/microcredentials/hours";
import { outboxMessages } from "#drizzle/schema/messages";
import { WAITS_FOR_REGISTRAR } from "~/credits/claims/claim-status";
import { listSessionsOfDay } from "~/desks/facilitator/facilitator-desk.server";
import { TO_CONFIRM_PATH } from "~/desks/facilitator/my-offerings-list";
import { countUnconfirmed } from "~/desks/facilitator/my-offerings-list.server";
import { countWaitingInquiries } from "~/desks/inquiries/inbox.server";
import { countToConfirm } from "~/hr/confirming/waiting-affiliation.server";
import { countExportLines } from "~/hr/exports/export-rows.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { countSubmitted } from "~/hr/submitted/submitted-list.server";
import { isGivenUp } from "~/messages/outbox/outbox.server";
import { findScope, listMyGrants, type ScopedContext } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import { countOf } from "~/platform/database/rows.server";
import { countFailing } from "~/platform/jobs/job-schedule.server";
import { countSent } from "~/renewal/outside/outside-list.server";
import { countAlarms } from "~/platform/mail/mail-alarm.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { countMyAssessments } from "./assessment-work.server";
import { readCoordinatorWork } from "./coordinator-work.server";
import { CLAIM_AGES, madeBetween, type WorkCounter, type WorkDesk, withoutNothing } from "./work-counter";

/** Whether somebody has a desk besides their own. */
export const isStaff = (ctx: ActorContext): boolean => listMyGrants(ctx).length > 0;

/** What waits for the actor at each of their desks, and what they teach today. */
export function readWork(ctx: ActorContext) {
  const desks: WorkDesk[] = [];
  const add = (label: string, to: string, counters: WorkCounter[], more: Partial<WorkDesk> = {}) =>
    desks.push({ label, to, offerings: [], hasMore: false, ...more, counters: withoutNothing(counters) });
  const inquiries = countWaitingInquiries(ctx);
  const asked = { label: "Inquiries to answer", count: inquiries, to: "/inbox", urgent: true };
  if (findScope(ctx, "facilitator")) add("Facilitator", "/facilitator", [unconfirmed(ctx)]);
  const coordinator = findScope(ctx, "coordinator");
  if (coordinator) {
    const work = readCoordinatorWork(coordinator);
    add("Coordinator", "/coordinator", work.counters, work);
  }
  const assessor = findScope(ctx, "assessor");
  if (assessor) add("Assessor", "/assessor", countMyAssessments(assessor));
  const registrar = findScope(ctx, "registrar");
  if (registrar)
    add("Registrar", "/registrar", [
      ...countClaimsByAge(registrar),
      countCorrections(registrar),
      countAwardHours(registrar),
      {
        label: "Hours from elsewhere to check",
        count: countSent(registrar),
        to: "/registrar/outside-hours",
        urgent: false,
      },
    ]);
  const hr = findScope(ctx, "hr");
  if (hr) add("HR", "/hr", countHrWork(hr));
  if (findScope(ctx, "admin")) add("Administration", "/admin", countHouseWork(ctx));
  return {
    today: findScope(ctx, "facilitator") ? listSessionsOfDay(ctx) : [],
    asked: inquiries > 0 ? asked : null,
    desks,
  };
}

const unconfirmed = (ctx: ActorContext): WorkCounter => ({
  label: "Attendance to confirm",
  count: countUnconfirmed(ctx),
  to: TO_CONFIRM_PATH,
  urgent: true,
});

function countAwardHours(ctx: ScopedContext): WorkCounter {
  const waiting = ctx.db
    .select({ count: count() })
    .from(awardHours)
    .innerJoin(awards, eq(awards.id, awardHours.awardId))
    .where(and(eq(awardHours.status, "claimed"), isNull(awards.revokedAt), inArray(awards.providerId, ctx.scopeIds)));
  return { label: "Hours of awards to post", count: countOf(waiting), to: "/registrar/awards", urgent: false };
}

function countClaimsByAge(ctx: ScopedContext): WorkCounter[] {
  return CLAIM_AGES.map((age) => {
    const { after, upTo } = madeBetween(ctx.now, age);
    const made: SQL | undefined = and(
      lte(claims.claimedAt, upTo),
      after === null ? undefined : gt(claims.claimedAt, after),
    );
    const day = (at: number) => dateOf(at, REGION_TIME_ZONE);
    const from = after === null ? "" : `&from=${day(after)}`;
    return {
      label: age.label,
      count: countOf(
        ctx.db
          .select({ count: count() })
          .from(claims)
          .innerJoin(offerings, eq(offerings.id, claims.offeringId))
          .where(
            and(inArray(offerings.providerId, ctx.scopeIds), inArray(claims.status, [...WAITS_FOR_REGISTRAR]), made),
          ),
      ),
      to: `/registrar?view=ready${from}&to=${day(upTo)}`,
      urgent: age.urgent,
    };
  });
}

function countCorrections(ctx: ScopedContext): WorkCounter {
  const open = ctx.db
    .select({ count: count() })
    .from(correctionRequests)
    .innerJoin(claims, eq(claims.id, correctionRequests.claimId))
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .where(and(inArray(offerings.providerId, ctx.scopeIds), eq(correctionRequests.state, "open")));
  return { label: "Corrections asked for", count: countOf(open), to: "/registrar/corrections", urgent: true };
}

function countHrWork(ctx: ScopedContext): WorkCounter[] {
  const fresh = listMyOrganisations(ctx).map((organisation) => ({
    label: `New hours since the last export, ${organisation.name}`,
    count: countExportLines(ctx.db, organisation, { from: null, to: null, onlyNew: true }),
    to: `/hr/export?organization=${organisation.id}&period=all`,
  }));
  const waiting = { label: "People to confirm", count: countToConfirm(ctx.db, ctx), to: "/hr/affiliations" };
  const submitted = { label: "Submitted hours to decide", count: countSubmitted(ctx), to: "/hr/submitted" };
  return [waiting, submitted, ...fresh];
}

function countHouseWork(ctx: ActorContext): WorkCounter[] {
  const failed = ctx.db.select({ count: count() }).from(outboxMessages).where(isGivenUp);
  const faults = ctx.db.select({ count: count() }).from(dueFaults);
  return [
    { label: "What keeps mail from people", count: countAlarms(ctx.db), to: "/admin/mail", urgent: true },
    { label: "Mail that failed", count: countOf(failed), to: "/admin/mail?state=failed", urgent: true },
    { label: "Jobs that fail", count: countFailing(ctx.db), to: "/admin/jobs", urgent: true },
    { label: "What jobs could not do", count: countOf(faults), to: "/admin/jobs", urgent: true },
  ];
}
