import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at } from "../../support/clock";
import { part } from "../../support/microcredentials/definitions";
import { checkAccess, openBrowser, VIEWPORTS } from "../browser";
import { Journey, press, pressAndSee } from "../journey";
import { emailOf, PASSWORD } from "../people";
import { agree, publishFor, SAVED } from "./portfolio";

let browser: Browser;
const folder = mkdtempSync(path.join(tmpdir(), "lesson-"));
const lesson = path.join(folder, "Lesson.mov");
beforeAll(async () => {
  // A video of a telephone, as far as anybody looks at it; some pieces long.
  const head = Buffer.from("\0\0\0\x14ftypqt  \0\0\x02\0qt  \0\0\0\x08wide", "latin1");
  writeFileSync(lesson, Buffer.concat([head, Buffer.alloc(9_000_000, 7)]));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** A text, links and a file. */
const EVIDENCE = [
  part({ title: "What you did" }),
  part({ kind: "link", title: "Where it is", required: false }),
  part({ kind: "file", title: "A lesson", most: 2 }),
];

const text = (page: Page) => page.getByLabel("Your text");
const says = (page: Page, words: string | RegExp) =>
  page
    .locator("form")
    .filter({ has: text(page) })
    .getByText(words)
    .filter({ visible: true })
    .first()
    .waitFor();

async function keptOnDevice(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opened = indexedDB.open("hourbook");
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const asked = opened.result.transaction("typed").objectStore("typed").getAllKeys();
    await new Promise((resolve) => (asked.onsuccess = resolve));
    opened.result.close();
    return asked.result as string[];
  });
}

test("a portfolio on a phone: without a line, on two devices, with an upload that is cut, and handed in", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let microcredentialId = "";
  await journey.start(at("2027-01-11T09:00"), (db) => (microcredentialId = publishFor(db, () => EVIDENCE)));
  try {
    const page = await journey.open("educator", `/microcredentials/${microcredentialId}`);
    await press(page, "Begin a portfolio");
    await page.waitForURL("**/portfolios/*");
    await text(page).waitFor();
    await checkAccess(page);
    await writeWithoutLine(page);
    await writeWithoutSession(page);
    await writeOnTwoDevices(page);
    await sendWithCut(page);
    await lookAtFile(page);
    await handIn(page);
    expect(await keptOnDevice(page)).toEqual([]);
  } finally {
    await journey.stop();
  }
});

/** What is written without a line is kept, survives a closed tab, and is sent once the line is back. */
async function writeWithoutLine(page: Page): Promise<void> {
  await text(page).fill("I greet everybody.");
  await says(page, SAVED);
  await page.context().setOffline(true);
  await text(page).fill("I greet everybody at the door.");
  await says(page, "Kept on this device");
  await checkAccess(page);
  expect(await keptOnDevice(page)).toHaveLength(1);
  await page.context().setOffline(false);
  await says(page, SAVED);
  await page.reload();
  expect(await text(page).inputValue()).toBe("I greet everybody at the door.");
  expect(await keptOnDevice(page)).toEqual([]);
  // A tab that is closed before anything was sent.
  const other = await page.context().newPage();
  await page.context().setOffline(true);
  await other.context().setOffline(false);
  await other.route("**/parts/*", (route) => route.abort());
  await other.goto(page.url());
  await text(other).fill("I greet everybody at the door, by name.");
  await says(other, "Kept on this device");
  await other.close();
  await page.context().setOffline(false);
  // A tab that goes may still have sent it: then nothing is left to be said.
  await page.reload();
  await expect.poll(() => text(page).inputValue()).toBe("I greet everybody at the door, by name.");
  await expect.poll(() => keptOnDevice(page)).toEqual([]);
}

/** A session that ends under it: after signing in again, what was written is there, and is sent. */
async function writeWithoutSession(page: Page): Promise<void> {
  await page.context().clearCookies();
  await text(page).fill("I greet everybody at the door, by their name.");
  await says(page, /Your session has ended/);
  await checkAccess(page);
  await page.reload();
  await page.waitForURL("**/sign-in**");
  await page.getByLabel("Email address").fill(emailOf("educator"));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await press(page, "Sign in");
  await page.waitForURL("**/portfolios/*");
  await says(page, SAVED);
  expect(await text(page).inputValue()).toBe("I greet everybody at the door, by their name.");
}

/** Two devices that change the same part are shown side by side, and nothing is overwritten before somebody has chosen. */
async function writeOnTwoDevices(page: Page): Promise<void> {
  const storageState = await page.context().storageState();
  const laptop = await (await browser.newContext({ viewport: VIEWPORTS.desktop, storageState })).newPage();
  await laptop.goto(page.url());
  await text(laptop).fill("From the laptop, with much thought.");
  await says(laptop, SAVED);
  await text(page).fill("From the phone, at the door.");
  await page.getByText("You changed this on another device").waitFor();
  await page.getByRole("region", { name: "On the other device, saved" }).getByText("From the laptop").waitFor();
  await page.getByRole("region", { name: "On this device" }).getByText("From the phone").waitFor();
  await checkAccess(page);
  await text(page).fill("From the phone, at the door, with much thought.");
  await press(page, "Keep what is in the field");
  await says(page, SAVED);
  await text(laptop).fill("From the laptop again.");
  await laptop.getByText("You changed this on another device").waitFor();
  await checkAccess(laptop);
  await press(laptop, "Take the other");
  expect(await text(laptop).inputValue()).toBe("From the phone, at the door, with much thought.");
  await laptop.context().close();
}

/** An upload that is cut goes on where it was after a reload. */
async function sendWithCut(page: Page): Promise<void> {
  const choose = page.locator('input[type="file"]');
  const add = page.getByRole("button", { name: /Add the file/ });
  let pieces = 0;
  await page.route("**/uploads/*", (route) => (++pieces > 2 ? route.abort("connectionreset") : route.continue()));
  await choose.setInputFiles(lesson);
  await add.click();
  await page.getByRole("status").filter({ hasText: "The connection was lost" }).first().waitFor({ timeout: 60_000 });
  await checkAccess(page);
  await page.unroute("**/uploads/*");
  await page.reload();
  await page.getByText("Not all of Lesson.mov is here yet").waitFor();
  await page.getByText(/46% · 4 MB of 8.6 MB/).waitFor();
  await checkAccess(page);
  const offsets: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") offsets.push(request.headers()["upload-offset"]!);
  });
  await choose.setInputFiles(lesson);
  await add.click();
  await page.getByRole("link", { name: /^Lesson\.mov/ }).waitFor();
  expect(offsets[0]).toBe(String(4 * 1024 * 1024));
  await choose.setInputFiles({ name: "Lesson.mp4", mimeType: "video/mp4", buffer: Buffer.from("<!doctype html>") });
  await add.click();
  await page.getByText("Lesson.mp4 was not taken").first().waitFor();
  await checkAccess(page);
}

/** A video is watched on a page where nothing runs. */
async function lookAtFile(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Watch it Lesson.mov" }).click();
  await page.getByRole("heading", { name: "Lesson.mov" }).waitFor();
  expect(await page.locator("video").count()).toBe(1);
  // Where nothing runs, axe does not either: it looks at the same page outside.
  const outside = await (await browser.newContext({ viewport: VIEWPORTS.phone })).newPage();
  await outside.setContent(await (await page.request.get(page.url())).text());
  await checkAccess(outside);
  await outside.context().close();
  await page.getByRole("link", { name: "Back" }).click();
  await page.waitForURL("**/portfolios/*");
}

async function handIn(page: Page): Promise<void> {
  await agree(page);
  await text(page).press("End");
  await text(page).pressSequentially(" And by name.");
  await press(page, "Hand in the portfolio");
  await says(page, SAVED);
  await pressAndSee(page, "Hand in the portfolio", "Handed in.");
  await page.getByText("And by name.").waitFor();
}
