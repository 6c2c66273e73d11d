import { expect, test } from "vitest";
import { attempts } from "#drizzle/schema/platform";
import { runDueJobs } from "~/desks/jobs/jobs.server";
import {
  clearTries,
  forgetOldAttempts,
  giveBackTries,
  lookUp,
  takeTries,
  tried,
  triedFromHere,
} from "~/platform/secrets/attempts.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { parseEnvironment } from "~/platform/env.server";
import { DAY, HOUR, setClock, TEST_NOW } from "../../support/clock";
import { systemContext, useTestDatabase } from "../../support/database";

const LIMIT = { free: 2, windowMs: HOUR, waits: null };
const A = tried("test", "a", LIMIT);
const B = tried("test", "b", LIMIT);

const take = (db: Database, all = [A], now = TEST_NOW) => inTransaction(db, (tx) => takeTries(tx, now, all));
const countOf = (db: Database, key: string) =>
  db
    .select()
    .from(attempts)
    .all()
    .find((row) => row.key === key)?.count;

test("a key holds no address in clear", () => {
  const [from] = triedFromHere({ ...systemContext(useTestDatabase()), address: "203.0.113.7" }, "test", LIMIT);
  expect(from!.key).toMatch(/^test from:[0-9a-f]{64}$/);
  expect(triedFromHere({ ...systemContext(useTestDatabase()), address: null }, "test", LIMIT)).toEqual([]);
  expect(triedFromHere({ ...systemContext(useTestDatabase()), address: "" }, "test", LIMIT)).toEqual([]);
});

test("where one of two has to wait, neither counts", () => {
  const db = useTestDatabase();
  take(db);
  take(db);
  expect(take(db, [B, A])).toEqual({ ok: false, reason: "too-many-tries", detail: { retryAt: TEST_NOW + HOUR } });
  expect(countOf(db, A.key)).toBe(2);
  expect(countOf(db, B.key)).toBeUndefined();
});

test("what was right is given back, and clearing ends a wait", () => {
  const db = useTestDatabase();
  take(db);
  take(db);
  inTransaction(db, (tx) => giveBackTries(tx, [A]));
  expect(take(db).ok).toBe(true);
  expect(take(db).ok).toBe(false);
  inTransaction(db, (tx) => clearTries(tx, [A]));
  expect(take(db).ok).toBe(true);
  for (let i = 0; i < 3; i++) inTransaction(db, (tx) => giveBackTries(tx, [A]));
  expect(countOf(db, A.key)).toBe(0);
});

test("looking up counts what is not there only, and finds nothing while one has to wait", () => {
  const db = useTestDatabase();
  const ctx = systemContext(db);
  for (let i = 0; i < 9; i++) expect(lookUp(ctx, [A], () => "there")).toEqual({ ok: true, value: "there" });
  expect(db.select().from(attempts).all()).toEqual([]);
  for (let i = 0; i < 2; i++) expect(lookUp(ctx, [A], () => null)).toMatchObject({ reason: "unknown" });
  expect(lookUp(ctx, [A], () => "there")).toMatchObject({ reason: "too-many-tries" });
});

test("tries are forgotten when their window has passed, by a job", async () => {
  const db = useTestDatabase();
  take(db, [A], TEST_NOW);
  take(db, [B], TEST_NOW + HOUR);
  expect(forgetOldAttempts(systemContext(db, TEST_NOW + HOUR))).toBe(1);
  expect(countOf(db, B.key)).toBe(1);
  setClock(TEST_NOW + DAY);
  await runDueJobs(db);
  expect(db.select().from(attempts).all()).toEqual([]);
});

test("an operator raises the limits of addresses", () => {
  const parse = (more: Record<string, string>) =>
    parseEnvironment({ NODE_ENV: "test", HOURBOOK_MODE: "test", ...more });
  expect(parse({}).LIMIT_SIGN_INS_PER_ADDRESS).toBe(100);
  const raised = parse({ LIMIT_SIGN_INS_PER_ADDRESS: "5000", LIMIT_CODES_PER_ADDRESS: "" });
  expect([raised.LIMIT_SIGN_INS_PER_ADDRESS, raised.LIMIT_CODES_PER_ADDRESS]).toEqual([5000, 60]);
  expect(() => parse({ LIMIT_RESETS_PER_ADDRESS: "0" })).toThrow("LIMIT_RESETS_PER_ADDRESS");
});
