import { readFileSync } from "node:fs";
import { onTestFinished, expect, test } from "vitest";
import { courses } from "#drizzle/schema/catalog";
import { openDatabase } from "~/platform/database/database.server";
import { countProcesses } from "../../scripts/web-processes.mjs";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { makeCourse, makeOffering } from "../support/factories";
import { insertPeople } from "./people";
import { makeWorkplace, runUntilExit, startServer } from "./server-process";

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);

async function served(environment: Record<string, string> = {}) {
  const place = makeWorkplace();
  onTestFinished(place.remove);
  const server = await startServer({ DATABASE_FILE: place.databaseFile, WEB_PROCESSES: "2", ...environment });
  onTestFinished(async () => void (await server.stop()));
  return { ...server, ...place };
}

test.each([
  [undefined, 1, 1],
  [undefined, 2, 2],
  [undefined, 8, 7],
  ["3", 8, 3],
])("WEB_PROCESSES=%s on %d cores is %d", (said, cores, count) => {
  expect(countProcesses(said, cores)).toBe(count);
});

test("two processes serve behind one port; one that dies is started again, and a signal ends both", async () => {
  const server = await served();
  await expect.poll(() => childrenOf(server.pid).length, { timeout: 60_000 }).toBe(2);
  const before = childrenOf(server.pid);
  const ask = async () => (await fetch(`${server.origin}/catalog`)).status;
  expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(Array(20).fill(200));
  process.kill(before[1]!, "SIGKILL");
  const others = () => childrenOf(server.pid).filter((pid) => !before.includes(pid));
  await expect.poll(others, { timeout: 60_000 }).toHaveLength(1);
  expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(Array(20).fill(200));
  expect(await server.stop()).toBe(0);
  expect(server.output().match(/Hourbook is at/g)).toHaveLength(1);
});

test("what is changed is on every process's pages at once; jobs run in one of them", async () => {
  const place = makeWorkplace();
  await insertPeople(place.databaseFile, Date.now());
  const server = await served({ DATABASE_FILE: place.databaseFile });
  await expect.poll(() => childrenOf(server.pid).length, { timeout: 60_000 }).toBe(2);
  const db = openDatabase(place.databaseFile);
  onTestFinished(() => {
    db.$client.close();
    place.remove();
  });
  const day = addDays(dateOf(Date.now(), REGION_TIME_ZONE), 30);
  const sessions = [{ start: `${day}T08:00`, end: `${day}T12:00` }];
  makeOffering(db, { courseId: makeCourse(db, { title: "As it was" }), sessions });
  const pages = () =>
    Promise.all(Array.from({ length: 12 }, async () => (await fetch(`${server.origin}/catalog`)).text()));
  expect((await pages()).every((page) => page.includes("As it was"))).toBe(true);
  db.update(courses).set({ title: "As it is" }).run();
  expect((await pages()).every((page) => page.includes("As it is") && !page.includes("As it was"))).toBe(true);
  const places = childrenOf(server.pid).map((pid) => readFileSync(`/proc/${pid}/environ`, "utf8").split("\0"));
  expect(places.map((each) => each.includes("JOBS=elsewhere"))).toEqual([false, true]);
});

test("a start that cannot be made ends with its sentence and its code, as with one process", async () => {
  const { code, output } = await runUntilExit({ DATABASE_FILE: "/", WEB_PROCESSES: "2" });
  expect([code, output.trim()]).toEqual([1, "/ is a folder; DATABASE_FILE names a file."]);
  const wrong = await runUntilExit({ WEB_PROCESSES: "many" });
  expect([wrong.code, wrong.output.trim()]).toEqual([2, "WEB_PROCESSES must be a whole number from 1 to 64."]);
});
