import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "~/platform/database/database.server";
import { makeClaim } from "../support/billing";
import { TEST_NOW } from "../support/clock";
import { makeOffering, makePerson } from "../support/factories";
import { checkAccess, openBrowser, VIEWPORTS } from "./browser";
import { emailOf, insertPeople, PASSWORD } from "./people";
import { makeWorkplace, startServer } from "./server-process";

const EACH = 60;
const SHOWN = ["Educator", "Claim for", "Claimed", "Email"];

/** Sixty claims of people whose names begin alike, and as many of others. */
function insertClaims(file: string): void {
  const db = openDatabase(file);
  const offering = makeOffering(db, { capacity: 500 });
  for (const last of ["Alder", "Birch"])
    for (let each = 1; each <= EACH; each++) {
      const person = makePerson(db, { last: `${last}${String(each).padStart(2, "0")}` });
      makeClaim(db, { offering, person, status: "settled" });
    }
  db.$client.close();
}

const counted = (page: Page, text: string) =>
  page.locator("main").getByRole("status").filter({ hasText: text }).first().waitFor();
const heads = async (page: Page) => (await page.locator("thead th:not([data-select])").allTextContents()).map(trim);
const trim = (text: string) => text.trim();
/** Which row, counted from 1, has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const row = document.activeElement?.closest("tr");
    return row ? [...row.parentElement!.children].indexOf(row) + 1 : 0;
  });
const box = (page: Page, row: number) => page.locator(`tbody tr:nth-child(${row}) input[type=checkbox]`);

test("a registrar filters, sorts and keeps a view of the queue, moves by keys, posts all that match and finds the way back", async () => {
  const workplace = makeWorkplace();
  onTestFinished(workplace.remove);
  await insertPeople(workplace.databaseFile, TEST_NOW);
  insertClaims(workplace.databaseFile);
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: workplace.databaseFile });
  onTestFinished(async () => void (await server.stop()));
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: VIEWPORTS.desktop });
  const page = await context.newPage();
  const main = page.locator("main");
  const open = (path: string) => page.goto(server.origin + path, { waitUntil: "networkidle" });
  await open("/sign-in");
  await page.getByLabel("Email address").fill(emailOf("registrar"));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await main.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/(desk|work)$/);

  await open("/registrar");
  await counted(page, `50 of ${2 * EACH} claims`);
  await main.getByRole("searchbox").fill("alder");
  await counted(page, `50 of ${EACH} claims`);
  await main.getByRole("columnheader", { name: "Educator" }).getByRole("link").click();
  await page.waitForURL("**sort=name**");
  await main.getByRole("link", { name: "Alder01, Test", exact: true }).waitFor();
  await main.getByText("Columns", { exact: true }).click();
  for (const name of ["In-service number", "Earned", "District", "Age", "Missing"])
    await main.getByRole("checkbox", { name, exact: true }).uncheck();
  await main.getByRole("checkbox", { name: "Email", exact: true }).check();
  await main.getByRole("button", { name: "Show these" }).click();
  await page.waitForURL("**cols=email**");
  // The address changes before what it shows.
  await expect.poll(() => heads(page)).toEqual(SHOWN);
  await checkAccess(page);

  await main.getByText("Views", { exact: true }).click();
  await main.getByLabel("Save this view as").fill("Alders");
  await main.getByRole("checkbox", { name: "Open the list with it" }).check();
  await main.getByRole("button", { name: "Save the view" }).click();
  await page.getByText("stands under Views").waitFor();
  await open("/registrar");
  expect(new URL(page.url()).searchParams.get("q")).toBe("alder");
  expect(await heads(page)).toEqual(SHOWN);
  await counted(page, `50 of ${EACH} claims`);

  const link = await main.getByRole("link", { name: "CSV" }).getAttribute("href");
  const csv = (await (await context.request.get(server.origin + link!)).text()).replace("\ufeff", "");
  const lines = csv.trim().split("\r\n");
  expect([lines[0], lines.length]).toEqual([SHOWN.map((label) => `"${label}"`).join(","), EACH + 1]);

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await focused(page)).toBe(2);
  await page.keyboard.press("k");
  await page.keyboard.press("x");
  expect([await focused(page), await box(page, 1).isChecked()]).toEqual([1, true]);
  await page.keyboard.press("?");
  await page.getByRole("alertdialog", { name: "Keys of this list" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.closest("tbody"));
  await box(page, 3).click();
  await box(page, 6).click({ modifiers: ["Shift"] });
  await counted(page, "5 claims selected");
  const bar = await main.getByRole("button", { name: "Verify and post" }).boundingBox();
  expect(bar!.y + bar!.height, "the bar is in sight").toBeLessThanOrEqual(VIEWPORTS.desktop.height);

  const last = main.getByRole("link", { name: `Alder${EACH}, Test`, exact: true });
  await main.getByRole("link", { name: "Next" }).click();
  await last.waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/registrar/claims/**");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Claims" }).click();
  await page.waitForURL("**page=2**");
  expect(new URL(page.url()).searchParams.get("q")).toBe("alder");
  await last.waitFor();

  const phone = await (
    await browser.newContext({ storageState: await context.storageState(), viewport: VIEWPORTS.phone, hasTouch: true })
  ).newPage();
  await phone.goto(`${server.origin}/registrar?from=2027-01-01`, { waitUntil: "networkidle" });
  await phone.getByText("Filters, 1 set").click();
  await phone.getByLabel("Claimed from").waitFor();
  await checkAccess(phone);

  await main.getByRole("link", { name: "Previous" }).click();
  await counted(page, `50 of ${EACH} claims`);
  await main.getByRole("checkbox", { name: "Select all rows" }).check();
  await main.getByRole("checkbox", { name: `All ${EACH} claims that match` }).check();
  await main.getByRole("button", { name: "Verify and post", exact: true }).first().click();
  await page.getByText(`${EACH} credits posted`).first().waitFor();
  await open("/registrar?sort=-age&page=99");
  await counted(page, `10 of ${EACH} claims`);
  expect(await main.getByRole("link", { name: /^Birch/ }).count()).toBe(10);
});
