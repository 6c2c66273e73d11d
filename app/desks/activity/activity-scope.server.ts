import { eq, inArray, or, type SQL } from "drizzle-orm";
import { sessions } from "#drizzle/schema/catalog";
import { claims, credits } from "#drizzle/schema/credits";
import { auditEntries } from "#drizzle/schema/platform";
import { registrations } from "#drizzle/schema/registration";
import { getCourse } from "~/catalog/courses/course.server";
import { findScopedOffering, getOffering } from "~/catalog/offerings/offering.server";
import { getScopedClaim } from "~/desks/registrar/scoped-claim.server";
import { findScope, listMyGrants } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import type { ListSource } from "~/platform/lists/list-query.server";
import { notFound } from "~/platform/http/responses.server";
import { ACTIVITY_LIST } from "./activity-list";
import { type ActivityRow, activitySource } from "./activity-list.server";

/** What the activity is of, and the way back to it. */
export interface ActivityOf {
  title: string;
  back: { label: string; to: string };
  source: ListSource<ActivityRow>;
}

/**
 * The activity of the offering or the claim that an address names, for those whose it is and for administrators (P2).
 * @throws Response 404 for anybody else's
 */
export function openActivity(ctx: ActorContext, search: URLSearchParams): ActivityOf {
  const [offeringId, claimId] = [search.get("offering"), search.get("claim")];
  if (offeringId) return activityOfOffering(ctx, offeringId);
  if (claimId) return activityOfClaim(ctx, claimId);
  throw notFound();
}

function activityOfOffering(ctx: ActorContext, offeringId: string): ActivityOf {
  const scoped = findScope(ctx, "coordinator");
  const offering = isAdmin(ctx)
    ? getOffering(ctx.db, offeringId)
    : scoped && findScopedOffering(ctx.db, scoped, offeringId);
  if (!offering) throw notFound();
  return {
    title: getCourse(ctx.db, offering.courseId).title,
    back: { label: "Offering", to: `/coordinator/offerings/${offeringId}` },
    source: activitySource(ctx, ACTIVITY_LIST, isOfOffering(ctx, offeringId)),
  };
}

function activityOfClaim(ctx: ActorContext, claimId: string): ActivityOf {
  const scoped = findScope(ctx, "registrar");
  if (!scoped) throw notFound();
  const { name, title } = getScopedClaim(scoped, claimId);
  return {
    title: `${title}, ${name}`,
    back: { label: "Claim", to: `/registrar/claims/${claimId}` },
    source: activitySource(ctx, ACTIVITY_LIST, isOfClaim(ctx, claimId)),
  };
}

const isAdmin = (ctx: ActorContext): boolean => listMyGrants(ctx).some(({ role }) => role === "admin");

/** What is about an offering, its sessions, registrations or claims. */
function isOfOffering({ db }: ActorContext, offeringId: string): SQL | undefined {
  const { subjectId } = auditEntries;
  return or(
    eq(subjectId, offeringId),
    inArray(subjectId, db.select({ id: sessions.id }).from(sessions).where(eq(sessions.offeringId, offeringId))),
    inArray(
      subjectId,
      db.select({ id: registrations.id }).from(registrations).where(eq(registrations.offeringId, offeringId)),
    ),
    inArray(subjectId, db.select({ id: claims.id }).from(claims).where(eq(claims.offeringId, offeringId))),
  );
}

/** What is about a claim or the credits that came of it. */
function isOfClaim({ db }: ActorContext, claimId: string): SQL | undefined {
  const { subjectId } = auditEntries;
  return or(
    eq(subjectId, claimId),
    inArray(subjectId, db.select({ id: credits.id }).from(credits).where(eq(credits.claimId, claimId))),
  );
}
