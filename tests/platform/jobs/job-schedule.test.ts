import { expect, test } from "vitest";
import {
  countFailing,
  isFailing,
  type Job,
  listRuns,
  listSchedules,
  runIfDue,
} from "~/platform/jobs/job-schedule.server";
import { REGION_TIME_ZONE, toWallTime } from "~/platform/time/time-zone";
import { useTestDatabase } from "../../support/database";

const job = (run: Job["run"], more: Partial<Job> = {}): Job => ({
  name: "try-this",
  schedule: "every hour",
  everyMs: 3_600_000,
  run,
  ...more,
});

test("a job runs once when it is due, and again after its pause", async () => {
  const db = useTestDatabase();
  const hourly = job(() => "done");
  expect([await runIfDue(db, hourly), await runIfDue(db, hourly)]).toEqual([true, false]);
  expect(
    await runIfDue(
      db,
      job(() => "done", { everyMs: 1, name: "at once" }),
    ),
  ).toBe(true);
});

test("a job that fails is told of until it works again, even if there is nothing to do", async () => {
  const db = useTestDatabase();
  const answers = [new Error("No room"), null, "three"];
  const often = job(
    () => {
      const next = answers.shift()!;
      if (next instanceof Error) throw next;
      return next;
    },
    { everyMs: -1 },
  );
  const outcome = () => listSchedules(db).get("try-this")!;
  await runIfDue(db, often);
  expect([outcome().lastOutcome, isFailing(outcome()), countFailing(db)]).toEqual(["failed: No room", true, 1]);
  await runIfDue(db, often);
  expect([outcome().lastOutcome, countFailing(db)]).toEqual([null, 0]);
  await runIfDue(db, often);
  expect(outcome().lastOutcome).toBe("three");
  expect(listRuns(db, "try-this", 5).map(({ failed }) => failed)).toEqual([false, true]);
});

test("H5 a job of the night waits for its hour of the region's wall time", async () => {
  const db = useTestDatabase();
  expect(
    await runIfDue(
      db,
      job(() => "done", { at: "03:00" }),
    ),
  ).toBe(false);
  const { nextRunAt } = listSchedules(db).get("try-this")!;
  expect(toWallTime(nextRunAt, REGION_TIME_ZONE)).toMatch(/T03:00$/);
});
