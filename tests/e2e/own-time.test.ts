import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at, DAY, TEST_NOW } from "../support/clock";
import { actingAs } from "../support/database";
import { done } from "../support/done";
import { makeOffering, type TestPerson } from "../support/factories";
import { addOwnTime, OPENS } from "../support/steps/own-time";
import { checkAccess, openBrowser, VIEWPORTS } from "./browser";
import { Journey, pressAndSee } from "./journey";
import { emailOf, type Role } from "./people";

const CLOSES = at("2027-03-31T23:59");
const FIVE = "Less telling, more asking here";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function personOf(db: Database, role: Role): TestPerson {
  const row = db
    .select()
    .from(persons)
    .where(eq(persons.email, emailOf(role)))
    .get()!;
  return { personId: row.id, accountId: "", name: row.legalFirst, email: row.email! };
}

/** March on people's own time: an hour each of a talk, a reflection of five words and a quiz, with one learner. */
function insertOwnTime(db: Database) {
  const facilitator = personOf(db, "facilitator");
  const values = { startsAt: OPENS, endsAt: CLOSES, approvedMinutes: 180, place: "Online" };
  const offering = makeOffering(db, { instructor: facilitator, sessions: [], values });
  const { stepIds } = addOwnTime(
    db,
    { offeringId: offering.id, startsAt: OPENS, endsAt: CLOSES, by: facilitator.personId },
    [
      { kind: "link", minutes: 60 },
      { kind: "reflection", minutes: 60, isRead: false },
      { kind: "quiz", minutes: 60 },
    ],
  );
  const { id: registrationId } = done(
    register(actingAs(db, personOf(db, "educator"), { now: TEST_NOW }), { offeringId: offering.id }),
  );
  return { offeringId: offering.id, registrationId, stepIds };
}

test("H3 T1 a talk, a reflection and a quiz, done on a phone, become three hours: too short, failed and without scripts on the way", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let made!: ReturnType<typeof insertOwnTime>;
  await journey.start(at("2027-03-02T19:00"), (db) => void (made = insertOwnTime(db)));
  try {
    const { offeringId, registrationId, stepIds } = made;
    const [link, reflection, quiz] = stepIds as [string, string, string];
    const page = await journey.open("educator", `/registrations/${registrationId}`);
    await page.getByText("0 of 3 steps done, 0 of 180 minutes").waitFor();
    await page.getByRole("link", { name: "1. Watch the talk" }).click();
    await page.waitForURL(/\/steps\//);
    await checkAccess(page);
    await doWithoutScripts(page);

    await journey.visit(page, `/steps/${reflection}`);
    await writeReflection(page);
    await journey.visit(page, `/steps/${quiz}`);
    await takeQuiz(page);

    await journey.visit(page, `/steps/${link}`);
    await page.getByText("60 minutes", { exact: true }).waitFor();
    await journey.visit(page, `/registrations/${registrationId}`);
    await page.getByText("3 of 3 steps done, 180 of 180 minutes").waitFor();

    journey.setClock(CLOSES + DAY);
    const desk = await journey.open("facilitator", `/facilitator/offerings/${offeringId}`);
    await pressAndSee(desk, "Confirm attendance of 1 person", /confirmed/i);
    let earned = 0;
    journey.meanwhile((db) => (earned = db.select().from(claims).get()!.earnedMinutes));
    expect(earned).toBe(180);
    await claim(page);
  } finally {
    await journey.stop();
  }
});

/** The step is said to be done in a browser that runs no scripts. */
async function doWithoutScripts(page: Page): Promise<void> {
  const storageState = await page.context().storageState();
  const context = await page.context().browser()!.newContext({
    javaScriptEnabled: false,
    storageState,
    viewport: VIEWPORTS.phone,
  });
  const plain = await context.newPage();
  await plain.goto(page.url());
  expect(await plain.getByRole("link", { name: /^Open Watch the talk/ }).getAttribute("href")).toBe(
    "https://example.org/talk",
  );
  await plain.getByRole("button", { name: "I have done this" }).click();
  await plain.getByText("This step is done.").waitFor();
  await context.close();
  await page.reload();
  await page.getByRole("button", { name: "I have not done this yet" }).waitFor();
  await checkAccess(page);
}

/** What is too short is refused and stays; what was written is there after the page was left, and is then handed in. */
async function writeReflection(page: Page): Promise<void> {
  const text = page.getByLabel("What you write");
  await text.fill("Ask more");
  await page.getByText("2 words so far, 3 to go").waitFor();
  await page.locator("main").getByRole("button", { name: "Hand it in" }).click();
  await page.getByText("This has 2 words; at least 5 are needed. Your text is kept.").first().waitFor();
  expect(await text.inputValue()).toBe("Ask more");
  await checkAccess(page);
  await text.fill(FIVE);
  await readOn(page);
  await pressAndSee(page, "Save for later", "Your text is saved. Hand it in when it is ready.");
  await page.reload();
  expect(await text.inputValue()).toBe(FIVE);
  await pressAndSee(page, "Hand it in", "Your reflection is handed in.");
  await page.getByText("Version 1").waitFor();
}

/** Nobody presses again before they have read what was wrong; two presses within less are taken as one. */
const readOn = (page: Page) => page.waitForTimeout(600);

/** One answer is missing, one is wrong, then both are right; what is right is told only then. */
async function takeQuiz(page: Page): Promise<void> {
  await page.getByLabel("Three").check();
  await page.locator("main").getByRole("button", { name: "Send my answers" }).click();
  await page.getByText("Answer every question. Your answers so far are kept below.").first().waitFor();
  expect(await page.getByLabel("Three").isChecked()).toBe(true);
  await checkAccess(page);
  await page.getByLabel("212 °F").check();
  await readOn(page);
  await pressAndSee(page, "Send my answers", "Not enough right answers this time.");
  await page.getByText("1 of 2 right").waitFor();
  expect(await page.getByText("Count them.").count()).toBe(0);
  await page.getByLabel("Four").check();
  await page.getByLabel("212 °F").check();
  await pressAndSee(page, "Send my answers", "You passed: this step is done.");
  await page.getByText("2 of 2 right, passed").waitFor();
  await page.getByText("Count them.").first().waitFor();
}

/** The receipt says what was done, and the three hours are claimed. */
async function claim(page: Page): Promise<void> {
  await page.goto(new URL("/desk", page.url()).href);
  await page
    .getByRole("link", { name: /Claim 3/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "How we counted" }).waitFor();
  for (const title of ["Watch the talk", "What I will change", "Check what you know"])
    await page.getByText(title).first().waitFor();
  await checkAccess(page);
  await page.getByLabel("Hours you claim").fill("3");
  await page.getByLabel(/penalty of perjury/).check();
  await pressAndSee(page, "Claim hours", "You claimed 3 clock hours");
}
