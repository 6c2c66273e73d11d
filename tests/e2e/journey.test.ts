import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, HOUR, MINUTE } from "../support/clock";
import { checkAccess, openBrowser, VIEWPORTS } from "./browser";
import { Journey, press, pressAndConfirm, pressAndSee } from "./journey";
import { emailOf, type Role } from "./people";

const PREPARATION = at("2027-01-11T09:00");
const START = at("2027-03-09T08:00");
const END = at("2027-03-09T16:00");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function makeCourse(page: Page): Promise<void> {
  await page.getByLabel("Title").fill("Watersheds as classrooms");
  await page.getByLabel("Summary").fill("Plan a field study of a stream near your school.");
  await page.getByLabel("Program area").selectOption({ label: "Science" });
  await page.getByLabel("Description").fill("Teachers plan, try and adapt a field study.\n\nBring boots.");
  await page.getByLabel("Learning objectives").fill("plan a field study\nadapt it to a class");
  await page.getByLabel("Standards").fill("NGSS 5-ESS3-1");
  await page.getByLabel("Teacher", { exact: true }).check();
  await page.getByLabel("STEM", { exact: true }).check();
  await press(page, "Save as a draft");
  await page.waitForURL(/\/coordinator\/courses\/[\w-]{36}/);
  await checkAccess(page);
  await pressAndSee(page, "Publish the course", "The course is in the catalog");
}

async function makeOffering(page: Page): Promise<string> {
  await page.locator("main").getByRole("link", { name: "New offering" }).click();
  await page.waitForURL("**/coordinator/offerings/new**");
  await checkAccess(page);
  const session = page.getByRole("group", { name: "Session 1" }).first();
  await session.getByLabel("Date").fill("2027-03-09");
  await session.getByLabel(/^Start/).fill("08:00");
  await session.getByLabel(/^End/).fill("16:00");
  await session.getByLabel("Meal from").fill("12:00");
  await session.getByLabel("Meal to").fill("13:00");
  await page.getByLabel("In person").check();
  await page.getByLabel("Place", { exact: true }).fill("Example Hall, Renton");
  await page.getByRole("spinbutton", { name: "Seats" }).fill("20");
  await page.getByLabel("Price in dollars").fill("0");
  await page.getByRole("textbox", { name: /^Name/ }).first().fill("Ines Journey");
  await page
    .getByRole("textbox", { name: /^Email of their account/ })
    .first()
    .fill(emailOf("facilitator"));
  await page.getByRole("textbox", { name: /^STEM/ }).fill("7");
  await press(page, "Save as a draft");
  await page.waitForURL(/\/coordinator\/offerings\/[\w-]{36}/);
  await checkAccess(page);
  await page.getByLabel("The committee met on").fill("2027-01-08");
  await pressAndSee(page, "Record the approval", /approved/i);
  await pressAndSee(page, "Publish the offering", /publish|registration/i);
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

/** By the button of the offering's page, or by the page on which a visitor lands after signing in. */
async function register(journey: Journey, role: Role, path: string): Promise<void> {
  const page = await journey.open(role, path);
  await pressAndSee(page, "Register", "You have a seat");
}

/** The person's own row of the roster. */
const entryOf = (page: Page, sortName: string) => page.getByRole("listitem").filter({ hasText: sortName });

async function takeAttendance(journey: Journey): Promise<void> {
  journey.setClock(START + 5 * MINUTE);
  const page = await journey.open("facilitator", "/facilitator");
  await page.getByRole("link", { name: "Watersheds as classrooms" }).click();
  await page.waitForURL("**/facilitator/sessions/**");
  await checkAccess(page);
  await page.getByRole("button", { name: "In: Maya Journey" }).click();
  await entryOf(page, "Journey, Maya").getByText("Arrived 8:05 AM").waitFor();
  await pressAndConfirm(page, "Mark the other 1 present", "Mark 1 present", "1 person marked present");
  journey.setClock(START + 225 * MINUTE + 5 * MINUTE);
  await page.getByRole("button", { name: "Out: Maya Journey" }).click();
  await entryOf(page, "Journey, Maya").getByText("Arrived 8:05 AM, left 11:50 AM").waitFor();
  await page.getByRole("link", { name: "Sign-in sheet" }).click();
  await page.getByRole("heading", { name: "Sign-in sheet" }).waitFor();
  await checkAccess(page);
}

async function claimHours(journey: Journey): Promise<void> {
  const page = await journey.open("educator", "/desk");
  await page.getByRole("link", { name: "Watersheds as classrooms" }).first().click();
  await page.getByRole("heading", { name: "How we counted" }).waitFor();
  await checkAccess(page);
  await page.getByLabel("Hours you claim").fill("4");
  await page.getByLabel(/penalty of perjury/).check();
  await press(page, "Claim hours");
  await page.getByRole("alert").filter({ hasText: "at most what you earned" }).waitFor();
  expect(await page.getByLabel("Hours you claim").inputValue()).toBe("4");
  await checkAccess(page);
  await page.getByLabel("Hours you claim").fill("3.5");
  await page.getByLabel(/penalty of perjury/).check();
  await pressAndSee(page, "Claim hours", "You claimed 3.5 clock hours");
  for (const group of await page
    .getByRole("group")
    .filter({ has: page.getByRole("radio") })
    .all()) {
    await group.getByRole("radio").nth(1).check();
  }
  await pressAndSee(page, "Send evaluation", "Thank you");
}

async function postCredit(journey: Journey): Promise<void> {
  const page = await journey.open("registrar", "/registrar?view=waiting");
  await page.getByRole("link", { name: /, Journey, Maya$/ }).click();
  await page.getByRole("heading", { name: "Record a payment" }).waitFor();
  await checkAccess(page);
  await page.getByLabel("Settled by").selectOption({ label: "Check" });
  await page.getByLabel("Number or reason").fill("1042");
  await pressAndSee(page, "Record payment", "The payment is recorded");
  await journey.visit(page, "/registrar");
  await page.getByLabel("Choose the claim of Journey, Maya").check();
  await pressAndSee(page, "Verify and post", "1 credit posted");
  await journey.visit(page, "/registrar/posted");
  expect(await page.locator("main").innerText()).toContain("Journey, Maya");
}

async function downloadTranscript(journey: Journey): Promise<string> {
  const page = await journey.open("educator", "/hours");
  await page.locator("main").getByRole("link", { name: "Get a transcript" }).click();
  await page.waitForURL("**/transcript");
  await checkAccess(page);
  const waiting = page.waitForEvent("download");
  await press(page, "Download PDF");
  const file = await (await waiting).path();
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
}

async function exportHours(journey: Journey, role: Role): Promise<string> {
  const page = await journey.open(role, "/hr");
  await journey.visit(page, "/hr/export");
  await page
    .locator("main")
    .getByRole("button", { name: /^Export/ })
    .click();
  const ready = page.locator("main").getByRole("link", { name: /^Download clock-hours/ });
  await ready.waitFor();
  await checkAccess(page);
  const waiting = page.waitForEvent("download");
  await ready.click();
  return readFileSync(await (await waiting).path(), "utf8");
}

test.each(Object.entries(VIEWPORTS))("the main job, from a course to HR's export, on a %s", async (_name, viewport) => {
  const journey = new Journey(browser, viewport);
  await journey.start(PREPARATION);
  try {
    const coordinator = await journey.open("coordinator", "/coordinator/courses/new");
    await makeCourse(coordinator);
    const offeringId = await makeOffering(coordinator);

    const visitor = await journey.open(null, "/");
    for (const path of [
      "/catalog?q=watershed",
      `/offerings/${offeringId}`,
      "/sign-up",
      "/forgot-password",
      "/verify",
    ]) {
      await journey.visit(visitor, path);
    }
    await journey.visit(visitor, "/about-hours");
    await register(journey, "educator", `/offerings/${offeringId}`);
    await register(journey, "colleague", `/offerings/${offeringId}/register`);
    await journey.open("educator", "/registrations");

    await takeAttendance(journey);

    journey.setClock(END + HOUR);
    const facilitator = await journey.open("facilitator", `/facilitator/offerings/${offeringId}`);
    await pressAndSee(facilitator, "Confirm attendance of 2 people", "2 people can claim hours");
    await claimHours(journey);
    await postCredit(journey);

    const transcript = await downloadTranscript(journey);
    expect(transcript).toContain("Maya Journey");
    expect(transcript).toMatch(/Watersheds as classrooms/);
    expect(transcript).toMatch(/PSESD-2627-\d{4}/);
    expect(transcript).toMatch(/\b3\.5\b/);
    expect(transcript).toMatch(/\b0\.35\b/);

    const csv = await exportHours(journey, "hr");
    const [header, row, ...rest] = csv
      .replace("\uFEFF", "")
      .trim()
      .split("\r\n")
      .map((line) => line.split('","').map((cell) => cell.replace(/^"|"$/g, "")));
    expect(rest).toEqual([]);
    const value = (name: string) => row![header!.indexOf(name)];
    expect(value("last_name")).toBe("Journey");
    expect(value("employee_id")).toBe("004217");
    expect(value("hours_approved")).toBe("7");
    expect(value("hours_earned")).toBe("3.5");
    const elsewhere = await journey.open("hr-kent", "/hr");
    expect(await elsewhere.locator("main").innerText()).not.toContain("Maya");

    const admin = await journey.open("admin", "/admin");
    for (const path of ["/admin/people", "/admin/mail", "/admin/jobs"]) await journey.visit(admin, path);
  } finally {
    await journey.stop();
  }
});
