import { expect, onTestFinished, test } from "vitest";
import { TEST_NOW } from "../support/clock";
import { openBrowser } from "./browser";
import { emailOf, insertPeople, PASSWORD } from "./people";
import { makeWorkplace, startServer } from "./server-process";

const MOST_SCRIPT_BYTES = 130 * 1024;
const PAGES = [
  "/",
  "/catalog",
  "/desk",
  "/registrations",
  "/hours",
  "/claim",
  "/transcript",
  "/certificate",
  "/certificate/what-if",
  "/certificate/elsewhere/new",
  "/certificate/elsewhere/document",
  "/certificate/growth-plans",
  "/profile",
];

test("no educator's page loads more than 130 KB of compressed scripts", async () => {
  const workplace = makeWorkplace();
  onTestFinished(workplace.remove);
  await insertPeople(workplace.databaseFile, TEST_NOW);
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: workplace.databaseFile });
  onTestFinished(async () => void (await server.stop()));
  const browser = await openBrowser();
  onTestFinished(() => browser.close());

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.origin}/sign-in`);
  await page.getByLabel("Email address").fill(emailOf("educator"));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/(desk|work)$/);
  const storageState = await context.storageState();

  for (const path of PAGES) {
    const fresh = await browser.newContext({ storageState });
    const tab = await fresh.newPage();
    const devtools = await fresh.newCDPSession(tab);
    await devtools.send("Network.enable");
    const scripts = new Set<string>();
    let bytes = 0;
    devtools.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await tab.goto(server.origin + path, { waitUntil: "networkidle" });
    expect(bytes, path).toBeGreaterThan(0);
    expect(bytes, path).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
    await fresh.close();
  }
});
