import { and, eq, inArray, lte } from "drizzle-orm";
import { jobSchedules, startedActions } from "#drizzle/schema/platform";
import { reminders } from "#drizzle/schema/reminders";
import { startAction } from "~/desks/started/started-action.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { register } from "~/registration/seats/registration.server";
import { planQueuedOfferings } from "~/reminders/offering-plan.server";
import { startServer } from "../e2e/server-process";
import { DAY } from "../support/clock";
import { actingAs, systemContext } from "../support/context";
import { done } from "../support/done";
import { give, makeCourse, makeOffering, makePerson, psesd, type TestPerson } from "../support/factories";
import { hasBuild, lookIdle, lookWhile, tellBeside } from "./looks";
import { makeReadyClaims } from "./ready-claims";
import { signIn } from "./scale/server";

const PEOPLE = 500;
/** Of each, so that a slow moment of the machine hits both what is idle and what is not. */
const ROUNDS = 5;
const CLAIMS_EACH = 2;
const REMINDED_OF = 12;
const LOOKS = 100;
const OFFERINGS = 30;
const FILE_MB = 1_000;
/** Jobs of which nothing is to come before its turn. */
const HELD = ["send-reminders", "check-database"];
/** Further away than a run is long. */
const LATER = 30 * DAY;

interface Work {
  name: string;
  /** Begins the next part of it. */
  begin: (round: number) => void;
  goesOn: () => boolean;
}

/**
 * How long the catalog's page takes, for visitors and for somebody signed in, while the thread of the jobs does something
 * large, against what it takes just before. Needs a build.
 */
export async function run(db: Database): Promise<void> {
  if (!hasBuild("Pages beside jobs")) return;
  const works = prepare(db);
  const cookie = await signIn(db, makePerson(db).accountId);
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name });
  try {
    // What the jobs do at a start is over.
    await lookIdle(server.origin, 10 * LOOKS);
    for (const work of works) await measure(server.origin, cookie, work);
  } finally {
    await server.stop();
  }
}

async function measure(origin: string, cookie: string, { name, begin, goesOn }: Work): Promise<void> {
  const looks = { idle: [[], []] as number[][], busy: [[], []] as number[][] };
  let seconds = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const idle = await Promise.all([lookIdle(origin, LOOKS), lookIdle(origin, LOOKS, cookie)]);
    begin(round);
    const start = performance.now();
    const busy = await Promise.all([lookWhile(origin, goesOn), lookWhile(origin, goesOn, cookie)]);
    seconds += (performance.now() - start) / 1_000;
    idle.forEach((those, who) => looks.idle[who]!.push(...those));
    busy.forEach((those, who) => looks.busy[who]!.push(...those));
  }
  console.log(`${name}, in ${seconds.toFixed(0)} s:`);
  tellBeside(`catalog for visitors while ${name}`, looks.idle[0]!, looks.busy[0]!);
  tellBeside(`catalog for somebody signed in while ${name}`, looks.idle[1]!, looks.busy[1]!);
}

/** Writes what is to be done, and holds it back. */
function prepare(db: Database): Work[] {
  const people = Array.from({ length: PEOPLE }, () => makePerson(db));
  for (let n = 0; n < OFFERINGS; n++) makeOffering(db, { courseId: makeCourse(db, { title: `Course ${n}` }) });
  for (const job of HELD)
    db.insert(jobSchedules)
      .values({ job, nextRunAt: Date.now() + LATER })
      .run();
  db.$client.pragma("synchronous = OFF");
  const works = [posting(db, people), reminding(db, people), checking(db)];
  db.$client.pragma("synchronous = FULL");
  return works;
}

const today = dateOf(Date.now(), REGION_TIME_ZONE);

function posting(db: Database, people: TestPerson[]): Work {
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const parts = Array.from({ length: ROUNDS }, (_, part) =>
    Array.from({ length: CLAIMS_EACH }, (_, n) =>
      makeReadyClaims(db, people, addDays(today, -2 - n - part * CLAIMS_EACH)),
    ).flat(),
  );
  const isOpen = inArray(startedActions.state, ["waiting", "running"]);
  return {
    name: `${parts.flat().length} claims are posted`,
    begin: (round) => {
      const ctx = actingAs(db, registrar, { now: Date.now(), scopeIds: [psesd(db).id] });
      const started = startAction(ctx, "post-claims", { claimIds: parts[round]! }, { seconds: 0 });
      if (!("waiting" in started)) throw new Error("The claims are not posted in parts.");
    },
    goesOn: () => db.select().from(startedActions).where(isOpen).get() !== undefined,
  };
}

function reminding(db: Database, people: TestPerson[]): Work {
  remindLater(db, people, addDays(today, 6));
  const due = db
    .select()
    .from(reminders)
    .where(and(eq(reminders.state, "due"), lte(reminders.dueAt, Date.now())))
    .all();
  const size = Math.ceil(due.length / ROUNDS);
  const setDue = (those: typeof due, moved: number) =>
    inTransaction(db, (tx) => {
      for (const { id, dueAt } of those)
        tx.update(reminders)
          .set({ dueAt: dueAt + moved })
          .where(eq(reminders.id, id))
          .run();
    });
  setDue(due, LATER);
  const { begin, goesOn } = letRun(db, "send-reminders");
  return {
    name: `${PEOPLE * REMINDED_OF} reminders are written`,
    begin: (round) => {
      setDue(due.slice(round * size, (round + 1) * size), 0);
      begin();
    },
    goesOn,
  };
}

function checking(db: Database): Work {
  enlarge(db);
  return { name: `a file of ${FILE_MB} MB is checked`, ...letRun(db, "check-database") };
}

/** Lets a job that is held back run once. */
function letRun(db: Database, job: string) {
  const isThis = eq(jobSchedules.job, job);
  const set = { nextRunAt: 0, lastFinishedAt: null };
  return {
    begin: () => void db.update(jobSchedules).set(set).where(isThis).run(),
    goesOn: () => db.select().from(jobSchedules).where(isThis).get()!.lastFinishedAt === null,
  };
}

/** Seats in offerings of a day that is near, of which people were to hear by now. */
function remindLater(db: Database, people: readonly TestPerson[], day: string): void {
  const before = Date.now() - 20 * DAY;
  for (let n = 0; n < REMINDED_OF; n++) {
    const hour = (each: number) => `${day}T${String(each).padStart(2, "0")}:00`;
    const sessions = [{ start: hour(8 + n), end: hour(9 + n) }];
    const { id: offeringId } = makeOffering(db, { capacity: people.length, sessions });
    for (const person of people) done(register(actingAs(db, person, { now: before }), { offeringId }));
  }
  planQueuedOfferings(systemContext(db, before));
}

/** Rows that only the check of the whole file reads. */
function enlarge({ $client }: Database): void {
  $client.exec(`create table floor_pages (id integer primary key, bytes blob)`);
  const insert = $client.prepare("insert into floor_pages (bytes) values (randomblob(4000))");
  $client.transaction(() => {
    for (let n = 0; n < (FILE_MB * 1e6) / 4_096; n++) insert.run();
  })();
}
