import { TELL_ALL } from "#drizzle/credit-events";
import { FIND_OWED } from "#drizzle/owed-money";
import { PLACE_ALL } from "#drizzle/unplaced-credits";
import { affidavitTexts } from "#drizzle/schema/credits";
import type { Database } from "~/platform/database/database.server";
import { keepStatistics } from "~/platform/database/upkeep.server";
import { withBareTables } from "./bare-tables";
import { insertCourses, readProviders, readStaff } from "./catalog";
import { ClaimWriter } from "./claims";
import { insertDeskWork, insertExports } from "./desks";
import { InvoiceWriter } from "./invoices";
import { Keeping } from "./keeping";
import { MailWriter } from "./mails";
import { OfferingWriter } from "./offerings";
import { type OfferingPlan, planOfferings } from "./offering-plan";
import { PaperWriter } from "./papers";
import { insertPeople } from "./people";
import { insertClaimReminder, insertReminders } from "./reminders";
import { confirm, mark, register } from "./taking-part";
import { type Staff, STATE, World } from "./world";

export interface GenerateOptions {
  /** 1 is a state: 120,000 people in seven years. */
  factor: number;
  /** The instant at which the seven years end, epoch milliseconds. */
  now: number;
  /** Where the site is, for links in mails and documents. */
  origin: string;
  /** Is told what was done, from time to time. */
  log?: (line: string) => void;
}

/** Marks for each registration of an offering that is over, as a state has them. */
const MARKS_EACH = (1.06 * STATE.marks) / STATE.registrations;
/** How many offerings are written in one transaction. */
const AT_ONCE = 200;

/**
 * Fills a database that has providers, courses and staff with what a state has after seven years, or with a part of it. The
 * same every time but for what the database had before.
 * @returns how many rows were inserted into each table
 */
export function generateState(
  db: Database,
  { factor, now, origin, log = () => {} }: GenerateOptions,
): Map<string, number> {
  const world = new World(db, factor, now, origin);
  const client = db.$client;
  const inTurn = (work: () => void) => {
    client.exec("begin");
    work();
    client.exec("commit");
  };
  withBareTables(client, () => {
    inTurn(() => insertPeople(world));
    log(`${world.people.length} people`);
    const writers = makeWriters(world);
    const plans = planOfferings(world, writers.courses);
    for (let at = 0; at < plans.length; at += AT_ONCE) {
      inTurn(() => plans.slice(at, at + AT_ONCE).forEach((plan) => writeOffering(world, writers, plan)));
      log(`${Math.min(at + AT_ONCE, plans.length)} of ${plans.length} offerings`);
    }
    inTurn(() => insertDeskWork(world, writers.staff));
  });
  log("indexes and triggers");
  inTurn(() => {
    client.exec(PLACE_ALL);
    client.exec(FIND_OWED);
    client.exec(TELL_ALL);
    insertExports(world, readStaff(world));
  });
  // As the daily job leaves it.
  keepStatistics(client, "all");
  return world.rows.counts;
}

function makeWriters(world: World) {
  const staff: Staff = readStaff(world);
  const courses = insertCourses(world, readProviders(world));
  const keeping = new Keeping(world, staff.registrar);
  const affidavit = world.db.select().from(affidavitTexts).limit(1).get() ?? { version: "2026-1", text: "I attended." };
  const invoices = new InvoiceWriter(world, staff.registrar);
  const claims = new ClaimWriter(world, keeping, staff, affidavit, invoices);
  return {
    staff,
    courses,
    keeping,
    claims,
    papers: new PaperWriter(world),
    offerings: new OfferingWriter(world, staff),
  };
}

function writeOffering(world: World, writers: ReturnType<typeof makeWriters>, plan: OfferingPlan): void {
  const { keeping, claims, papers } = writers;
  keeping.begin(plan.after);
  const offering = writers.offerings.write(plan);
  if (plan.state === "draft") return;
  const mails = keeping.keepsMail ? new MailWriter(world, keeping, offering) : null;
  const people = register(world, keeping, offering);
  people.filter(({ status }) => status !== "waitlisted").forEach((participant) => mails?.registered(participant));
  insertReminders(world, offering, people);
  if (plan.state === "cancelled") return;
  mark(world, keeping, offering, people, tapsOf(world));
  confirm(world, keeping, offering, people);
  for (const participant of people) {
    const written = claims.write(offering, participant);
    if (!written) continue;
    const { claimId, posted } = written;
    mails?.claimOpen(participant, claimId);
    if (!posted) insertClaimReminder(world, offering, participant.person.id, claimId);
    if (posted) mails?.posted(participant, posted);
    if (posted) papers.write(participant.person, offering.course.provider, posted);
  }
  claims.finish(offering);
}

/** One tap for all, or two for each: whatever brings the marks so far nearer to what a state has. */
function tapsOf({ rows }: World): "one" | "two" {
  const registrations = rows.counts.get("registrations") ?? 1;
  const marks = rows.counts.get("attendance_marks") ?? 0;
  return marks / registrations < MARKS_EACH ? "two" : "one";
}
