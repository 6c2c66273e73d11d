import { expect, onTestFinished, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { openDatabase } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { TEST_NOW } from "../support/clock";
import { checkAccess, openBrowser, VIEWPORTS } from "./browser";
import { emailOf, insertPeople, PASSWORD } from "./people";
import { makeWorkplace, startServer } from "./server-process";

test("staff search from anywhere, by keys, on a phone and without scripts", async () => {
  const workplace = makeWorkplace();
  onTestFinished(workplace.remove);
  await insertPeople(workplace.databaseFile, TEST_NOW);
  const db = openDatabase(workplace.databaseFile);
  const names = { legalFirst: "Hồng", createdAt: TEST_NOW, updatedAt: TEST_NOW };
  for (const legalLast of ["Đinh", "Dinh-Reyes"])
    db.insert(persons)
      .values({ id: newId(), legalLast, ...names })
      .run();
  db.$client.close();
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: workplace.databaseFile });
  onTestFinished(async () => void (await server.stop()));
  const browser = await openBrowser();
  onTestFinished(() => browser.close());

  const context = await browser.newContext({ viewport: VIEWPORTS.desktop });
  const page = await context.newPage();
  await page.goto(`${server.origin}/sign-in`);
  await page.getByLabel("Email address").fill(emailOf("admin"));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/(desk|work)$/);
  const storageState = await context.storageState();
  const box = page.getByRole("banner").getByRole("searchbox");
  const isFocused = (label: string) => page.evaluate((text) => document.activeElement?.ariaLabel === text, label);

  await page.goto(`${server.origin}/admin/people`, { waitUntil: "networkidle" });
  for (const key of ["/", "Control+k", "Meta+k"]) {
    await page.keyboard.press(key);
    expect(await isFocused("Search people, offerings and codes"), key).toBe(true);
    expect(await box.inputValue()).toBe("");
    await page.keyboard.press("Escape");
    expect(await isFocused("Search people, offerings and codes"), key).toBe(false);
  }
  await page.locator("main").getByRole("searchbox").focus();
  await page.keyboard.type("a/b");
  expect(await page.locator("main").getByRole("searchbox").inputValue()).toBe("a/b");

  await page.goto(`${server.origin}/desk`, { waitUntil: "networkidle" });
  await page.keyboard.press("/");
  await page.keyboard.type("dinh hong");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?**");
  await page.getByRole("link", { name: "Đinh, Hồng" }).waitFor();
  expect(await page.getByRole("status").filter({ hasText: "2 results" }).count()).toBe(1);
  await checkAccess(page);
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/people/**");
  await page.getByRole("heading", { level: 1, name: "Đinh, Hồng" }).waitFor();

  const phone = await (await browser.newContext({ storageState, viewport: VIEWPORTS.phone })).newPage();
  await phone.goto(`${server.origin}/desk`, { waitUntil: "networkidle" });
  await phone.getByRole("banner").getByRole("link", { name: "Search people, offerings and codes" }).click();
  await phone.waitForURL("**/search");
  await phone.locator("main").getByRole("searchbox").fill("reyes");
  await phone.getByRole("link", { name: "Dinh-Reyes, Hồng" }).waitFor();
  await checkAccess(phone);

  const bare = await (await browser.newContext({ storageState, javaScriptEnabled: false })).newPage();
  await bare.goto(`${server.origin}/desk`);
  await bare.getByRole("banner").getByRole("searchbox").fill("DINH");
  await bare.getByRole("banner").getByRole("searchbox").press("Enter");
  await bare.getByRole("link", { name: "Đinh, Hồng" }).waitFor();
});
