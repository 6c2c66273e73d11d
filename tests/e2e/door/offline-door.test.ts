import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { MINUTE } from "../../support/clock";
import { checkAccess, openBrowser, VIEWPORTS } from "../browser";
import { Journey, pressAndSee } from "../journey";
import { type Inserted, insertRoster, Phone, presencesIn, START } from "./phone";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("two phones at two doors without a network end with the ledger of the roster, whatever happens to them", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  // Where what it imports is found; the worker in it is changed while the page runs.
  const build = path.resolve("node_modules/.cache/offline-door");
  cpSync("build/client", path.join(build, "client"), { recursive: true });
  cpSync("build/server", path.join(build, "server"), { recursive: true });
  let all!: Inserted;
  await journey.start(START - 30 * MINUTE, (db) => (all = insertRoster(db)), { TEST_BUILD_FOLDER: build });
  try {
    const one = await Phone.keep(journey, "facilitator", all);
    const two = await Phone.keep(journey, "coordinator", all, -7);
    for (const phone of [one, two]) {
      await phone.open();
      await phone.context.setOffline(true);
    }
    await markWithoutLine(one, two);
    await killInTheMiddle(one);
    await update(one, build);
    await signOutWithQueue(one);
    await fillStorage(two);

    journey.setClock(START + 60 * MINUTE);
    for (const phone of [one, two]) {
      await phone.page.clock.setSystemTime(START + (phone === two ? 53 : 60) * MINUTE);
      await phone.context.setOffline(false);
      await phone.page.evaluate(() => dispatchEvent(new Event("online")));
    }
    await one.page.getByText(/^0 queued on this device/).waitFor();
    await two.page.getByText(/^0 queued on this device/).waitFor();
    await replay(journey, one);
    expect(presencesIn(journey, all)).toEqual({
      Adams: "5– open-end",
      Baker: "",
      Clark: "5– open-end clock-off",
      Davis: "5– open-end clock-off",
      // Whether the page lived to write it.
      Evans: expect.stringMatching(/^(5– open-end)?$/) as string,
    });
    await takeOffAndDecide(journey, one, all);
    await signOutAfterAll(journey, one, all);
  } finally {
    await journey.stop();
    rmSync(build, { recursive: true });
  }
});

/** What is marked without a line is kept, shows, survives a reload from the device alone, and is undone like any mark. */
async function markWithoutLine(one: Phone, two: Phone): Promise<void> {
  for (const phone of [one, two]) await phone.page.clock.setSystemTime(START + (phone === two ? -2 : 5) * MINUTE);
  await one.tap("In", "Adams");
  await one.tap("In", "Baker");
  await one
    .row("Baker")
    .getByRole("button", { name: /^Absence, and undoing/ })
    .click();
  await one.row("Baker").getByRole("button", { name: "Undo the last mark" }).click();
  await one.row("Baker").getByText("Not marked").waitFor();
  await one.page.getByRole("searchbox").fill("Grace Hopper");
  await one.page.getByRole("button", { name: "Take in Grace Hopper" }).click();
  await one.row("Grace Hopper").getByText("walk-in").waitFor();
  await one.counts(4, 0);
  await one.page.getByText("No network").waitFor();
  // A way that leads out of what the device keeps says so, and stays.
  await one.page.getByRole("link", { name: "Hourbook" }).click();
  await one.page.getByText("that page cannot be opened").waitFor();
  await checkAccess(one.page);
  await one.open();
  await one.counts(4, 0);
  await one.row("Adams").getByText("queued on this device").waitFor();
  await two.tap("In", "Clark");
  await two.tap("In", "Davis");
  await two.counts(2, 0);
}

/** A page that dies as it writes: the mark is there, or it is not, and all others are. */
async function killInTheMiddle(one: Phone): Promise<void> {
  const other = await one.context.newPage();
  await other.goto(one.page.url());
  await other.getByRole("list", { name: "Roster" }).waitFor();
  await other
    .getByRole("listitem")
    .filter({ hasText: "Evans" })
    .getByRole("button", { name: /^In: / })
    .click({ noWaitAfter: true });
  await other.close();
  await one.open();
  await one.row("Adams").getByText("queued on this device").waitFor();
  await one.page.getByText(/^[45] queued on this device/).waitFor();
}

/** A newer version of the page takes over while marks wait, and they stay. */
async function update(one: Phone, build: string): Promise<void> {
  const file = path.join(build, "client/door-worker.js");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n// A newer one.`);
  const before = await one.page
    .getByText(/queued on this device · /)
    .first()
    .innerText();
  await one.page.evaluate(() => localStorage.setItem("cut", "yes"));
  await one.context.setOffline(false);
  await one.page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/door"))!.update());
  await one.page.getByText("A newer version of this page is here").waitFor();
  await checkAccess(one.page);
  await one.page.getByRole("button", { name: "Take it" }).click();
  await one.page.getByText("A newer version of this page is here").waitFor({ state: "detached" });
  await one.page.getByText(before).waitFor();
}

/** Whoever signs out is asked first, and what waits stays. */
async function signOutWithQueue(one: Phone): Promise<void> {
  const other = await one.context.newPage();
  await other.goto(new URL("/facilitator", one.page.url()).href);
  await other.getByText("Menu", { exact: true }).click();
  await other.getByRole("button", { name: "Sign out" }).click();
  const question = other.getByRole("alertdialog");
  await question.getByText(/^[45] marks from the door are not sent yet$/).waitFor();
  await checkAccess(other);
  await question.getByRole("button", { name: "Send first" }).click();
  await question.getByText("could not be sent now").waitFor();
  await question.getByRole("button", { name: "Stay" }).click();
  await other.close();
  await one.context.setOffline(true);
  await one.page.evaluate(() => localStorage.removeItem("cut"));
}

/** Where there is no room, a mark says so instead of standing there as if it were kept. */
async function fillStorage(two: Phone): Promise<void> {
  // The browser's own quota cannot be made small here: its store answers as one without room does.
  await two.page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("The device is full", "QuotaExceededError");
    };
  });
  await two.row("Evans").getByRole("button", { name: /^In: / }).click();
  await two.page.getByRole("alert").filter({ hasText: "This mark was not kept" }).waitFor();
  await checkAccess(two.page);
  await two.open();
  await two.counts(2, 0);
}

/** What was sent once is sent three times more, and changes nothing. */
async function replay(journey: Journey, phone: Phone): Promise<void> {
  const count = () => {
    let marks = 0;
    journey.meanwhile((db) => (marks = db.select().from(attendanceMarks).all().length));
    return marks;
  };
  const before = count();
  expect(before).toBeGreaterThan(4);
  const body = phone.sent.findLast((each) => each.includes("nonce"))!;
  for (let again = 0; again < 3; again++) {
    const answers = await phone.page.evaluate(async (text) => {
      const list = /name="list"\r\n\r\n([^\r]*)/.exec(text)![1]!;
      const form = new FormData();
      for (const name of ["owner", "device", "run", "wall", "steady"]) {
        form.append(name, new RegExp(`name="${name}"\r\n\r\n([^\r]*)`).exec(text)![1]!);
      }
      form.append("list", list);
      const answer = await fetch("/door/marks", { method: "POST", body: form });
      return ((await answer.json()) as { answers: { code: string }[] }).answers.map(({ code }) => code);
    }, body);
    expect(new Set(answers)).toEqual(new Set(["done-before"]));
  }
  expect(count()).toBe(before);
}

/** A device that is taken off at the desk hands over what it holds, is told so, and keeps nothing; its mark counts by a word at the desk. */
async function takeOffAndDecide(journey: Journey, one: Phone, all: Inserted): Promise<void> {
  await one.context.setOffline(true);
  await one.tap("Out", "Adams");
  const coordinator = await journey.open("coordinator", "/work");
  await journey.visit(coordinator, `/facilitator/offerings/${all.offeringId}/inbox`);
  await coordinator.getByText("No mark waits").waitFor();
  const device = coordinator.getByRole("listitem").filter({ hasText: "of Ines Journey" });
  await device.locator("summary").click();
  await coordinator.getByRole("alertdialog").getByRole("button", { name: "Take it off" }).click();
  await device.getByText(/Taken off/).waitFor();
  await one.context.setOffline(false);
  await one.page.evaluate(() => dispatchEvent(new Event("online")));
  await one.page.getByText("1 mark waits for a word at the desk").waitFor();
  await one.page.getByText("Pat Adams: this device was taken off").waitFor();
  await one.page.getByText("No roster is kept on this device").waitFor();
  await checkAccess(one.page);
  await journey.visit(coordinator, `/facilitator/offerings/${all.offeringId}`);
  await coordinator.getByText("1 mark from a device waits for your word").waitFor();
  await coordinator.getByRole("link", { name: "Look at it" }).click();
  await coordinator.getByLabel("Why").fill("I saw her leave");
  await pressAndSee(coordinator, "Let them count", "1 mark counts now.");
  expect(presencesIn(journey, all).Adams).toBe("5–60");
}

/** Whoever signs out takes the roster off the device, which scripts ask first what waits on it, and the others are told. */
async function signOutAfterAll(journey: Journey, one: Phone, all: Inserted): Promise<void> {
  const coordinator = await journey.open("coordinator", "/work");
  await coordinator.getByText("Menu", { exact: true }).click();
  await coordinator.getByRole("button", { name: "Sign out" }).click();
  await coordinator.waitForURL(({ pathname }) => pathname === "/");
  await journey.visit(one.page, `/facilitator/offerings/${all.offeringId}/inbox`);
  await one.page.getByText(/No roster there since .*: no longer signed in/).waitFor();
}
