import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "~/platform/database/database.server";
import { TEST_NOW } from "../support/clock";
import { makeOffering } from "../support/factories";
import { checkAccess, openBrowser, VIEWPORTS } from "./browser";
import { press } from "./journey";
import { emailOf, insertPeople, PASSWORD, type Role } from "./people";
import { makeWorkplace, startServer } from "./server-process";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function serve() {
  const workplace = makeWorkplace();
  onTestFinished(workplace.remove);
  await insertPeople(workplace.databaseFile, TEST_NOW);
  const db = openDatabase(workplace.databaseFile);
  onTestFinished(() => void db.$client.close());
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: workplace.databaseFile });
  onTestFinished(async () => void (await server.stop()));
  const signIn = async (role: Role, options: { javaScriptEnabled?: boolean } = {}) => {
    const context = await browser.newContext({ viewport: VIEWPORTS.phone, reducedMotion: "reduce", ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${server.origin}/sign-in`, { waitUntil: "load" });
    await page.getByLabel("Email address").fill(emailOf(role));
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await press(page, "Sign in");
    await page.waitForURL(/\/(desk|work)$/);
    return page;
  };
  return { db, server, signIn };
}

const titleOf = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();
/** A press that is no double click of the one before: those are not sent. */
async function pressAgain(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(DOUBLE_CLICK_MS);
  await press(page, name);
}
const DOUBLE_CLICK_MS = 600;
const said = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words }).first().waitFor();

test("without a connection every form and link leaves the page as it is, says what became of it, and goes on when it is back", async () => {
  const { db, server, signIn } = await serve();
  const { id } = makeOffering(db);
  const page = await signIn("coordinator");
  await page.goto(`${server.origin}/coordinator/offerings/${id}?view=edit`, { waitUntil: "networkidle" });
  const title = await titleOf(page);
  await page.getByLabel("Price in dollars").fill("45.00");
  await page.getByLabel("Reason for the change").fill("A new price");

  // A form, by a browser that knows it is offline.
  await page.context().setOffline(true);
  await press(page, "Save the offering");
  await said(page, "Not sent: there is no connection.");
  await page.getByRole("alert").filter({ hasText: "Not sent" }).first().waitFor();
  expect([await titleOf(page), await page.getByLabel("Price in dollars").inputValue()]).toEqual([title, "45.00"]);
  await checkAccess(page);
  // A link.
  await page.getByRole("navigation", { name: "Coordinator" }).getByRole("link", { name: "Courses" }).click();
  await said(page, "There is no connection, so that page cannot be opened.");
  expect(await titleOf(page)).toBe(title);
  await page.context().setOffline(false);

  // Answers that get lost on their way, and a proxy that answers in the server's place.
  for (const [answer, words] of [
    [null, "The connection was lost before an answer came."],
    [502, "The connection was lost before an answer came."],
    [503, "Hourbook is busy, so nothing was changed."],
  ] as const) {
    const answered = Promise.withResolvers<void>();
    await page.route("**/*.data*", async (route) => {
      await (answer === null ? route.abort() : route.fulfill({ status: answer, body: "no" }));
      answered.resolve();
    });
    await pressAgain(page, "Save the offering");
    await answered.promise;
    await said(page, words);
    expect([answer, await titleOf(page)]).toEqual([answer, title]);
    await page.unroute("**/*.data*");
  }
  await pressAgain(page, "Save the offering");
  await said(page, "saved");

  // What is only read waits, and goes on by itself.
  await page.route("**/*.data*", (route) => route.abort());
  await page.getByRole("navigation", { name: "Coordinator" }).getByRole("link", { name: "Courses" }).click();
  await said(page, "goes on by itself when the connection is back");
  await page.unroute("**/*.data*");
  await page.waitForURL("**/coordinator/courses");
  await page.getByText("goes on by itself").waitFor({ state: "detached" });
});

const REFERENCE = /give this reference: ([\w-]{36})/;

test("the reference on an error page is the one in the log, with and without JavaScript, for what is read and what is sent", async () => {
  const { db, server, signIn } = await serve();
  const { id: offeringId } = makeOffering(db);
  for (const javaScriptEnabled of [true, false]) {
    const page = await signIn("educator", { javaScriptEnabled });
    const open = (path: string) => page.goto(server.origin + path, { waitUntil: "load" });
    const isInLog = async () => {
      await page.getByRole("heading", { name: "Something went wrong" }).waitFor();
      const reference = REFERENCE.exec(await page.locator("main").innerText())?.[1];
      expect(reference).toBeDefined();
      const line = server
        .output()
        .split("\n")
        .find((each) => each.includes(reference!));
      expect(line).toMatch(/no such table: (main\.)?inquiries/);
      return reference!;
    };
    const seen = new Set<string>();
    await open(`/inquiries/new?offering=${offeringId}`);
    await page.getByLabel("What would you like to know?").fill("Who counts my hours?");
    db.$client.exec("alter table inquiries rename to lost_inquiries");
    try {
      await press(page, "Send");
      seen.add(await isInLog());
      await open("/inquiries");
      seen.add(await isInLog());
      await open("/hours");
      await page.getByRole("link", { name: "What you asked" }).click();
      seen.add(await isInLog());
    } finally {
      db.$client.exec("alter table lost_inquiries rename to inquiries");
    }
    expect(seen.size).toBe(3);
  }
});
