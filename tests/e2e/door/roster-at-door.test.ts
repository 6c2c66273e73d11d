import { eq } from "drizzle-orm";
import type { Browser, Locator, Page, Request, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at, MINUTE } from "../../support/clock";
import { actingAs } from "../../support/database";
import { makeOffering, makePerson } from "../../support/factories";
import { checkAccess, openBrowser, VIEWPORTS } from "../browser";
import { Journey } from "../journey";
import { emailOf } from "../people";

const START = at("2027-03-09T08:00");
const PEOPLE = 60;
const MOST_TAPS = 75;
/** Nobody sees a mistake sooner; two taps within less are taken as one. */
const NOTICES_AFTER_MS = 700;
/** How long the network is lost for at least, and how often the page then asks whether it is back. */
const DROPS_FOR_MS = 10_000;
const ASKS_EVERY_MS = 3_000;
/** What has moved is drawn, and hit, where it is. */
const A_FRAME_MS = 100;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const lastNameOf = (index: number) => `Person${String(index + 1).padStart(2, "0")}`;

/** Sixty people on the roster of whoever teaches in the journeys. */
function insertRoster(db: Database): string {
  const facilitator = db
    .select()
    .from(persons)
    .where(eq(persons.email, emailOf("facilitator")))
    .get()!;
  const instructor = { personId: facilitator.id, accountId: "", name: "Ines Journey", email: emailOf("facilitator") };
  const offering = makeOffering(db, { capacity: 100, instructor });
  for (let index = 0; index < PEOPLE; index++) {
    const outcome = register(actingAs(db, makePerson(db, { last: lastNameOf(index) })), { offeringId: offering.id });
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  return offering.sessions[0]!.id;
}

/** Whoever stands at the door, with one thumb that is counted. */
class Door {
  taps = 0;
  constructor(readonly page: Page) {}

  async tap(what: Locator): Promise<void> {
    this.taps++;
    await what.click();
  }

  roster = () => this.page.getByRole("list", { name: "Roster" });

  row = (index: number) => this.page.getByRole("listitem").filter({ hasText: `${lastNameOf(index)},` });

  async tapOn(word: string, index: number): Promise<void> {
    await this.tap(this.row(index).getByRole("button", { name: new RegExp(`^${word}: `) }));
  }

  /** Presses, and lets go when the rows have moved on under the pointer. */
  async tapWhileRowsMove(index: number): Promise<void> {
    const button = this.row(index).getByRole("button", { name: /^In: / });
    await button.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await button.boundingBox())!;
    this.taps++;
    await this.page.mouse.move(x + width / 2, y + height / 2);
    await this.page.mouse.down();
    const rows = this.roster();
    await rows.evaluate((list, moved) => void (list.style.transform = `translateY(${moved}px)`), 2 * height);
    await this.page.waitForTimeout(A_FRAME_MS);
    await this.page.mouse.up();
    await rows.evaluate((list) => void (list.style.transform = ""));
  }

  async markIn(from: number, to: number): Promise<void> {
    for (let index = from; index < to; index++) await this.tapOn("In", index);
    await this.arrived(to);
  }

  /** Counted at once, and then every mark answered: what is still on its way when the network goes is not sent, too. */
  async arrived(count: number): Promise<void> {
    await this.page.getByText(`${count} of ${PEOPLE} arrived`).waitFor();
    await expect.poll(() => this.page.getByText("Marking in …").count(), { timeout: 45_000 }).toBe(0);
  }

  async hasHeading(): Promise<void> {
    expect(await this.page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(await this.page.getByRole("searchbox").count()).toBe(1);
  }
}

/** How many of the roster's rows stand wholly in the window. */
const rowsInSight = (page: Page) =>
  page.getByRole("list", { name: "Roster" }).evaluate((list) => {
    const whole = [...list.children].map((row) => row.getBoundingClientRect());
    return whole.filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight).length;
  });

/** However many marks were lost, the page asks for itself anew as if it were one: a little more often at first. */
async function readsForOne(page: Page): Promise<void> {
  const since = Date.now();
  let asked = 0;
  const count = (request: Request) => void (asked += Number(request.method() === "GET"));
  page.on("request", count);
  await page.waitForTimeout(DROPS_FOR_MS);
  page.off("request", count);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(2 + (Date.now() - since) / ASKS_EVERY_MS);
}

/** The server answers what is sent, and the network goes before anything else can be asked. */
async function loseAfterAnAnswer(page: Page, send: () => Promise<void>): Promise<void> {
  const answered = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<void>();
  const answerLate = async (route: Route) => {
    const response = await route.fetch();
    answered.resolve();
    await lost.promise;
    await route.fulfill({ response });
  };
  await page.route("**/*.data", answerLate, { times: 1 });
  await send();
  await answered.promise;
  await page.context().setOffline(true);
  lost.resolve();
}

/**
 * A mark is on its way when the network goes, and was saved. Then taps three while nothing goes through: each says so on
 * its row at once and counts as nobody, and all go with one tap.
 */
async function loseTheNetwork(door: Door, from: number): Promise<void> {
  const { page } = door;
  const listBegins = () => door.roster().evaluate((list) => list.getBoundingClientRect().top + scrollY);
  const began = await listBegins();
  await loseAfterAnAnswer(page, () => door.tapOn("In", from));
  await door.row(from).getByText("Marked in").waitFor();
  for (let index = from + 1; index <= from + 3; index++) {
    await door.tapOn("In", index);
    await door.row(index).getByText("Not sent", { exact: true }).waitFor();
    await door
      .row(index)
      .getByRole("button", { name: /^Try again: / })
      .waitFor();
  }
  await door.arrived(from + 1);
  await page.getByRole("button", { name: "Send 3 marks again" }).waitFor();
  // No row went away from under the thumb for what stands above the list now.
  expect(await listBegins()).toBe(began);
  await door.hasHeading();
  await checkAccess(page);
  await readsForOne(page);
  await page.context().setOffline(false);
  await door.tap(page.getByRole("button", { name: "Send 3 marks again" }));
  await door.arrived(from + 4);
}

async function takeInByName(door: Door): Promise<void> {
  const { page } = door;
  const search = page.getByRole("searchbox");
  await door.tap(search);
  await search.fill("Tam Walker");
  await page.getByText("Nobody by that name.").waitFor();
  await checkAccess(page);
  const takeIn = page.getByRole("button", { name: "Take in “Tam Walker” as a walk-in" });
  await page.context().setOffline(true);
  await door.tap(takeIn);
  await page.getByRole("alert").filter({ hasText: "Not sent: there is no connection." }).waitFor();
  await page.context().setOffline(false);
  await page.waitForTimeout(NOTICES_AFTER_MS);
  await door.tap(takeIn);
  await page.getByText("Tam Walker is noted.").waitFor();
  await page.getByText("1 walk-in").waitFor();
  expect(await search.inputValue()).toBe("");
}

test("T1 T2 on a phone sixty people are marked in with a latecomer, a mistake undone, a lost network and a walk-in", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let sessionId = "";
  await journey.start(START - 10 * MINUTE, (db) => void (sessionId = insertRoster(db)));
  try {
    const door = new Door(await journey.open("facilitator", `/facilitator/sessions/${sessionId}`));
    const { page } = door;
    expect(await rowsInSight(page)).toBeGreaterThanOrEqual(5);
    await door.markIn(0, 19);
    await door.tapWhileRowsMove(19);
    await door.arrived(20);

    // A mistake, undone on its row without a reason; the focus stays where it was.
    await door.tapOn("In", 40);
    await door.row(40).getByText("Arrived 8:00 AM").waitFor();
    await page.waitForTimeout(NOTICES_AFTER_MS);
    await door.tapOn("Undo", 40);
    await door.row(40).getByText("Not marked").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id.startsWith("tap-"))).toBe(true);

    await door.markIn(20, 40);
    await loseTheNetwork(door, 40);
    await door.markIn(44, 59);
    journey.setClock(START + 25 * MINUTE);
    await door.tapOn("In", 59);
    await door.row(59).getByText("25 min late").waitFor();
    await door.arrived(PEOPLE);
    await takeInByName(door);
    await checkAccess(page);
    expect(door.taps).toBeLessThanOrEqual(MOST_TAPS);

    await journey.visit(page, `/facilitator/sessions/${sessionId}`);
    await door.arrived(PEOPLE);
  } finally {
    await journey.stop();
  }
});
