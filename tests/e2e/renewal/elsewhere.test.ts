import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts } from "#drizzle/schema/people";
import type { Database } from "~/platform/database/database.server";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { at } from "../../support/clock";
import { actingAs } from "../../support/database";
import { done } from "../../support/done";
import { messagesOf } from "../../support/outbox";
import { openBrowser, VIEWPORTS } from "../browser";
import { Journey, press, pressAndConfirm, pressAndSee } from "../journey";
import { emailOf } from "../people";

const NOW = at("2027-01-11T09:00");
const PROOF = { name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n% proof\n%%EOF") };
const SCRIPT = { name: "proof.html", mimeType: "text/html", buffer: Buffer.from("<html><script>1</script></html>") };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function insertCertificate(db: Database): void {
  const { id: accountId, personId } = db
    .select()
    .from(accounts)
    .where(eq(accounts.email, emailOf("educator")))
    .get()!;
  const me = actingAs(db, { accountId, personId, name: "Maya Journey" }, { now: NOW });
  done(addCertificate(me, { kind: "teacher", issuedOn: "2023-07-01", expiresOn: "2028-06-30" }));
}

const mainOf = (page: Page) => page.locator("main").innerText();
const answerOf = (page: Page) => page.locator("header strong").innerText();
/** Two presses within half a second are one. */
const pause = (page: Page) => page.waitForTimeout(600);

async function enterHours(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Clock hours of another provider" }).check();
  await page.getByLabel("How much").fill("6.555");
  await page.getByLabel("What it was called").fill("Teaching with place");
  await page.getByLabel("Who gave it").fill("Capital Region ESD 113");
  await page.getByLabel("First day").fill("2026-10-06");
  await page.getByLabel("Completed").fill("2026-10-07");
  await page.getByLabel("Equity").first().fill("3");
  await page.getByLabel("Evidence").setInputFiles(PROOF);
  await press(page, "Save");
  await page.getByRole("alert").filter({ hasText: "up to two decimals" }).waitFor();
  await page.getByLabel("How much").fill("6.5");
  await page.getByLabel("Evidence").setInputFiles(SCRIPT);
  await pause(page);
  await press(page, "Save");
  await page.getByRole("alert").filter({ hasText: "This is not a file that can be kept here" }).waitFor();
  expect(await page.getByLabel("What it was called").inputValue()).toBe("Teaching with place");
  expect(await page.getByLabel("Equity").first().inputValue()).toBe("3");
  await page.getByLabel("Evidence").setInputFiles(PROOF);
  await pause(page);
  await press(page, "Save");
  await page.waitForURL(/\/certificate\/elsewhere\/[\w-]{36}$/);
}

test("hours from elsewhere go from a mistyped amount to what a registrar vouches for, on a phone", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  await journey.start(NOW, insertCertificate);
  try {
    const page = await journey.open("educator", "/certificate/elsewhere/new");
    await enterHours(page);
    const entry = new URL(page.url()).pathname;
    await journey.visit(page, "/certificate");
    expect(await answerOf(page)).toBe("You need 93.5 more hours by June 30, 2028, 12 of them in equity.");
    expect(await mainOf(page)).toContain("6.5 of those below are self-reported");
    await journey.visit(page, entry);
    await pressAndSee(page, "Send to the registrar", /sent to the registrar/i);

    const desk = await journey.open("registrar", "/registrar/outside-hours");
    await desk.getByRole("link", { name: /Teaching with place/ }).click();
    await desk.waitForURL(/\/registrar\/outside-hours\/[\w-]{36}$/);
    expect(await desk.getByRole("link", { name: "proof.pdf" }).getAttribute("href")).toMatch(/\/file$/);
    await pressAndConfirm(desk, "Accept", "Accept", "Accepted");

    await journey.visit(page, "/certificate");
    expect(await mainOf(page)).toContain("Checked by the registrar of Puget Sound");
    await journey.visit(page, entry);
    expect(await mainOf(page)).not.toContain("Correct it");
    await journey.visit(page, "/certificate/elsewhere");
  } finally {
    await journey.stop();
  }
});

async function writePlan(page: Page): Promise<void> {
  await page.getByLabel("Year, July to June").selectOption("2025");
  await press(page, "Begin the plan");
  await page.waitForURL(/\/certificate\/growth-plans\/[\w-]{36}$/);
  await page.getByRole("checkbox", { name: "Equity" }).check();
  for (const name of ["Goals", "Standards", "Activities", "Reflection"])
    await page.getByLabel(name, { exact: true }).fill(`${name} of the journey.`);
  await page.getByLabel("Last day of the work").fill("2026-05-29");
  await page.getByRole("status").filter({ hasText: "Saved" }).waitFor();
  await page.reload();
  expect(await page.getByLabel("Reflection", { exact: true }).inputValue()).toBe("Reflection of the journey.");
  expect(await mainOf(page)).not.toContain("is filled in again");
}

function linkIn(journey: Journey): string {
  let address = "";
  journey.meanwhile((db) => {
    address = String(messagesOf(db, "growth-plan-request").at(-1)!.payload.actionUrl);
  });
  return new URL(address).pathname;
}

test("a growth plan goes from its first words through a reviewer's link to a locked plan that counts, on a phone", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  await journey.start(NOW, insertCertificate);
  try {
    const page = await journey.open("educator", "/certificate/growth-plans");
    await writePlan(page);
    const plan = new URL(page.url()).pathname;
    await page.getByLabel("Email address of your reviewer").fill(emailOf("educator"));
    await press(page, "Send it to be reviewed");
    await page.getByRole("alert").filter({ hasText: "your own address" }).waitFor();
    await page.getByLabel("Email address of your reviewer").fill(emailOf("colleague"));
    await pause(page);
    await pressAndSee(page, "Send it to be reviewed", /your reviewer gets a link/i);

    const link = linkIn(journey);
    const visitor = await journey.open(null, link);
    expect(await mainOf(visitor)).not.toContain("Reflection of the journey");
    const reviewer = await journey.open("colleague", link);
    expect(await mainOf(reviewer)).toContain("Reflection of the journey.");
    await reviewer.getByLabel("Number of your Washington certificate").fill("412345K");
    await reviewer.getByRole("checkbox", { name: /I reviewed this plan/ }).check();
    await pressAndSee(reviewer, "Sign the plan", /you signed the plan/i);

    await journey.visit(page, plan);
    expect(await mainOf(page)).toContain("By Luis Journey");
    await pressAndSee(page, "Make the PDF", /the pdf is made/i);
    await page.getByRole("link", { name: "Open the PDF" }).waitFor();
    await journey.visit(page, "/certificate");
    expect(await answerOf(page)).toBe("You need 75 more hours by June 30, 2028.");
    expect(await mainOf(page)).toContain("Equity by its goal");
  } finally {
    await journey.stop();
  }
});
