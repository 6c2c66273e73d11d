import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { checkAccess, openBrowser, VIEWPORTS } from "./browser";
import { findFaults, findShiftsOnSlowLine, watchShifts } from "./page-rules";
import { makeWorkplace, startServer } from "./server-process";

const PASSWORD = "hourbook-demo";
const ACCOUNTS = ["educator", "facilitator", "coordinator", "assessor", "registrar", "hr", "admin"];

/** Addresses that no page links to, or only while something is under way. */
const MORE: Record<string, string[]> = {
  visitor: [
    "/",
    "/catalog",
    "/microcredentials",
    "/verify",
    "/sign-in",
    "/sign-up",
    "/forgot-password",
    "/verify-email",
    "/email-address/confirm",
    "/about-hours",
    "/accessibility",
    "/api/hr",
  ],
  educator: [
    "/portfolios",
    "/desk",
    "/claim",
    "/check-in",
    "/mail-preferences",
    "/email-address",
    "/profile",
    "/certificate/elsewhere",
    "/certificate/growth-plans",
    "/hours/submitted",
    "/hours/submitted/new",
  ],
  hr: [
    "/hr?october=2025&period=2025&cols=school&cols=mail&cols=claim&cols=post",
    "/hr/affiliations",
    "/hr/transcripts",
    "/hr/verify",
    "/hr/cut-off",
    "/hr/staff-list",
    "/hr/salary?year=2026",
    "/hr/submitted",
    "/hr/api",
  ],
  coordinator: ["/coordinator", "/coordinator/unreachable"],
  facilitator: ["/facilitator"],
  assessor: ["/assessor"],
  registrar: ["/registrar", "/registrar/documents", "/search?q=an"],
  admin: ["/admin", "/admin/providers"],
};

/** Lists whose tools and columns are laid out by all that stands in them. */
const SLOW: Record<string, string[]> = {
  registrar: ["/registrar", "/registrar/posted", "/registrar/corrections"],
  admin: ["/admin/mail"],
};

/** Files and ends, not pages. */
const NOT_PAGES =
  /^\/(api\/hr\/v1|sign-out|calendar|documents|materials|facilitator\/message-files|hr\/transcripts\/archive|\.well-known)|\/(calendar|file|files\/[\w-]+|documents\.pdf|worksheet|[\w-]+\.csv)(\?.*)?$/;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The kind of page that an address leads to: ids and secrets left out, and the query's values. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://hourbook.test");
  const path = pathname.replaceAll(/[\w-]{36}|(?<=\/verify\/)[^/]+/g, ":id");
  return [path, searchParams.get("view") ?? ""].join(" ");
}

interface Walk {
  origin: string;
  /** Kinds of pages that somebody has been to. */
  seen: Set<string>;
  /** What was wrong, page by page. */
  problems: string[];
}

/** Follows every link of a person's pages, one page of each kind, and checks each of them. Returns how many there were. */
async function walk(context: BrowserContext, starts: string[], { origin, seen, problems }: Walk): Promise<number> {
  await watchShifts(context);
  const page = await context.newPage();
  const left = [...starts];
  let count = 0;
  for (let address = left.shift(); address !== undefined; address = left.shift()) {
    const kind = kindOf(address);
    if (seen.has(kind) || NOT_PAGES.test(address)) continue;
    seen.add(kind);
    const response = await page.goto(origin + address);
    if (response?.status() !== 200) problems.push(`${address}: ${response?.status()}`);
    problems.push(...(await findFaults(page)));
    await checkAccess(page).catch((error: Error) => problems.push(error.message));
    count++;
    const links = page.locator("a[href^='/']:not([download])");
    left.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!))));
  }
  await page.close();
  return count;
}

async function signIn(context: BrowserContext, origin: string, account: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("Email address").fill(`${account}@demo.hourbook.example`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/(desk|work)$/);
  await page.close();
}

test("every page of every desk can be read by everybody, on a phone, in both themes; it stands still, its labels say what is seen, its tab is marked", async () => {
  const place = makeWorkplace();
  onTestFinished(place.remove);
  const server = await startServer({ HOURBOOK_MODE: "demo", DATABASE_FILE: place.databaseFile, LOG_LEVEL: "silent" });
  onTestFinished(async () => void (await server.stop()));
  const all: Walk = { origin: server.origin, seen: new Set(), problems: [] };
  const counts: Record<string, number> = {};
  // One after the other: whether a page stands still is measured, and another page beside it would be measured, too.
  for (const account of ["visitor", ...ACCOUNTS]) {
    const context = await browser.newContext({ viewport: VIEWPORTS.phone, reducedMotion: "reduce" });
    if (account !== "visitor") await signIn(context, server.origin, account);
    counts[account] = await walk(context, MORE[account]!, all);
    const slow = SLOW[account]?.map((path) => server.origin + path);
    if (slow) all.problems.push(...(await findShiftsOnSlowLine(context, slow)));
    await context.close();
  }
  expect(all.problems).toEqual([]);
  for (const account of ["visitor", ...ACCOUNTS]) expect([account, counts[account]! > 0]).toEqual([account, true]);
  expect(all.seen.size).toBeGreaterThan(60);
});
