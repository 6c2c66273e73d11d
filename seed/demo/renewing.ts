import { eq } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import { claimAndBill, feeOf, recordPayment } from "~/billing/fees/claim-fee.server";
import { addProviderYear } from "~/catalog/providers/provider-year.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { published } from "~/catalog/offerings/published";
import { submitEvaluation } from "~/credits/claims/claim.server";
import { postClaims } from "~/credits/ledger/posting.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { approvalYearOf, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { paraKindOf } from "~/renewal/certificates/educator-certificate";
import { saveQualifications } from "~/renewal/certificates/qualification.server";
import { lastDayOf } from "~/renewal/paraeducator";
import { COURSES } from "../courses/all";
import type { CourseSeed } from "../courses/course-seed";
import { insertGrowthPlans } from "./growth-plans";
import { type DemoCatalog, type DemoOffering, must } from "./offerings";
import type { DemoParticipation } from "./participation";
import type { DemoPeople, DemoPerson } from "./people";
import { listMyShares, shareRenewal } from "~/renewal/sharing/sharing.server";
import { enterElsewhere } from "./elsewhere";
import { RENEWING, type RenewingPlan } from "./renewing-plan";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Stage {
  people: DemoPeople;
  catalog: DemoCatalog;
  participation: DemoParticipation;
  providerIds: readonly string[];
}

/** People whose certificates show what a renewal can take, with the years of hours behind them. */
export function insertRenewing(tx: Transaction, ctx: Context, stage: Stage): void {
  const year = approvalYearOf(dateOf(ctx.now, REGION_TIME_ZONE));
  for (const each of [year - 2, year - 3, year - 4])
    for (const id of stage.providerIds)
      must(addProviderYear(tx, ctx, id, { year: each, basis: "Approved automatically" }));
  const everybody = new Map(RENEWING.map((plan) => [plan, stage.people.insertNamed(plan)]));
  const rooms = new Map<string, { slug: string; daysAgo: number; takers: DemoPerson[] }>();
  for (const [plan, person] of everybody) {
    enterPapers(ctx, stage.people, plan, person);
    enterElsewhere(ctx, stage, plan, person);
    for (const [slug, daysAgo] of plan.taken) {
      const room = rooms.get(slug) ?? { slug, daysAgo, takers: [] };
      room.takers.push(person);
      rooms.set(slug, room);
    }
  }
  insertGrowthPlans(tx, ctx, stage.people, new Map([...everybody].map(([{ mailbox }, person]) => [mailbox, person])));
  const facilitator = stage.people.insertFacilitator(11);
  for (const { slug, daysAgo, takers } of rooms.values()) {
    const course = COURSES.find((each) => each.slug === slug);
    if (!course) throw new Error(`There is no course ${slug}.`);
    const dates = freeDates(stage, course, daysAgo, takers);
    takeTogether(tx, stage, stage.catalog.publishOn(course, dates, { facilitator }), takers);
  }
}

function enterPapers(ctx: Context, people: DemoPeople, plan: RenewingPlan, person: DemoPerson): void {
  const me = people.acting(person, ctx.now - 30 * DAY);
  const year = Number(dateOf(ctx.now, REGION_TIME_ZONE).slice(0, 4));
  for (const { kind, yearsAgo } of plan.certificates) {
    const issuedOn = `${year - yearsAgo}-07-01`;
    const para = paraKindOf(kind);
    const expiresOn = para === null ? `${year - yearsAgo + 5}-06-30` : lastDayOf(para, issuedOn);
    must(addCertificate(me, { kind, issuedOn, expiresOn }));
  }
  // One of them keeps it to herself, so that HR's list is seen to leave somebody out.
  if (plan.mailbox !== "renewal-board")
    for (const { organisationId } of listMyShares(me)) must(shareRenewal(me, organisationId));
  const { endorsements = [], boardYearsAgo } = plan;
  const board = (years: number, day: string) =>
    boardYearsAgo === undefined ? null : `${year - boardYearsAgo + years}-${day}`;
  saveQualifications(me, {
    endorsements: [...endorsements],
    boardFrom: board(0, "11-15"),
    boardTo: board(5, "11-14"),
  });
}

/** Days on which all of them are free, as close to what is asked for as the school year allows. */
function freeDates(
  { catalog, participation }: Stage,
  course: CourseSeed,
  daysAgo: number,
  takers: readonly DemoPerson[],
): string[] {
  for (let earlier = 0; earlier < 30; earlier++) {
    const dates = catalog.datesOf(course, -daysAgo - earlier);
    if (takers.every((person) => participation.isFree(person, { dates }))) return dates;
  }
  throw new Error(`Nobody finds days for ${course.slug}.`);
}

/** The whole way of an offering that is long over: everybody stays to the end, claims, evaluates, pays and gets the credit. */
function takeTogether(
  tx: Transaction,
  { people, participation }: Stage,
  offering: DemoOffering,
  takers: DemoPerson[],
): void {
  participation.fill(offering, takers, takers.length);
  participation.attend(offering, []);
  const row = published(getOffering(tx, offering.id));
  const confirmedAt = row.endsAt + 2 * HOUR;
  must(confirmAttendance(people.acting(offering.facilitator, confirmedAt), { offeringId: offering.id }));
  const byId = new Map(takers.map((person) => [person.personId, person]));
  // Whoever taught it can claim, too, and does not.
  const mine = tx
    .select()
    .from(claims)
    .where(eq(claims.offeringId, offering.id))
    .all()
    .filter(({ personId }) => byId.has(personId));
  for (const { id: claimId, personId, earnedMinutes } of mine) {
    const me = people.acting(byId.get(personId)!, confirmedAt + DAY);
    must(claimAndBill(me, { claimId, requestedMinutes: earnedMinutes }));
    const answers = { objectives: 5, relevance: 5, quality: 4, standards: 4 };
    const claim = must(submitEvaluation(me, { claimId, answers }));
    if (claim.settled) continue;
    const registrar = participation.registering(confirmedAt + 2 * DAY);
    const { cents: amountCents } = feeOf(tx, registrar, row, personId, earnedMinutes);
    const receivedOn = dateOf(registrar.now, REGION_TIME_ZONE);
    must(recordPayment(registrar, { claimId, kind: "purchase-order", amountCents, reference: "PO-20001", receivedOn }));
  }
  must(
    postClaims(
      participation.registering(confirmedAt + 3 * DAY),
      mine.map(({ id }) => id),
    ),
  );
}
