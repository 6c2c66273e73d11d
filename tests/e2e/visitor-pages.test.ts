import { brotliDecompressSync } from "node:zlib";
import http from "node:http";
import type { Browser, ConsoleMessage, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accounts } from "#drizzle/schema/people";
import { courses } from "#drizzle/schema/catalog";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { TEST_NOW } from "../support/clock";
import { makeCourse, makeOffering } from "../support/factories";
import { openBrowser, VIEWPORTS } from "./browser";
import { emailOf, insertPeople, PASSWORD } from "./people";
import { makeWorkplace, type RunningServer, startServer } from "./server-process";

const place = makeWorkplace();
let server: RunningServer;
let db: Database;
let browser: Browser;
let title: string;
let number = 0;

beforeAll(async () => {
  place.setClock(TEST_NOW);
  await insertPeople(place.databaseFile, TEST_NOW);
  server = await startServer({
    HOURBOOK_MODE: "test",
    DATABASE_FILE: place.databaseFile,
    TEST_CLOCK_FILE: place.clock,
  });
  db = openDatabase(place.databaseFile);
  browser = await openBrowser();
});
beforeEach(() => {
  title = `Course ${++number}`;
  makeOffering(db, { courseId: makeCourse(db, { title }) });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  db.$client.close();
  place.remove();
});

const ask = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });
const etagOf = async (path: string) => (await ask(path)).headers.get("etag");

test("a visitor's page is the same for every visitor, and asked for again it is not sent again", async () => {
  const first = await ask("/catalog");
  const etag = first.headers.get("etag")!;
  expect(await first.text()).toContain(title);
  expect(first.headers.get("cache-control")).toBe("no-cache");
  expect(await etagOf("/catalog")).toBe(etag);
  // Made anew after a change that it does not show, it is still the same.
  db.update(accounts).set({ emailVerifiedAt: 1 }).run();
  expect(await etagOf("/catalog")).toBe(etag);
  const again = await ask("/catalog", { "If-None-Match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("a change that another process makes is on the page at once", async () => {
  expect(await (await ask("/catalog")).text()).toContain(title);
  db.update(courses).set({ title: "Renamed" }).run();
  const page = await (await ask("/catalog")).text();
  expect([page.includes("Renamed"), page.includes(title)]).toEqual([true, false]);
});

test("each theme has its own, and what is somebody's own is never kept", async () => {
  const light = await (await ask("/catalog")).text();
  const dark = await (await ask("/catalog", { Cookie: "theme=dark" })).text();
  expect([light.includes('data-theme="dark"'), dark.includes('data-theme="dark"')]).toEqual([false, true]);
  for (const cookie of ["hourbook_session=abc", "hourbook_toast=abc", "theme=dark; hourbook_session=abc"]) {
    const { headers } = await ask("/catalog", { Cookie: cookie });
    expect([cookie, headers.get("etag"), headers.get("cache-control")]).toEqual([cookie, null, "private, no-store"]);
  }
  for (const path of ["/sign-in", "/offerings/00000000-0000-7000-8000-000000000000"])
    expect([path, (await ask(path)).headers.get("etag")]).toEqual([path, null]);
});

test("it is packed for whoever can unpack it, and its length is said", async () => {
  const packed = await new Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }>((resolve) => {
    http.get(`${server.origin}/catalog`, { headers: { "Accept-Encoding": "gzip, br" } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(pieces) }));
    });
  });
  expect(packed.headers["content-encoding"]).toBe("br");
  expect(packed.headers["content-length"]).toBe(String(packed.body.length));
  expect(packed.headers.vary?.toLowerCase().split(", ").sort()).toEqual(["accept-encoding", "cookie"]);
  expect(brotliDecompressSync(packed.body).toString()).toContain(title);
});

test("its scripts run under the policy, which names them by what they are; somebody who signs in gets pages of their own", async () => {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on("console", (message: ConsoleMessage) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  const answer = await page.goto(`${server.origin}/catalog`);
  expect(answer!.headers()["content-security-policy"]).toMatch(/script-src 'self' 'sha256-[^']+'/);
  expect(answer!.headers()["content-security-policy"]).not.toContain("nonce-");
  await page.getByRole("link", { name: title }).first().click();
  await page.waitForURL("**/offerings/*");
  await page.goBack();
  // Going back, the address changes before the page does.
  await page.getByRole("link", { name: title }).first().waitFor();
  await page.getByRole("link", { name: "Sign in" }).first().click();
  await page.getByLabel("Email address").fill(emailOf("educator"));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname === "/catalog");
  await page.goto(`${server.origin}/catalog`);
  await page.getByRole("button", { name: /Maya/ }).or(page.getByText("Maya")).first().waitFor();
  expect(said).toEqual([]);
  await page.close();
});

test.each([true, false])(
  "after signing out, Back shows nothing of somebody's own (scripts: %s)",
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${server.origin}/sign-in?next=/profile`);
    await page.getByLabel("Email address").fill(emailOf("educator"));
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname === "/profile");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goto(`${server.origin}/transcript`);
    await signOut(page);
    for (let steps = 0; steps < 2; steps++) {
      await page.goBack();
      await expect.poll(() => new URL(page.url()).pathname).toBe("/sign-in");
      expect(await page.locator("main").innerText()).not.toContain("Maya");
    }
    await context.close();
  },
);

async function signOut(page: Page): Promise<void> {
  await page.locator("summary").filter({ hasText: "Maya" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${server.origin}/`);
}

test("a menu that is opened before the scripts arrive stays open when they do, and closes on a move", async () => {
  const page = await browser.newPage({ viewport: VIEWPORTS.phone });
  const { promise: opened, resolve: isOpen } = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(server.origin, { waitUntil: "commit" });
  await page.locator("summary").filter({ hasText: "Menu" }).click();
  isOpen();
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("summary")!).some((key) => key.startsWith("__react")),
  );
  await page.waitForLoadState("networkidle");
  const menu = page.locator("details").filter({ hasText: "Menu" }).first();
  expect(await menu.evaluate((element: HTMLDetailsElement) => element.open)).toBe(true);
  await menu.getByRole("link", { name: "Catalog" }).click();
  await expect.poll(() => menu.evaluate((element: HTMLDetailsElement) => element.open)).toBe(false);
  await page.close();
});
