import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, DAY, HOUR } from "../../support/clock";
import { part } from "../../support/microcredentials/definitions";
import { checkAccess, openBrowser, VIEWPORTS } from "../browser";
import { Journey, press, pressAndSee } from "../journey";
import { agree, publishFor, SAVED } from "./portfolio";

const START = at("2027-01-11T09:00");
const MISSING = "Say how you know that they felt heard.";
const REASON = "The lesson was held by somebody else.";
const REVOKED = /^Revoked on .*Jan.* 16, 2027.*: do not rely on this badge$/;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const evidence = ([greeting, listening]: string[]) => [
  part({ title: "At the door", criteria: [greeting!] }),
  part({ title: "In the circle", criteria: [listening!] }),
  part({ kind: "file", title: "A lesson", most: 2, criteria: [listening!] }),
];

const partOf = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const textOf = (page: Page, title: string) => partOf(page, title).getByLabel("Your text");

async function write(page: Page, title: string, words: string): Promise<void> {
  await textOf(page, title).fill(words);
  await partOf(page, title).getByText(SAVED).filter({ visible: true }).first().waitFor();
}

test("an award on a phone: not yet, resubmitted, read by two, shown to everybody, and revoked", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let microcredentialId = "";
  await journey.start(START, (db) => (microcredentialId = publishFor(db, evidence)));
  try {
    const portfolio = await submit(journey, microcredentialId);
    journey.setClock(START + DAY);
    await scoreNotYet(journey);
    journey.setClock(START + 2 * DAY);
    await resubmit(journey, portfolio);
    journey.setClock(START + 3 * DAY);
    await readByTwo(journey);
    journey.setClock(START + 4 * DAY);
    const address = await showAward(journey);
    const badge = await visit(journey, address, "Genuine and current");
    journey.setClock(START + 5 * DAY);
    await revoke(journey, microcredentialId);
    journey.setClock(START + 5 * DAY + HOUR);
    await seeRevoked(journey, address, badge);
  } finally {
    await journey.stop();
  }
});

/** Begins a portfolio and hands it in; gives its address. */
async function submit(journey: Journey, microcredentialId: string): Promise<string> {
  const page = await journey.open("educator", `/microcredentials/${microcredentialId}`);
  await press(page, "Begin a portfolio");
  await page.waitForURL("**/portfolios/*");
  await write(page, "At the door", "I greet everybody at the door, by name.");
  await write(page, "In the circle", "We sit in a circle every Monday.");
  await partOf(page, "A lesson")
    .locator('input[type="file"]')
    .setInputFiles({ name: "Lesson.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") });
  await page.getByRole("button", { name: /Add the file/ }).click();
  await page.getByRole("link", { name: /^Lesson\.pdf/ }).waitFor();
  await agree(page);
  await pressAndSee(page, "Hand in the portfolio", "Handed in.");
  return new URL(page.url()).pathname;
}

/** Takes what waits, after the question whether there is a conflict. */
async function takeUp(journey: Journey, role: "assessor" | "second-assessor"): Promise<Page> {
  const page = await journey.open(role, "/assessor");
  await page.locator("summary").filter({ hasText: "Read it" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Is there a conflict of interest?" });
  await dialog.getByRole("checkbox").check();
  await checkAccess(page);
  await dialog.getByRole("button", { name: "Read it" }).click();
  await page.waitForURL("**/assessor/assessments/*");
  await page.getByRole("heading", { name: "Scores" }).waitFor();
  await checkAccess(page);
  return page;
}

const scoreOf = (page: Page, criterion: string) =>
  page
    .locator("#scores > *")
    .filter({ has: page.getByRole("heading", { name: criterion }) })
    .getByRole("radio");

/** The first assessor finds one of two criteria not yet demonstrated; without a comment it is not taken. */
async function scoreNotYet(journey: Journey): Promise<void> {
  const page = await takeUp(journey, "assessor");
  await page.getByText("We sit in a circle every Monday.").waitFor();
  await scoreOf(page, "Greeting").nth(0).check();
  await scoreOf(page, "Listening").nth(1).check();
  await press(page, "Hand in the scores");
  await page.getByRole("alert").first().waitFor();
  await checkAccess(page);
  await page.getByLabel("Comment").nth(1).fill(MISSING);
  await pressAndSee(page, "Hand in the scores", "Your scores are handed in.");
}

/** The author reads why; only what is evidence for the open criterion can be changed. */
async function resubmit(journey: Journey, portfolio: string): Promise<void> {
  const page = await journey.open("educator", portfolio);
  await page.getByText("Not yet", { exact: true }).first().waitFor();
  await page.getByText(MISSING).waitFor();
  expect(await textOf(page, "At the door").count()).toBe(0);
  expect(await partOf(page, "At the door").innerText()).toContain("I greet everybody at the door, by name.");
  expect(await partOf(page, "A lesson").locator('input[type="file"]').count()).toBe(1);
  await write(page, "In the circle", "We sit in a circle every Monday. I ask what they took home.");
  await agree(page);
  await pressAndSee(page, "Hand in the portfolio", "Handed in.");
}

/** The first assessor asks for a second one, who reads the same criterion without the first's scores. */
async function readByTwo(journey: Journey): Promise<void> {
  const first = await takeUp(journey, "assessor");
  await scoreOf(first, "Listening").nth(0).check();
  expect(await scoreOf(first, "Greeting").count()).toBe(0);
  await first.getByLabel("Ask for a second assessor").check();
  await first.getByLabel("Why (optional)", { exact: true }).fill("The circle is new to me.");
  await pressAndSee(first, "Hand in the scores", "Your scores are handed in.");
  expect(await first.locator("summary").filter({ hasText: "Read it" }).count()).toBe(0);
  const second = await takeUp(journey, "second-assessor");
  expect(await second.locator("main").innerText()).not.toContain(MISSING);
  await scoreOf(second, "Listening").nth(0).check();
  await pressAndSee(second, "Hand in the scores", "Your scores are handed in.");
}

/** The holder turns the public page on; gives its address. */
async function showAward(journey: Journey): Promise<string> {
  const page = await journey.open("educator", "/portfolios");
  // The row of rooms is wider than a phone: where one is stands in sight.
  const room = page.getByRole("navigation", { name: "My desk" }).getByRole("link", { name: "Micro-credentials" });
  await expect.poll(async () => (await room.boundingBox())!.x + (await room.boundingBox())!.width).toBeLessThan(391);
  await page.locator('a[href^="/portfolios/awards/"]').first().click();
  await page.getByText("It is off").waitFor();
  // The badge is signed by a job of the server; until then the page says so.
  await expect
    .poll(async () => (await page.reload(), page.getByRole("heading", { name: "Your badge", exact: true }).count()), {
      timeout: 60_000,
    })
    .toBe(1);
  await checkAccess(page);
  await page.getByLabel("Show this award on a page of its own").check();
  await page.getByLabel("At the door", { exact: true }).check();
  await pressAndSee(page, "Save the page", /./);
  return page.getByRole("link", { name: /\/awards\// }).innerText();
}

/** What a visitor sees under the address; gives the badge's file. */
async function visit(journey: Journey, address: string, says: string | RegExp): Promise<Buffer> {
  const page = await journey.open(null, new URL(address).pathname);
  await page.getByText(says).first().waitFor();
  await page.getByText("I greet everybody at the door, by name.").waitFor();
  expect(await page.locator("main").innerText()).not.toContain("We sit in a circle");
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "JSON", exact: true }).click();
  const file = readFileSync(await (await waiting).path());
  await page.context().close();
  return file;
}

async function revoke(journey: Journey, microcredentialId: string): Promise<void> {
  const page = await journey.open("coordinator", `/coordinator/microcredentials/${microcredentialId}/awards`);
  await page.locator("summary").filter({ hasText: "Revoke" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill(REASON);
  await checkAccess(page);
  await dialog.getByRole("button", { name: "Revoke", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "revoked" }).first().waitFor();
  await checkAccess(page);
}

/** The award's page, its holder's page, and the check of its code and of its file say that it was revoked, and why. */
async function seeRevoked(journey: Journey, address: string, badge: Buffer): Promise<void> {
  await visit(journey, address, REVOKED);
  const { id } = JSON.parse(badge.toString()) as { id: string };
  const page = await journey.open(null, `/verify/${id.split("/").at(-1)!}`);
  await page.getByText(REVOKED).waitFor();
  await page.getByText(`Reason: ${REASON}`).waitFor();
  await journey.visit(page, "/verify");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "badge.json", mimeType: "application/json", buffer: badge });
  await press(page, "Check this file");
  await page.getByText("badge.json is the badge that was issued, word for word").waitFor();
  await page.getByText(REVOKED).waitFor();
  await checkAccess(page);
  const holder = await journey.open("educator", "/portfolios");
  await holder.locator('a[href^="/portfolios/awards/"]').first().click();
  await holder.getByText("This award was revoked").waitFor();
  await holder.getByText(`Reason: ${REASON}`).waitFor();
  await checkAccess(holder);
}
