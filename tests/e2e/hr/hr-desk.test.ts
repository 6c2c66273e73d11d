import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import readWorkbook from "read-excel-file/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { systemContext } from "../../support/database";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { insertReferenceData } from "#seed/reference";
import { checkAccess, openBrowser, VIEWPORTS } from "../browser";
import { makeWorkplace, startServer } from "../server-process";

const COURSES = 12;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A browser in which somebody is signed in. */
async function open(db: Database, origin: string, person: TestPerson): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORTS.desktop, reducedMotion: "reduce" });
  const [pair = ""] = (await startSignInSession(db, person.accountId)).split(";");
  const [name = "", value = ""] = pair.split("=");
  await context.addCookies([{ name, value, url: origin }]);
  return context.newPage();
}

const press = (page: Page, name: string | RegExp) => page.locator("main").getByRole("button", { name }).first().click();
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function download(page: Page, link: RegExp): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await page.locator("main").getByRole("link", { name: link }).first().click();
  return readFileSync(await (await waiting).path());
}

/** A list whose numbers stand under a head that nobody knows, with a line that has no first day. */
async function importStaff(page: Page, origin: string, person: TestPerson): Promise<void> {
  const [first, last] = person.name.split(" ");
  const lines = ["Badge,Last name,First name,Email,Role,First day"];
  lines.push(`00417,${last},${first},${person.email},Teacher,2024-09-01`, "00418,Nodate,Ned,,Teacher,soon");
  await page.goto(`${origin}/hr/staff-list`);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "staff.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await press(page, "Read the list");
  await sees(page, /not read: Badge/);
  await page.getByText(/not read: Badge/).click();
  await page.getByLabel(/^Badge/).selectOption({ label: "Employee ID" });
  await press(page, "Read the list so");
  // What is shown meanwhile looks much the same: the list is read anew when no column of it is left unread.
  await page.getByText(/not read: Badge/).waitFor({ state: "detached" });
  await page.getByLabel(/^Leave out 1 line/).check();
  await checkAccess(page);
  await press(page, /^Import/);
  await sees(page, /1 line imported/);
}

/** Notes something about somebody, changes it, deletes it and brings it back, and finds what was exported in the timeline. */
async function noteAbout(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByText("Add a note").click();
  await page.getByLabel("Note", { exact: true }).last().fill("Asked for a copy.");
  await press(page, "Add the note");
  await sees(page, "The note is kept.");
  await page.getByText("Change or delete it").click();
  await page.getByLabel("Note", { exact: true }).first().fill("Asked for two copies.");
  await press(page, "Save the note");
  await sees(page, "The note is changed.");
  await sees(page, "What it said before");
  await page.getByText("Change or delete it").click();
  await page.locator("summary", { hasText: "Delete the note" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete the note" }).click();
  await sees(page, "No notes.");
  await page.getByText("One deleted note").click();
  await press(page, /^Bring it back/);
  await sees(page, "The note is back.");
  await sees(page, /2 rows taken along in an export/);
  await checkAccess(page);
}

async function exportNew(page: Page, origin: string): Promise<Record<string, unknown>[]> {
  await page.goto(`${origin}/hr/export?period=all`);
  await page.getByLabel("Kind of file").selectOption({ label: "Excel (.xlsx)" });
  await press(page, /^Export/);
  const file = await download(page, /^Download clock-hours/);
  const [sheet] = await readWorkbook(file);
  const [head, ...rows] = sheet!.data;
  return rows.map((row) => Object.fromEntries(head!.map((name, index) => [String(name), row[index]])));
}

test("HR imports its staff, exports what is new and what was corrected, reviews twelve rows and files a worksheet; Kent sees nothing of it", async () => {
  const place = makeWorkplace();
  onTestFinished(place.remove);
  const db = openDatabase(place.databaseFile);
  onTestFinished(() => void db.$client.close());
  insertReferenceData(systemContext(db));
  const [hr, kent] = [makePerson(db, { first: "Hana" }), makePerson(db, { first: "Kim" })];
  give(db, hr, "hr", organisationId(db, "Highline"));
  give(db, kent, "hr", organisationId(db, "Kent"));
  const ada = makePerson(db, { first: "Ada", last: "Ames" });
  const credits = Array.from({ length: COURSES }, (_each, n) =>
    postCreditFor(db, ada, { day: `2026-03-${String(n + 2).padStart(2, "0")}`, title: `Course ${n + 1}` }),
  );
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: place.databaseFile });
  onTestFinished(async () => void (await server.stop()));
  const page = await open(db, server.origin, hr);

  await importStaff(page, server.origin, ada);

  const first = await exportNew(page, server.origin);
  expect(first).toHaveLength(COURSES);
  expect(first[0]).toMatchObject({ employee_id: "00417", last_name: "Ames", hours_earned: 7, record: "new" });
  expect(first[0]!.completion_date).toBeInstanceOf(Date);
  await checkAccess(page);
  await page.goto(`${server.origin}/hr/export?period=all`);
  await sees(page, "Nothing new to export");

  correctCreditRow(db, credits[0]!.creditId, 390, Date.now());
  const third = await exportNew(page, server.origin);
  expect(third.map(({ hours_earned, record }) => [hours_earned, record])).toEqual([
    [7, "replaced"],
    [6.5, "correction"],
  ]);
  await page.goto(`${server.origin}/hr/exports`);
  const [newest] = await readWorkbook(await download(page, /^Download again/));
  expect(newest!.data).toHaveLength(3);

  await page.goto(`${server.origin}/hr/salary/review?year=2026`);
  await page.getByLabel("Select all rows").check();
  await page.getByText("Review the ticked rows").click();
  await page.getByLabel(/^Criterion/).selectOption({ index: 2 });
  await press(page, "Save the review");
  await sees(page, `${COURSES} rows reviewed`);
  await page.locator("tbody").getByRole("link", { name: "Ames, Ada" }).first().click();
  await sees(page, "0 rows to review");
  await checkAccess(page);
  const worksheet = execFileSync("pdftotext", ["-layout", "-", "-"], {
    input: await download(page, /^Worksheet \(PDF\)/),
    encoding: "utf8",
  });
  for (const words of ["Salary credits 2025–26: Ada Ames", "00417", "Accepted, criterion b", "83.5 hours"])
    expect(worksheet).toContain(words);

  const adaPage = `/hr/people/${ada.personId}`;
  await noteAbout(page, server.origin + adaPage);

  const other = await open(db, server.origin, kent);
  for (const path of [
    adaPage,
    "/hr?period=all",
    "/hr/exports",
    "/hr/salary?year=2026",
    "/hr/salary/review?year=2026",
    "/hr/staff-list",
  ]) {
    await other.goto(server.origin + path);
    expect(await other.locator("main").textContent()).not.toMatch(/Ames|staff\.csv|Download again|two copies/);
  }
});
