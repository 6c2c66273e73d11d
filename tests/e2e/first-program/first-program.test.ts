import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { at } from "../../support/clock";
import { openBrowser } from "../browser";
import { inviteStaff, planTheCourse, setUpTheHouse } from "./first-program-house";
import { claimHours, exportHours, mendADate, settleAndPost } from "./first-program-hours";
import { copyIt, holdTheSessions, mendAName, moveAndCollide, registerTheCrowd } from "./first-program-people";
import { Program } from "../program";

let browser: Browser;
let program: Program;
beforeAll(async () => {
  browser = await openBrowser();
  program = new Program(browser);
  await program.start(at("2027-01-11T09:00"));
});
afterAll(async () => {
  await program.stop();
  await browser.close();
});

test("a program is run from an empty database to two districts' exports, through pages alone", async () => {
  await setUpTheHouse(program);
  await inviteStaff(program);
  const offering = await planTheCourse(program);
  await registerTheCrowd(program, offering);
  await mendAName(program);
  await moveAndCollide(program, offering);
  await copyIt(program, offering);
  await holdTheSessions(program, offering);
  await mendADate(program);
  await claimHours(program);
  await settleAndPost(program);
  await exportHours(program);
}, 600_000);
