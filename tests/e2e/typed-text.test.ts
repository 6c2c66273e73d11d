import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at } from "../support/clock";
import { makeOffering } from "../support/factories";
import { checkAccess, openBrowser, pressScripted, VIEWPORTS } from "./browser";
import { Journey, press, pressAndSee } from "./journey";
import { emailOf, PASSWORD } from "./people";

const BACK_AGAIN = "What you typed here before is filled in again.";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function kept(page: Page): Promise<number> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("hourbook.typed ")).length);
}

async function endSession(page: Page): Promise<void> {
  await page.context().clearCookies();
}

async function signInAgain(page: Page, role: "coordinator"): Promise<void> {
  await page.waitForURL("**/sign-in**");
  await page.getByLabel("Email address").fill(emailOf(role));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await press(page, "Sign in");
}

test("what was typed survives leaving, a session that ended and a lost connection, and two tabs lose nothing", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let offeringId = "";
  await journey.start(at("2027-01-11T09:00"), (db) => {
    offeringId = makeOffering(db, { capacity: 20 }).id;
  });
  try {
    const page = await journey.open("coordinator", "/coordinator/courses/new");
    await page.getByLabel("Title").fill("Number talks in grade 2");
    await page.getByLabel("Summary").fill("Ten minutes a day.");

    // A changed form asks before it is left, and staying loses nothing.
    await page.getByRole("link", { name: "Hourbook" }).first().click();
    await page.getByRole("alertdialog").waitFor();
    await checkAccess(page);
    await page.getByRole("button", { name: "Stay here" }).click();
    expect(await page.getByLabel("Title").inputValue()).toBe("Number talks in grade 2");
    await page.getByRole("link", { name: "Hourbook" }).first().click();
    await page.getByRole("button", { name: "Leave" }).click();
    await page.waitForURL((url) => url.pathname !== "/coordinator/courses/new");
    await page.getByLabel("Summary").waitFor({ state: "detached" });
    await page.goBack();
    await page.getByText(BACK_AGAIN).waitFor();
    expect(await page.getByLabel("Title").inputValue()).toBe("Number talks in grade 2");

    // The session ends under it.
    await endSession(page);
    await page.getByLabel("Description").fill("Mental mathematics, spoken.");
    await press(page, "Save as a draft");
    await signInAgain(page, "coordinator");
    await page.waitForURL("**/coordinator/courses/new");
    await page.getByText(BACK_AGAIN).waitFor();
    await checkAccess(page);
    expect(await page.getByLabel("Description").inputValue()).toBe("Mental mathematics, spoken.");

    await keepsRows(journey, page, offeringId);
    await collide(journey, page, offeringId);
    await keepsReason(journey, page, offeringId);

    await page.getByText("Menu", { exact: true }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.locator('a[href^="/sign-in"]').first().waitFor({ state: "attached" });
    expect(await kept(page)).toBe(0);
  } finally {
    await journey.stop();
  }
});

/** Rows that the server added come back with what was typed into them, and saving forgets them. */
async function keepsRows(journey: Journey, page: Page, offeringId: string): Promise<void> {
  await journey.visit(page, `/coordinator/offerings/${offeringId}?view=edit`);
  await press(page, "Add a session");
  await page.getByLabel("Date").nth(1).fill("2027-04-20");
  await page.context().setOffline(true);
  await press(page, "Save the offering");
  await page.getByRole("status").filter({ hasText: "Not sent" }).first().waitFor();
  await expect.poll(() => page.getByLabel("Date").nth(1).inputValue()).toBe("2027-04-20");
  await page.context().setOffline(false);
  await page.reload();
  await expect.poll(() => page.getByLabel("Date").nth(1).inputValue()).toBe("2027-04-20");
  await page.getByLabel("Reason for the change").fill("One more evening");
  await pressAndSee(page, "Save the offering", /saved/i);
  await journey.visit(page, `/coordinator/offerings/${offeringId}?view=edit`);
  expect(await page.getByText(BACK_AGAIN).count()).toBe(0);
  expect(await page.getByLabel("Date").nth(1).inputValue()).toBe("2027-04-20");
}

/** Two tabs on one offering: the second to save is asked, field by field. */
async function collide(journey: Journey, page: Page, offeringId: string): Promise<void> {
  const other = await page.context().newPage();
  await journey.visit(other, `/coordinator/offerings/${offeringId}?view=edit`);
  await other.getByLabel("Place", { exact: true }).fill("Renton, room 5");
  await other.getByLabel("Reason for the change").fill("The hall is taken");
  await pressAndSee(other, "Save the offering", /saved/i);
  await other.close();
  await page.getByLabel("Price in dollars").fill("45.00");
  await press(page, "Save the offering");
  await page.getByText("Jordan Journey has changed this meanwhile").waitFor();
  await checkAccess(page);
  await pressAndSee(page, "Save the offering", /saved/i);
  await journey.visit(page, `/coordinator/offerings/${offeringId}?view=edit`);
  expect(await page.getByLabel("Place", { exact: true }).inputValue()).toBe("Renton, room 5");
  expect(await page.getByLabel("Price in dollars").inputValue()).toBe("45.00");
}

/** A reason that was typed into a question comes back with it; once it is answered, nothing is kept of it. */
async function keepsReason(journey: Journey, page: Page, offeringId: string): Promise<void> {
  const question = page.getByRole("alertdialog");
  const reason = question.getByLabel("Reason, for everyone to read");
  const ask = async () => {
    await pressScripted(page.locator("main summary").filter({ hasText: "Cancel the offering" }));
    await question.waitFor();
  };
  const answer = () => question.getByRole("button", { name: "Cancel the offering" }).click();
  const isBack = async () => {
    await ask();
    await question.getByText(BACK_AGAIN).waitFor();
    expect(await reason.inputValue()).toBe("The hall was flooded");
  };
  await journey.visit(page, `/coordinator/offerings/${offeringId}`);
  const before = await kept(page);
  await ask();
  await reason.fill("The hall was flooded");
  await page.context().setOffline(true);
  await answer();
  await page.getByRole("status").filter({ hasText: "Not sent" }).first().waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await isBack();
  await checkAccess(page);

  // The server fails, and then the session ends under it.
  await page.route("**/*.data*", (route) => route.fulfill({ status: 500, body: "" }), { times: 1 });
  await answer();
  await page.getByRole("heading", { name: "Something went wrong" }).waitFor();
  await page.reload();
  await isBack();
  await endSession(page);
  await answer();
  await signInAgain(page, "coordinator");
  await page.waitForURL(`**/coordinator/offerings/${offeringId}**`);
  await isBack();
  await answer();
  await page
    .getByRole("status")
    .filter({ hasText: /cancelled/i })
    .first()
    .waitFor();
  expect(await kept(page)).toBe(before);
}

test("what is typed before the page's scripts have come stays, is kept, and asks before it is left", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let courseId = "";
  await journey.start(at("2027-01-11T09:00"), (db) => {
    courseId = makeOffering(db).courseId;
  });
  try {
    const page = await journey.open("coordinator", "/work");
    const come = await holdScripts(page);
    const opened = page.goto(new URL(`/coordinator/courses/${courseId}?view=edit`, page.url()).href);
    const title = page.getByLabel("Title", { exact: true });
    const summary = page.getByLabel("Summary", { exact: true });
    await summary.fill("Typed at once.");
    expect(await summary.evaluate((area: HTMLTextAreaElement) => area.defaultValue)).not.toBe("");
    await title.fill("Number talks");
    come();
    await opened;
    await expect.poll(() => kept(page)).toBe(1);
    expect(await summary.inputValue()).toBe("Typed at once.");
    expect(await title.inputValue()).toBe("Number talks");
    await page.getByRole("link", { name: "Hourbook" }).first().click();
    await page.getByRole("button", { name: "Leave" }).click();
    await title.waitFor({ state: "detached" });
    await page.goBack();
    await page.getByText(BACK_AGAIN).waitFor();
    expect(await summary.inputValue()).toBe("Typed at once.");
    expect(await title.inputValue()).toBe("Number talks");
  } finally {
    await journey.stop();
  }
});

test("files that are chosen before the page's scripts have come stay chosen, and the page hears of them", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  await journey.start(at("2027-01-11T09:00"));
  try {
    const page = await journey.open("hr", "/work");
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(error.message));
    const choose = async (path: string, name: string) => {
      const come = await holdScripts(page);
      const opened = page.goto(new URL(path, page.url()).href);
      await page
        .locator("input[type=file]")
        .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from("Employee ID,Last name\n00417,Ames") });
      come();
      await opened;
    };
    await choose("/hr/verify", "unknown.pdf");
    await page.locator("main").getByText("unknown.pdf").waitFor();
    await choose("/hr/staff-list", "staff.csv");
    await press(page, "Read the list");
    await page.getByText("staff.csv").first().waitFor();
    expect(failures).toEqual([]);
  } finally {
    await journey.stop();
  }
});

/** Keeps scripts from arriving until the answer is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let come = () => {};
  const here = new Promise<void>((resolve) => (come = resolve));
  await page.route("**/*.js", async (route) => {
    await here;
    await route.continue();
  });
  return come;
}
