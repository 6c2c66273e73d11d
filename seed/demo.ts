import { hasAccounts } from "~/people/accounts/account.server";
import { hashPassword } from "~/people/accounts/password.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { addWalkIn } from "~/attendance/walk-ins/walk-in.server";
import { cancelOffering } from "~/registration/staff/cancel-offering.server";
import { COURSES } from "./courses/all";
import { insertChanges } from "./demo/changes";
import { Chance } from "./demo/chance";
import { insertDeclarations } from "./demo/hr/declarations";
import { insertBadges } from "./demo/badges";
import { insertDocuments } from "./demo/documents";
import { insertHrDesk } from "./demo/hr/desk";
import { insertSubmissions } from "./demo/hr/submitting";
import { insertOwnTime } from "./demo/steps/own-time";
import { insertInvoices } from "./demo/invoices";
import { insertIssuer } from "./demo/issuer";
import { insertMail } from "./demo/mail";
import { DemoCatalog, type DemoOffering, must } from "./demo/offerings";
import { insertOnlineEvening } from "./demo/online-report";
import { DemoParticipation } from "./demo/participation";
import { DEMO_DOMAIN, DEMO_PASSWORD } from "./demo/accounts";
import { DemoPeople, type DemoPerson } from "./demo/people";
import { insertRegistering } from "./demo/registering";
import { insertMicrocredentials } from "./demo/microcredentials";
import { insertRenewing } from "./demo/renewing";
import { insertProviders } from "./demo/providers";

const MINUTE = 60_000;

/**
 * Fills an empty database with invented people, courses, offerings and hours, made through the commands that pages call.
 * All or nothing: a demo that was interrupted starts over.
 * @returns the attendance report of an online session, to be tried; null where there was a demo already
 */
export async function seedDemo(ctx: Context): Promise<string | null> {
  if (hasAccounts(ctx.db)) return null;
  console.log("Inventing people, courses and hours …");
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const report = inTransaction(ctx.db, (tx) => insertDemo(tx, ctx, passwordHash));
  const [teacher, coordinator] = [`educator@${DEMO_DOMAIN}`, `coordinator@${DEMO_DOMAIN}`];
  await insertDocuments(ctx, teacher);
  await insertIssuer(ctx, `admin@${DEMO_DOMAIN}`);
  await insertBadges(ctx, { teacher, coordinator });
  return report;
}

function insertDemo(tx: Transaction, ctx: Context, passwordHash: string): string {
  const chance = new Chance(121);
  const people = new DemoPeople(tx, ctx, chance, passwordHash);
  const providers = insertProviders(tx, ctx);
  people.insertEveryone();
  for (const providerId of Object.values(providers)) {
    people.grant(people.account("coordinator"), "coordinator", providerId);
    people.grant(people.account("registrar"), "registrar", providerId);
  }
  const facilitators = Array.from({ length: 10 }, (_, index) => people.insertFacilitator(index + 1));
  const catalog = new DemoCatalog(people, chance, providers, facilitators, ctx.now);
  catalog.insertCourses();
  const participation = new DemoParticipation(tx, people, chance, ctx.now, Object.values(providers));
  insertPast(catalog, participation, people);
  insertPresent(catalog, participation, people, ctx.now);
  insertFuture(catalog, participation, people, ctx.now);
  insertRegistering(catalog, people, pickCourses().last, { psesd: providers.psesd, now: ctx.now });
  insertInvoices(tx, participation.registering(ctx.now), providers.psesd);
  insertDeclarations(tx, people, ctx.now);
  const { today: course, claimable } = pickCourses();
  const later = [catalog.publish(course, 70), catalog.publish(claimable, 75)] as const;
  for (const offering of later) participation.fill(offering, [], 9);
  insertChanges(tx, { catalog, people, psesd: providers.psesd, now: ctx.now }, ...later);
  insertMicrocredentials(tx, { people, psesd: providers.psesd, now: ctx.now });
  insertRenewing(tx, ctx, { people, catalog, participation, providerIds: Object.values(providers) });
  insertHrDesk(tx, people, ctx.now);
  insertSubmissions(tx, people, ctx.now);
  const report = insertOnlineEvening(catalog, participation, people, ctx.now);
  insertOwnTime({ tx, catalog, people, now: ctx.now });
  insertMail(tx, ctx);
  return report;
}

function insertPast(catalog: DemoCatalog, participation: DemoParticipation, people: DemoPeople): void {
  const [teacher, para] = [people.account("educator"), people.account("paraeducator")];
  let teacherTakes = 9;
  let paraTakes = 8;
  const run = (offering: DemoOffering) => {
    const first: DemoPerson[] = [];
    if (teacherTakes > 0 && offering.audiences.includes("teacher") && teacherTakes--) first.push(teacher);
    if (paraTakes > 0 && offering.audiences.includes("paraeducator") && paraTakes--) first.push(para);
    participation.attend(offering, participation.fill(offering, first));
    participation.settle(offering);
  };
  for (const offering of catalog.planPast()) run(offering);
  for (const offering of catalog.planUnderWay()) participation.attend(offering, participation.fill(offering));
}

/** The courses of one day for teachers that stand for what waits for the fixed accounts. */
function pickCourses() {
  const ofOneDay = COURSES.filter(({ sessions, audiences }) => sessions.count === 1 && audiences.includes("teacher"));
  const [today, yesterday, claimable, recent] = ofOneDay;
  const last = ofOneDay.at(-1);
  if (!today || !yesterday || !claimable || !recent || !last)
    throw new Error("The demo needs four courses of one day.");
  return { today, yesterday, claimable, recent, last };
}

/** What waits for the fixed accounts: a session today, one from yesterday with every anomaly, claims to make. */
function insertPresent(catalog: DemoCatalog, participation: DemoParticipation, people: DemoPeople, now: number): void {
  const facilitator = people.account("facilitator");
  const teacher = people.account("educator");
  const para = people.account("paraeducator");
  const { today, yesterday, claimable, recent } = pickCourses();
  const date = (offset: number) => [addDays(dateOf(now, REGION_TIME_ZONE), offset)];

  participation.fill(catalog.publishOn(today, date(0), { facilitator }), [teacher], 18);

  const unconfirmed = catalog.publishOn(yesterday, date(-1), { facilitator });
  const people5 = participation.fill(unconfirmed, [], 16);
  insertAnomalies(participation, unconfirmed, people, people5);
  participation.attend(unconfirmed, []);

  for (const [course, offset] of [
    [claimable, -3],
    [recent, -9],
  ] as const) {
    const offering = catalog.publishOn(course, date(offset), { facilitator });
    const firsts = [teacher, para].filter((person) => offering.audiences.includes(person.roleKind));
    participation.attend(offering, participation.fill(offering, firsts, 14));
    participation.settle(offering);
  }
}

function insertAnomalies(
  participation: DemoParticipation,
  offering: DemoOffering,
  people: DemoPeople,
  present: ReturnType<DemoParticipation["fill"]>,
): void {
  const [session] = participation.sessionsOf(offering);
  const [open, noIn, twice, outside, clock, disputed, byThemselves] = present;
  if (!session || !open || !noIn || !twice || !outside || !clock || !disputed || !byThemselves)
    throw new Error("The demo needs a session with seven people.");
  const at = (minutes: number) => session.startsAt + minutes * MINUTE;
  const mark = participation.mark.bind(participation, offering, session);
  mark(open, "in", at(2));
  mark(noIn, "out", session.endsAt - 30 * MINUTE);
  mark(twice, "in", at(1));
  mark(twice, "in", at(4));
  mark(twice, "out", session.endsAt);
  mark(outside, "in", at(-25));
  mark(outside, "out", session.endsAt);
  mark(clock, "in", at(3), { deviceOff: -9 * MINUTE });
  mark(clock, "out", session.endsAt, { deviceOff: -9 * MINUTE });
  mark(disputed, "in", at(0), { device: "0".repeat(32) });
  mark(disputed, "in", at(35), { device: "1".repeat(32) });
  mark(disputed, "out", session.endsAt, { device: "0".repeat(32) });
  participation.checkIn(offering, session, byThemselves, at(-4));
  const ctx = people.acting(offering.facilitator, at(6));
  const walkIn = { sessionId: session.id, deviceTime: ctx.now };
  must(
    addWalkIn(ctx, { ...walkIn, name: "Tam Walkin", email: "tam.walkin@elsewhere.example", nonce: "demo-walk-in-tam" }),
  );
}

function insertFuture(catalog: DemoCatalog, participation: DemoParticipation, people: DemoPeople, now: number): void {
  const teacher = people.account("educator");
  const future = catalog.planFuture();
  future.forEach((offering, index) => {
    const first = index % 9 === 0 && offering.audiences.includes("teacher") ? [teacher] : [];
    participation.fill(offering, first);
  });
  const { today: course } = pickCourses();
  const full = catalog.publish(course, 40, { capacity: 8 });
  participation.fill(full, [], 11);
  const dates = [addDays(dateOf(now, REGION_TIME_ZONE), 60)];
  catalog.draft(course, dates, people.account("facilitator"), 24, now - 3_600_000);
  const inAMonth = addDays(dateOf(now, REGION_TIME_ZONE), 30);
  const dropped = future.find(({ dates: [first = ""] }) => first > inAMonth);
  if (!dropped) throw new Error("The demo needs an offering that is more than a month away.");
  must(
    cancelOffering(catalog.coordinating(now - 3_600_000), {
      offeringId: dropped.id,
      reason: "The venue is closed for repairs.",
    }),
  );
}
