import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registrations } from "#drizzle/schema/registration";
import { makePasses } from "~/attendance/scan/pass-key.server";
import { openDatabase } from "~/platform/database/database.server";
import { MINUTE } from "../../support/clock";
import { systemContext } from "../../support/database";
import { makeOffering, psesd } from "../../support/factories";
import { checkAccess, openBrowser } from "../browser";
import { Journey, press } from "../journey";
import { facilitatorOf, type Inserted, insertRoster, Phone, START } from "./phone";

const TABLET = { width: 820, height: 1180 };
const PIN = "4071";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The check-in pass of somebody on the roster, as it is printed. */
async function passOf(journey: Journey, personId: string): Promise<string> {
  let file = "";
  journey.meanwhile((db) => (file = db.$client.name));
  const db = openDatabase(file);
  const seats = db.select().from(registrations).where(eq(registrations.personId, personId)).all();
  const [pass] = await makePasses(systemContext(db, START), psesd(db), seats);
  db.$client.close();
  return pass!;
}

test("a tablet becomes a kiosk: it forgets the facilitator, shows nobody before three letters, marks two people, and gives way to the PIN alone", async () => {
  const journey = new Journey(browser, TABLET);
  let all!: Inserted;
  let elsewhere = "";
  await journey.start(START - 20 * MINUTE, (db) => {
    all = insertRoster(db);
    elsewhere = makeOffering(db, { instructor: facilitatorOf(db) }).sessions[0]!.id;
  });
  try {
    const pass = await passOf(journey, all.people[1]!.personId);
    const { page } = await Phone.keep(journey, "facilitator", all);
    await markWithoutLine(page, all);
    await startKiosk(journey, page, all);
    await staysWithNobody(page, all, elsewhere);
    await findByLetters(page);
    await typeAsScanner(page, pass);
    await leave(journey, page);
    await seeAfterwards(journey, all);
  } finally {
    await journey.stop();
  }
});

/** A mark that the tablet has not sent when it becomes a kiosk. */
async function markWithoutLine(page: Page, { sessionId }: Inserted): Promise<void> {
  await page.goto(new URL(`/door#${sessionId}`, page.url()).href);
  await page.reload();
  await page.getByRole("list", { name: "Roster" }).waitFor();
  await page.evaluate(() => localStorage.setItem("cut", "yes"));
  const row = page.getByRole("listitem").filter({ hasText: "Davis" });
  await row.getByRole("button", { name: /^In: / }).click();
  await row.getByText("queued on this device").waitFor();
}

async function startKiosk(journey: Journey, page: Page, { sessionId }: Inserted): Promise<void> {
  await journey.visit(page, `/facilitator/sessions/${sessionId}/kiosk`);
  await page.getByText("1 mark from the door").waitFor();
  await page.getByLabel("A PIN for leaving").fill("1234");
  await page.getByLabel("The PIN once more").fill("1234");
  await press(page, "Sign me out and start the kiosk");
  await page.getByText("Everybody would try this one first.").first().waitFor();
  await checkAccess(page);
  // Nobody presses again before they have read what was wrong; two presses within less are taken as one.
  await page.waitForTimeout(600);
  await page.getByLabel("A PIN for leaving").fill(PIN);
  await page.getByLabel("The PIN once more").fill(PIN);
  await press(page, "Sign me out and start the kiosk");
  await page.waitForURL(({ pathname }) => pathname === "/kiosk");
  await page.getByLabel(/^Type at least three letters/).waitFor();
  await checkAccess(page);
}

/** Whoever stands at the tablet gets to no page of whoever started it, and to no name by asking for one. */
async function staysWithNobody(page: Page, { sessionId, offeringId }: Inserted, elsewhere: string): Promise<void> {
  const origin = new URL(page.url()).origin;
  for (const path of [
    `/facilitator/sessions/${sessionId}`,
    `/facilitator/sessions/${elsewhere}`,
    `/facilitator/sessions/${elsewhere}/kiosk`,
    `/facilitator/offerings/${offeringId}/inbox`,
    "/desk",
  ]) {
    const answer = await page.request.get(origin + path, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([
      path,
      302,
      expect.stringMatching(/^\/sign-in/),
    ]);
  }
  await page.goto(`${origin}/door`);
  await page
    .getByText(/sign in/i)
    .first()
    .waitFor();
  expect(await page.getByText("Davis").count()).toBe(0);
  await page.goto(`${origin}/kiosk`);
  for (const typed of ["", "Da"]) {
    await find(page, typed);
    await page.getByText(/^Type at least three letters of your name, or scan your check-in pass\.$/).waitFor();
    expect(await page.getByRole("listitem").count()).toBe(0);
  }
  await checkAccess(page);
}

async function find(page: Page, typed: string): Promise<void> {
  await page.getByRole("textbox").fill(typed);
  await press(page, "Find me");
  await page.waitForLoadState();
}

async function findByLetters(page: Page): Promise<void> {
  await find(page, "Nobody");
  await page.getByText("Nobody was found.").waitFor();
  await find(page, "ada");
  await page.getByRole("heading", { name: "Which of them are you?" }).waitFor();
  await page.getByText("Pat A.", { exact: true }).waitFor();
  expect(await page.locator("main").innerText()).not.toContain("Adams");
  await checkAccess(page);
  await page.getByRole("button", { name: /^I am here/ }).click();
  await page.getByText("Pat A., you are in.").waitFor();
  await checkAccess(page);
  await page.getByRole("link", { name: "Done" }).click();
  await page.waitForURL(/\/kiosk$/);
}

/** A scanner that types holds the field's focus and ends with Enter; the same pass again changes nothing. */
async function typeAsScanner(page: Page, pass: string): Promise<void> {
  for (let again = 0; again < 2; again++) {
    await page.goto(new URL("/kiosk", page.url()).href);
    await page.waitForFunction(() => document.activeElement?.id === "typed");
    await page.keyboard.type(pass);
    await page.keyboard.press("Enter");
    await page.getByText("Pat B., you are in.").waitFor();
    await page.getByText("Since 8:00 AM").waitFor();
  }
  await checkAccess(page);
}

/** Five wrong PINs, and none is taken for five minutes; the right one then ends it. */
async function leave(journey: Journey, page: Page): Promise<void> {
  await page.getByRole("link", { name: "Staff: leave the kiosk" }).click();
  await checkAccess(page);
  for (let wrong = 0; wrong < 5; wrong++) {
    await tryPin(page, `900${wrong}`);
    await page.getByText("This is not the PIN of this kiosk.").first().waitFor();
  }
  await tryPin(page, PIN);
  await page
    .getByText(/end the kiosk from the session’s page on another device/i)
    .first()
    .waitFor();
  await checkAccess(page);
  journey.setClock(START - 14 * MINUTE);
  await tryPin(page, PIN);
  await page.waitForURL(/\/sign-in\?next=/);
  await page.goto(new URL("/kiosk", page.url()).href);
  await page.getByText("This kiosk has ended").waitFor();
  await checkAccess(page);
}

async function tryPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel("PIN").fill(pin);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await press(page, "End the kiosk");
  await answered;
  await page.waitForLoadState();
}

/** The roster tells how the marks were made, and the list of devices what waits on the tablet. */
async function seeAfterwards(journey: Journey, { sessionId, offeringId, people }: Inserted): Promise<void> {
  const coordinator = await journey.open("coordinator", `/facilitator/sessions/${sessionId}`);
  for (const { personId } of people.slice(0, 2)) {
    await coordinator.goto(new URL(`/facilitator/sessions/${sessionId}?person=${personId}`, coordinator.url()).href);
    await coordinator.getByText("Arrived 8:00 AM · by Ines Journey, at the kiosk").first().waitFor();
  }
  await journey.visit(coordinator, `/facilitator/offerings/${offeringId}/inbox`);
  await coordinator.getByText(/No roster there since .*: no longer signed in/).waitFor();
  await coordinator.getByText("1 mark waits there, sealed, until Ines Journey signs in on it again.").waitFor();
  await checkAccess(coordinator);
}
