import { ACTIVITY_LIST, AUDIT_LIST } from "~/desks/activity/activity-list";
import { activitySource } from "~/desks/activity/activity-list.server";
import { openActivity } from "~/desks/activity/activity-scope.server";
import { STEP_PEOPLE_LIST } from "~/attendance/reading/step-people-list";
import { openStepPeople } from "~/attendance/reading/step-people-list.server";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import { OFFERING_PEOPLE_LIST } from "~/desks/coordinator/people/offering-people-list";
import { offeringPeopleSource } from "~/desks/coordinator/people/offering-people-list.server";
import { MY_OFFERINGS_LIST } from "~/desks/facilitator/my-offerings-list";
import { myOfferingsSource } from "~/desks/facilitator/my-offerings-list.server";
import { MAIL_LIST } from "~/desks/admin/mail-list";
import { mailSource } from "~/desks/admin/mail-list.server";
import { ORGANISATION_LIST } from "~/people/organisations/organisation-list";
import { organisationSource } from "~/people/organisations/organisation-list.server";
import { ALL_PEOPLE_LIST } from "~/people/persons/all-people-list";
import { allPeopleSource } from "~/people/persons/all-people-list.server";
import { AREA_LIST } from "~/catalog/areas/area-list";
import { areaSource } from "~/catalog/areas/area-list.server";
import { PLACE_LIST } from "~/catalog/places/place-list";
import { placeSource } from "~/catalog/places/place-list.server";
import { PROVIDER_LIST } from "~/catalog/providers/provider-list";
import { providerSource } from "~/catalog/providers/provider-list.server";
import { COURSE_LIST } from "~/catalog/courses/course-list";
import { courseSource } from "~/catalog/courses/course-list.server";
import { INSTRUCTOR_LIST } from "~/catalog/instructors/instructor-list";
import { instructorSource } from "~/catalog/instructors/instructor-list.server";
import { OFFERING_LISTS } from "~/desks/coordinator/offering-list";
import { offeringSource } from "~/desks/coordinator/offering-list.server";
import { unreachableSource } from "~/desks/coordinator/unreachable.server";
import { UNREACHABLE_LIST } from "~/desks/coordinator/unreachable-list";
import { answersInquiries } from "~/desks/inquiries/inbox.server";
import { INBOX_LISTS } from "~/desks/inquiries/inbox-list";
import { inboxSource } from "~/desks/inquiries/inbox-list.server";
import { openReceivers } from "~/desks/messages/receivers.server";
import { RECEIVERS_LIST } from "~/registration/messages/receivers-list";
import { QUEUE_LIST } from "~/desks/registrar/queue-list";
import { queueSource } from "~/desks/registrar/queue-list.server";
import { BILLABLE_LIST } from "~/billing/invoices/billable-list";
import { billableSource } from "~/billing/invoices/billable-list.server";
import { INVOICE_LISTS } from "~/billing/invoices/invoice-list";
import { invoiceSource } from "~/billing/invoices/invoice-list.server";
import { CORRECTION_LIST } from "~/desks/registrar/correction-list";
import { correctionSource } from "~/desks/registrar/correction-list.server";
import { postedSource, withoutDistrictSource } from "~/desks/registrar/credit-list.server";
import { POSTED_LIST } from "~/desks/registrar/posted-list";
import { WITHOUT_DISTRICT_LIST } from "~/desks/registrar/without-district-list";
import { ISSUED_LIST } from "~/documents/revoking/issued-list";
import { issuedSource } from "~/documents/revoking/issued-list.server";
import { TO_CONFIRM_LIST } from "~/hr/confirming/to-confirm-list";
import { toConfirmSource } from "~/hr/confirming/waiting-affiliation.server";
import { DISTRICT_AWARD_LIST } from "~/hr/awards/award-list";
import { districtAwardSource } from "~/hr/awards/award-list.server";
import { LADDER_LIST } from "~/hr/renewals/ladder-list";
import { ladderSource } from "~/hr/renewals/ladder-list.server";
import { RENEWAL_LIST } from "~/hr/renewals/renewal-list";
import { openRenewals } from "~/hr/renewals/renewal-list.server";
import { EXPORT_LIST } from "~/hr/exports/export-list";
import { exportSource } from "~/hr/exports/export-list.server";
import { PEOPLE_LIST } from "~/hr/people/people-list";
import { openClaimsSource } from "~/hr/salary/open-claims-list.server";
import { OPEN_CLAIMS_LIST, SALARY_PEOPLE_LIST, SALARY_ROWS_LIST } from "~/hr/salary/salary-lists";
import { salaryPeopleSource, salaryRowsSource } from "~/hr/salary/salary-lists.server";
import { SUBMITTED_LIST } from "~/hr/submitted/submitted-list";
import { submittedSource } from "~/hr/submitted/submitted-list.server";
import { peopleSource } from "~/hr/people/people-list.server";
import { ASSESSOR_LIST } from "~/microcredentials/assessors/assessor-list";
import { assessorSource } from "~/microcredentials/assessors/assessor-list.server";
import { UNDECIDED_LIST } from "~/microcredentials/assessment/undecided-list";
import { undecidedSource } from "~/microcredentials/assessment/undecided-list.server";
import { awardHoursSource } from "~/desks/microcredentials/award-hours-desk.server";
import { AWARD_HOURS_LIST } from "~/desks/microcredentials/award-hours-list";
import { HOLDER_LIST } from "~/microcredentials/awards/holder-list";
import { holderSource } from "~/microcredentials/awards/holder-list.server";
import { getScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { MICROCREDENTIAL_LIST } from "~/microcredentials/definitions/microcredential-list";
import { microcredentialSource } from "~/microcredentials/definitions/microcredential-list.server";
import { OUTSIDE_LIST } from "~/renewal/outside/outside-list";
import { outsideSource } from "~/renewal/outside/outside-list.server";
import { scopeOf, type ScopedContext } from "~/people/roles/permission.server";
import type { GrantRole } from "~/people/roles/role";
import type { ActorContext } from "~/platform/context";
import { notFound } from "~/platform/http/responses.server";
import { type ListCsv, writeListCsv } from "~/platform/lists/list-csv.server";
import { findPage, type FoundPage } from "~/platform/lists/list-page.server";
import { countMatching, type ListSource } from "~/platform/lists/list-query.server";
import type { ListShape } from "~/platform/lists/list-shape";

/** A list as an address opens it, for one actor. */
export interface OpenedList {
  /** How many rows there are, counted no further than `most`. */
  count: (most: number) => number;
  /** What stands on the page that the address asks for. */
  page: () => FoundPage;
  csv: () => ListCsv;
}

export interface ListEntry {
  shape: ListShape;
  /** @throws Response 403 or 404 when the list, or what the address names, is not the actor's to see */
  open: (ctx: ActorContext, search: URLSearchParams) => OpenedList | Promise<OpenedList>;
}

const opened = <Row>(source: ListSource<Row>, search: URLSearchParams): OpenedList => ({
  count: (most) => countMatching(source, search, most),
  page: () => findPage(source, search),
  csv: () => writeListCsv(source, search),
});

/** A list of those with a role, within their scope: the right is asked here, wherever the list is read. */
function forRole<Row>(
  shape: ListShape,
  role: GrantRole,
  source: (ctx: ScopedContext, search: URLSearchParams) => ListSource<Row>,
): ListEntry {
  return {
    shape,
    open: (ctx, search) => opened(source(scopeOf(ctx, role), search), search),
  };
}

/** What staff of several roles are asked: each sees what they answer. */
const INQUIRIES: ListEntry = {
  shape: INBOX_LISTS.open,
  open: (ctx, search) => {
    if (!answersInquiries(ctx)) throw notFound();
    return opened(inboxSource(ctx, search), search);
  },
};

/** Who got a message, for whoever takes the attendance of its offering. */
const RECEIVERS: ListEntry = {
  shape: RECEIVERS_LIST,
  open: (ctx, search) => opened(openReceivers(ctx, search.get("message") ?? "").source, search),
};

/** Who has done which step of an offering, for whoever takes its attendance. */
const STEP_PEOPLE: ListEntry = {
  shape: STEP_PEOPLE_LIST,
  open: (ctx, search) => opened(openStepPeople(ctx, search.get("offering") ?? "").source, search),
};

/** Whose hours are short follows from rules that take their time. */
const RENEWALS: ListEntry = {
  shape: RENEWAL_LIST,
  open: async (ctx, search) => opened((await openRenewals(scopeOf(ctx, "hr"), search)).source, search),
};

/** Every list of work, by name: each has its CSV, and views that people save. */
const LISTS: readonly ListEntry[] = [
  {
    shape: ACTIVITY_LIST,
    open: (ctx, search) => opened(openActivity(ctx, search).source, search),
  },
  forRole(AUDIT_LIST, "admin", (ctx) => activitySource(ctx, AUDIT_LIST, undefined)),
  forRole(OFFERING_PEOPLE_LIST, "coordinator", (ctx, search) =>
    offeringPeopleSource(ctx, getScopedOffering(ctx, search.get("offering") ?? "").offering),
  ),
  forRole(MY_OFFERINGS_LIST, "facilitator", myOfferingsSource),
  forRole(QUEUE_LIST, "registrar", queueSource),
  forRole(POSTED_LIST, "registrar", postedSource),
  forRole(WITHOUT_DISTRICT_LIST, "registrar", withoutDistrictSource),
  forRole(OUTSIDE_LIST, "registrar", outsideSource),
  forRole(AWARD_HOURS_LIST, "registrar", awardHoursSource),
  forRole(CORRECTION_LIST, "registrar", correctionSource),
  forRole(INVOICE_LISTS.open, "registrar", invoiceSource),
  forRole(BILLABLE_LIST, "registrar", billableSource),
  forRole(ISSUED_LIST, "registrar", issuedSource),
  INQUIRIES,
  RECEIVERS,
  STEP_PEOPLE,
  forRole(OFFERING_LISTS.coming, "coordinator", offeringSource),
  forRole(COURSE_LIST, "coordinator", courseSource),
  forRole(HOLDER_LIST, "coordinator", (ctx, search) =>
    holderSource(ctx, getScopedMicrocredential(ctx, search.get("microcredential") ?? "").microcredential.id),
  ),
  forRole(MICROCREDENTIAL_LIST, "coordinator", microcredentialSource),
  forRole(ASSESSOR_LIST, "coordinator", assessorSource),
  forRole(UNDECIDED_LIST, "coordinator", undecidedSource),
  forRole(INSTRUCTOR_LIST, "coordinator", instructorSource),
  forRole(UNREACHABLE_LIST, "coordinator", unreachableSource),
  forRole(ALL_PEOPLE_LIST, "admin", allPeopleSource),
  forRole(ORGANISATION_LIST, "admin", organisationSource),
  forRole(PROVIDER_LIST, "admin", providerSource),
  forRole(AREA_LIST, "admin", areaSource),
  forRole(PLACE_LIST, "admin", placeSource),
  forRole(MAIL_LIST, "admin", mailSource),
  forRole(PEOPLE_LIST, "hr", peopleSource),
  forRole(TO_CONFIRM_LIST, "hr", toConfirmSource),
  forRole(EXPORT_LIST, "hr", exportSource),
  forRole(SALARY_PEOPLE_LIST, "hr", salaryPeopleSource),
  forRole(SALARY_ROWS_LIST, "hr", salaryRowsSource),
  forRole(OPEN_CLAIMS_LIST, "hr", openClaimsSource),
  forRole(SUBMITTED_LIST, "hr", submittedSource),
  forRole(DISTRICT_AWARD_LIST, "hr", districtAwardSource),
  RENEWALS,
  forRole(LADDER_LIST, "hr", ladderSource),
];

/** A list by its name; undefined for none. */
export const findList = (name: string): ListEntry | undefined => LISTS.find(({ shape }) => shape.name === name);

/** What lists are called, by name. */
export const listTitles = (): Record<string, ListShape> =>
  Object.fromEntries(LISTS.map(({ shape }) => [shape.name, shape]));
