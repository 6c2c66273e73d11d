import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { courseAudiences } from "#drizzle/schema/catalog";
import { accounts } from "#drizzle/schema/people";
import type { Database } from "~/platform/database/database.server";
import { at } from "../../support/clock";
import { postCreditFor, postHoursOf } from "../../support/credits";
import { give, makeCourse, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { openBrowser, VIEWPORTS } from "../browser";
import { Journey, press, pressAndSee } from "../journey";
import { emailOf } from "../people";

const NOW = at("2027-01-11T09:00");
const DAY = "2027-03-09";
const TITLE = "Equity rounds in every school";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function educatorOf(db: Database): TestPerson {
  const email = emailOf("educator");
  const { id, personId } = db.select().from(accounts).where(eq(accounts.email, email)).get()!;
  return { personId, accountId: id, name: "Maya Journey", email };
}

/** Sixteen days of seven hours, two of which carry six hours of equity each. */
function insertHours(db: Database): void {
  for (let day = 10; day < 26; day++) {
    const designations = day < 12 ? [{ designation: "EQUITY" as const, minutes: 360 }] : [];
    postCreditFor(db, educatorOf(db), { day: `2026-02-${day}`, title: `Course of day ${day}`, designations });
  }
}

/** A day of three hours in equity that is still to come. */
function insertOffering(db: Database) {
  const facilitator = makePerson(db);
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const courseId = makeCourse(db, { title: TITLE });
  db.insert(courseAudiences).values({ courseId, audience: "teacher" }).run();
  const offering = makeOffering(db, {
    courseId,
    instructor: facilitator,
    sessions: [{ start: `${DAY}T08:00`, end: `${DAY}T11:00` }],
    designations: [{ designation: "EQUITY", minutes: 180 }],
  });
  return { offering, facilitator, registrar, day: DAY, minutes: 180 };
}

async function enterCertificate(journey: Journey): Promise<Page> {
  const page = await journey.open("educator", "/certificate");
  await page.locator("main").getByRole("link", { name: "Enter your certificate" }).click();
  await page.waitForURL("**/certificate/papers/new");
  await page.getByRole("radio", { name: "Teacher", exact: true }).check();
  await page.getByLabel("Day of issue").fill("2023-07-01");
  await page.getByLabel(/^Last day/).fill("2022-06-30");
  await press(page, "Save certificate");
  await page.getByRole("alert").filter({ hasText: "The last day is not after the day of issue" }).waitFor();
  expect(await page.getByLabel("Day of issue").inputValue()).toBe("2023-07-01");
  await page.getByLabel(/^Last day/).fill("2028-06-30");
  // Two presses within half a second are one.
  await page.waitForTimeout(600);
  await press(page, "Save certificate");
  await page.waitForURL("**/certificate");
  return page;
}

const answerOf = (page: Page) => page.locator("header strong").innerText();

test("from three hours that are missing through the catalog to a seat, and to what is posted, on a phone", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let held: ReturnType<typeof insertOffering> | undefined;
  await journey.start(NOW, (db) => {
    insertHours(db);
    held = insertOffering(db);
  });
  try {
    const page = await enterCertificate(journey);
    expect(await answerOf(page)).toBe("You need 3 more hours in equity by June 30, 2028.");
    await journey.visit(page, "/certificate/papers");

    await journey.visit(page, "/certificate/what-if");
    expect(await page.locator("main").innerText()).toContain("Would close the gap.");
    await page.getByRole("link", { name: "Catalog: equity" }).click();
    await page.waitForURL("**/catalog?designation=EQUITY**");
    await page.getByRole("link", { name: TITLE }).first().click();
    await page.waitForURL("**/offerings/**");
    await pressAndSee(page, "Register", /registered/i);

    await journey.visit(page, "/certificate/what-if");
    expect(await page.locator("main").innerText()).toContain("12 of 15 hours + 3 planned");
    await journey.visit(page, "/certificate");
    expect(await answerOf(page)).toBe("You need 3 more hours in equity by June 30, 2028.");

    journey.setClock(at(`${DAY}T18:00`));
    journey.meanwhile((db) => postHoursOf(db, educatorOf(db), held!));
    await journey.visit(page, "/certificate");
    expect(await answerOf(page)).toBe("You have what it takes to renew by June 30, 2028.");
    expect(await page.locator("main").innerText()).toContain("All hours 3, Equity 3");
  } finally {
    await journey.stop();
  }
});
