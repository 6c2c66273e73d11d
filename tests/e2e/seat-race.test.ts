import { execFileSync } from "node:child_process";
import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { registrations } from "#drizzle/schema/registration";
import { insertReferenceData } from "#seed/reference";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { lapseExpiredOffers } from "~/registration/waitlist/offer.server";
import { register } from "~/registration/seats/registration.server";
import { HOUR, TEST_NOW } from "../support/clock";
import { actingAs, systemContext } from "../support/context";
import { makeOffering, makePerson, type TestPerson } from "../support/factories";
import { countStatusesOf, findViolations, mostHeld } from "../support/seat-history";
import { makeWorkplace, type RunningServer, startServer } from "./server-process";

const SEATS = 30;
const WAITLIST = 20;
const PEOPLE = 100;
const EARLY = 25;
/** Two processes meet by chance: what is not seen in one race without a fence is seen in the next. */
const MOST_ATTEMPTS = 4;
/** How often open offers are answered after the last of the rush. */
const ROUNDS_AFTER = 8;

interface Racer extends TestPerson {
  cookie: string;
}

/** What a server may answer: done, refused in words, or busy. Never an error of its own. */
const ALLOWED = [302, 409, 503];

/** One offering, a hundred people who are signed in, and two server processes on one database file. */
async function makeRace(environment: Record<string, string>, prepare: (db: Database) => void) {
  const place = makeWorkplace();
  onTestFinished(place.remove);
  place.setClock(TEST_NOW);
  const db = openDatabase(place.databaseFile);
  onTestFinished(() => void db.$client.close());
  insertReferenceData(systemContext(db));
  const offering = makeOffering(db, { capacity: SEATS, waitlistLimit: WAITLIST, policy: { offerHours: 1 } });
  const people: Racer[] = [];
  for (let number = 0; number < PEOPLE; number++) {
    const person = makePerson(db);
    people.push({ ...person, cookie: (await startSignInSession(db, person.accountId)).split(";")[0]! });
  }
  for (const person of people.slice(0, EARLY)) register(actingAs(db, person), { offeringId: offering.id });
  prepare(db);
  const keys = {
    HOURBOOK_MODE: "test",
    DATABASE_FILE: place.databaseFile,
    TEST_CLOCK_FILE: place.clock,
    ...environment,
  };
  const servers = await Promise.all([startServer(keys), startServer(keys)]);
  onTestFinished(async () => void (await Promise.all(servers.map((server) => server.stop()))));
  return { db, offering, people, servers, setClock: place.setClock };
}

/** Posts a form on a connection of its own: a server that is busy closes idle ones under the feet of a pool. */
function send(server: RunningServer, person: Racer, path: string, values: Record<string, string> = {}) {
  const headers = {
    Cookie: person.cookie,
    Origin: server.origin,
    "Content-Type": "application/x-www-form-urlencoded",
  };
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(server.origin + path, { method: "POST", headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.once("end", () => resolve({ status: response.statusCode!, text }));
    });
    sent.once("error", reject);
    sent.end(new URLSearchParams(values).toString());
  });
}

type Race = Awaited<ReturnType<typeof makeRace>>;

/**
 * Everybody registers on both servers, every second person on both at the same time, and some who have seats give them up
 * meanwhile and ask for them again.
 */
function rush({ db, offering, people, servers }: Race) {
  const path = `/offerings/${offering.id}/register`;
  const [a, b] = servers;
  const newcomers = people.slice(EARLY);
  const early = people.slice(0, EARLY).map((person) => {
    const mine = and(eq(registrations.offeringId, offering.id), eq(registrations.personId, person.personId));
    return { person, id: db.select().from(registrations).where(mine).get()!.id };
  });
  return newcomers.flatMap((person, index) => {
    const other = index % 2 === 0 ? person : newcomers[(index + 2) % newcomers.length]!;
    const leaver = index % 3 === 2 ? early[(index - 2) / 3] : undefined;
    const sent = [send(a, person, path), send(b, other, path)];
    if (!leaver) return sent;
    const leave = send(b, leaver.person, `/registrations/${leaver.id}`, { intent: "withdraw" });
    return [...sent, leave, send(a, leaver.person, path)];
  });
}

/** Answers open offers on both servers at once while time passes, so that some lapse between offer and answer. */
async function answerOffers({ db, people, servers, setClock }: Race, isDone: () => boolean) {
  const answers: { status: number }[] = [];
  let now = TEST_NOW;
  for (let left = ROUNDS_AFTER; left > 0; left -= isDone() ? 1 : 0) {
    const open = db.select().from(registrations).where(eq(registrations.status, "offered")).all();
    const sent = open.flatMap(({ id, personId }, index) => {
      const person = people.find((each) => each.personId === personId)!;
      if (index % 3 === 2) return [];
      const intent = index % 3 === 0 ? "accept" : "decline";
      return servers.map((server) => send(server, person, `/registrations/${id}`, { intent }));
    });
    answers.push(...(await Promise.all(sent)));
    now += HOUR / 2;
    setClock(now);
    lapseExpiredOffers(systemContext(db, now));
    await wait(50);
  }
  return answers;
}

async function run(race: Race) {
  const { db, offering } = race;
  let done = false;
  const rushing = Promise.all(rush(race)).finally(() => (done = true));
  const [answers, rushed] = await Promise.all([answerOffers(race, () => done), rushing]);
  return {
    requests: [...rushed, ...answers],
    violations: findViolations(db, offering.id),
    most: mostHeld(db, offering.id),
    counts: countStatusesOf(db, offering.id),
  };
}

test("R2 two servers, a hundred people at once: never more than thirty seats, nobody twice, first come first served", async () => {
  const race = await makeRace({}, () => {});
  const { requests, violations, most, counts } = await run(race);
  expect(violations).toEqual([]);
  expect(most).toBe(SEATS);
  expect(requests.length).toBeGreaterThanOrEqual(200);
  expect(requests.map(({ status }) => status).filter((status) => !ALLOWED.includes(status))).toEqual([]);
  // The race was one: people were refused, waited, were offered seats, took them and let them lapse.
  expect(requests.some(({ status }) => status === 409)).toBe(true);
  expect(counts.withdrawn).toBe(EARLY);
  expect(counts.declined).toBeGreaterThan(0);
});

test("while another writer holds the database, people are told to try again, and nothing is changed", async () => {
  const { db, offering, people, servers } = await makeRace({}, () => {});
  const path = `/offerings/${offering.id}/register`;
  const late = people.at(-1)!;
  db.$client.exec("begin immediate");
  const held = await send(servers[0], late, path);
  db.$client.exec("rollback");
  expect(held.status).toBe(503);
  expect(held.text).toContain("Hourbook is busy");
  expect(countStatusesOf(db, offering.id)).toEqual({ registered: EARLY });
  expect((await send(servers[0], late, path)).status).toBe(302);
});

test("R2 without the fence the same race oversells: the fence is what holds", async () => {
  const folder = `${process.cwd()}/node_modules/.cache/hourbook-unfenced`;
  execFileSync("remix", ["vite:build", "--logLevel", "error", "--config", "tests/e2e/unfenced/vite.config.ts"], {
    env: { ...process.env, NODE_ENV: "production", TEST_BUILD_FOLDER: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  let oversold = false;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && !oversold; attempt++) {
    const race = await makeRace({ TEST_BUILD_FOLDER: folder }, takeDownFences);
    const { most, violations } = await run(race);
    oversold = most > SEATS && violations.some((text) => text.startsWith("R2"));
  }
  expect(oversold).toBe(true);
});

/** The second fence, in the database itself. */
function takeDownFences(db: Database): void {
  for (const trigger of ["registrations_seats_insert", "registrations_seats_update"])
    db.$client.exec(`drop trigger ${trigger}`);
  for (const index of ["registrations_live", "registrations_arrival"]) db.$client.exec(`drop index ${index}`);
}
