import { findUncovered, listDecisions, listPlanChanges } from "~/catalog/approval/approved-plan.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { barredOf, toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { listDesignations, listSessions } from "~/catalog/offerings/offering-parts.server";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import { listProposedInstructors } from "~/catalog/instructors/instructor-entry.server";
import { listProposedPlaces } from "~/catalog/places/place.server";
import { namesOf } from "~/catalog/providers/designation-permission.server";
import { yearInDays, yearLabel } from "~/catalog/providers/provider-year";
import { isApprovedFor } from "~/catalog/providers/provider-year.server";
import { contactOf } from "~/catalog/providers/contact";
import { getProvider } from "~/catalog/providers/provider.server";
import { listMyGrants, type ScopedContext } from "~/people/roles/permission.server";
import { approvalYearOf, dateOf, workingDaysBetween } from "~/platform/time/time-zone";
import { listLeft } from "~/registration/staff/cancel-offering.server";
import { countSeats } from "~/registration/seats/registration-row.server";
import { countClaims } from "~/credits/claims/claim-count.server";
import { approvableMinutes } from "~/credits/counting/clock-hours";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { countRegistrations } from "./withdraw-offering.server";
import type { OfferingView } from "./offering-view";

/** What the chosen view of a coordinator's page of an offering shows; only that is read. */
export function readOfferingView(ctx: ScopedContext, offering: Offering, view: OfferingView) {
  return {
    overview: view === "overview" ? readOverview(ctx, offering) : null,
    edit:
      view === "edit"
        ? {
            draft: toOfferingDraft(ctx.db, offering),
            hosts: listOrganisationOptions(ctx.db),
            places: listProposedPlaces(ctx.db),
            instructors: listProposedInstructors(ctx.db, offering.providerId),
            barred: barredOf(ctx.db, ctx.now, offering),
          }
        : null,
  };
}

function readOverview(ctx: ScopedContext, offering: Offering) {
  const sessions = listSessions(ctx.db, offering.id);
  const policy = policyOf(ctx.db, offering);
  const today = dateOf(ctx.now, offering.timeZone);
  return {
    today,
    sessions,
    decisions: listDecisions(ctx.db, offering.id).map(({ plan: _plan, ...decision }) => decision),
    planChanges: listPlanChanges(ctx.db, offering.id),
    uncovered: findUncovered(ctx.db, offering),
    seats: countSeats(ctx.db, offering),
    everRegistered: countRegistrations(ctx.db, offering.id),
    untold: offering.state === "cancelled" ? listLeft(ctx.db, offering.id).length : 0,
    claims: countClaims(ctx.db, [offering.id])(offering.id),
    approvableMinutes: approvableMinutes(sessions, policy),
    leadDays:
      offering.startsAt === null ? null : workingDaysBetween(today, dateOf(offering.startsAt, offering.timeZone)),
    neededLeadDays: policy.leadWorkingDays,
    barred: readBarred(ctx, offering),
    missingYear: findMissingYear(ctx, offering),
    isOver: offering.endsAt !== null && ctx.now >= offering.endsAt,
    hasStarted: offering.startsAt !== null && ctx.now >= offering.startsAt,
  };
}

/** What a draft counts for and its provider may not give (A4), in words; null when there is nothing. */
function readBarred(ctx: ScopedContext, offering: Offering): { names: string; day: string } | null {
  if (offering.state !== "draft") return null;
  const counted = listDesignations(ctx.db, offering.id).map(({ designation }) => designation);
  const { designations, day } = barredOf(ctx.db, ctx.now, offering);
  const barred = counted.filter((each) => designations.includes(each));
  return barred.length > 0 ? { names: namesOf(barred), day } : null;
}

/** The provider year of a draft for which the provider is not approved (A3), and where that is mended; null when it is. */
function findMissingYear(ctx: ScopedContext, { state, startsAt, timeZone, providerId }: Offering) {
  if (state !== "draft" || startsAt === null) return null;
  const year = approvalYearOf(dateOf(startsAt, timeZone));
  if (isApprovedFor(ctx.db, providerId, year)) return null;
  const isAdmin = listMyGrants(ctx).some(({ role }) => role === "admin");
  const provider = getProvider(ctx.db, providerId);
  return {
    name: provider.name,
    label: yearLabel(year),
    days: yearInDays(year),
    contact: contactOf(provider),
    address: isAdmin ? `/admin/providers/${providerId}#years` : null,
  };
}

export type OfferingOverview = ReturnType<typeof readOverview>;
