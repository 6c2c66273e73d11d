import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { makePasses } from "~/attendance/scan/pass-key.server";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import type { Database } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { register } from "~/registration/seats/registration.server";
import { writeCodeVideo } from "../e2e/door/code-video";
import { type RunningServer, startServer } from "../e2e/server-process";
import { actingAs, systemContext } from "../support/context";
import { makeOffering, makePerson, psesd, type TestPerson } from "../support/factories";
import { tell } from "./figures";

const PEOPLE = 300;
const SLOWED = 6;
const ROUNDS = 5;
const CODES = 20;
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];

/**
 * The desk at the door without a network, on a phone whose processor is six times as slow: until the roster of 300 people stands
 * there, against the same markup as a bare page. And from the picture of a pass before the camera to its mark, at full speed.
 */
export async function run(db: Database): Promise<void> {
  const facilitator = makePerson(db);
  const { sessionId, passes } = await insertPeople(db, facilitator);
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-codes-"));
  const video = path.join(folder, "codes.y4m");
  writeCodeVideo(video, passes);
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name });
  const fake = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [...FLAGS, ...fake, `--use-file-for-fake-video-capture=${video}`],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await keep(db, context, { server, facilitator, sessionId });
    await context.setOffline(true);
    await measurePaint(context, page);
    await measureScan(page);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** A session that lasts all of today, with 300 people; the passes of some. */
async function insertPeople(db: Database, instructor: TestPerson) {
  const today = dateOf(Date.now(), REGION_TIME_ZONE);
  const sessions = [{ start: `${today}T00:00`, end: `${today}T23:59` }];
  const offering = makeOffering(db, { capacity: PEOPLE, instructor, sessions, values: { registrationClosesAt: null } });
  const seats = Array.from({ length: PEOPLE }, () => {
    const early = actingAs(db, makePerson(db), { now: offering.startsAt - 86_400_000 });
    const outcome = register(early, { offeringId: offering.id });
    if (!outcome.ok) throw new Error(outcome.reason);
    return { id: outcome.value.id, offeringId: offering.id };
  });
  const passes = await makePasses(systemContext(db, Date.now()), psesd(db), seats.slice(0, CODES));
  return { sessionId: offering.sessions[0]!.id, passes };
}

interface Keeping {
  server: RunningServer;
  facilitator: TestPerson;
  sessionId: string;
}

async function keep(db: Database, context: BrowserContext, { server, facilitator, sessionId }: Keeping): Promise<Page> {
  const [name, value] = (await startSignInSession(db, facilitator.accountId)).split(";")[0]!.split("=") as [
    string,
    string,
  ];
  await context.addCookies([{ name, value, url: server.origin }]);
  // What compiles this bench names functions by a helper that pages lack.
  await context.addInitScript("globalThis.__name = (value) => value");
  await context.addInitScript(noteRoster, PEOPLE);
  const page = await context.newPage();
  await page.goto(`${server.origin}/facilitator/sessions/${sessionId}`);
  await page.getByRole("link", { name: "Keep on this device" }).click();
  await page.getByText(`Kept here: names of`).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${server.origin}/door#${sessionId}`);
  await page.reload();
  await page.getByRole("list", { name: "Roster" }).waitFor();
  return page;
}

/** In the page: notes when everybody of the roster stands there. */
function noteRoster(people: number): void {
  const look = () => {
    if (document.querySelectorAll('[aria-label="Roster"] > li').length < people) return requestAnimationFrame(look);
    Object.assign(window, { drawnAt: performance.now() });
    return 0;
  };
  requestAnimationFrame(look);
}

const firstPaint = (page: Page) =>
  page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);

async function measurePaint(context: BrowserContext, page: Page): Promise<void> {
  const bare = await context.newPage();
  const markup = await page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText);
    return `<!doctype html><style>${rules.join("\n")}</style>${document.querySelector("main")!.outerHTML}`;
  });
  for (const each of [page, bare])
    await (await context.newCDPSession(each)).send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  const [first, drawn, floor]: number[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    await page.reload();
    await page.waitForFunction(() => "drawnAt" in window);
    drawn!.push(await page.evaluate(() => (window as unknown as { drawnAt: number }).drawnAt));
    first!.push(await firstPaint(page));
    await bare.goto(`data:text/html;charset=utf-8,${encodeURIComponent(markup)}`);
    await bare.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    floor!.push(await firstPaint(bare));
  }
  await bare.close();
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const [firstMs, drawnMs, floorMs] = [median(first!), median(drawn!), median(floor!)];
  tell(
    { name: `roster of ${PEOPLE} people at the door, without a network`, value: drawnMs / floorMs, better: "less" },
    `over a bare page of the same markup, processor ${SLOWED} times slowed: first paint ${firstMs.toFixed(0)} ms, everybody ${drawnMs.toFixed(0)} ms, bare ${floorMs.toFixed(0)} ms`,
  );
}

/** Each new picture of the camera, and each new thing that is said of a scan, by the page's own clock. */
function noteScans(): void {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const video = document.querySelector("video")!;
  const [pictures, said]: number[][] = [[], []];
  let last = "";
  const look = () => {
    pen.drawImage(video, 0, 0, 32, 32);
    const picture = pen.getImageData(0, 0, 32, 32).data.join();
    if (picture !== last) pictures!.push(performance.now());
    last = picture;
    video.requestVideoFrameCallback(look);
  };
  video.requestVideoFrameCallback(look);
  const status = [...document.querySelectorAll('[role="status"]')];
  const observer = new MutationObserver(() => said!.push(performance.now()));
  for (const each of status) observer.observe(each, { childList: true, subtree: true, characterData: true });
  Object.assign(window, { pictures, said });
}

async function measureScan(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Scan with the camera" }).click();
  await page.locator("video").waitFor();
  await page.evaluate(noteScans);
  await page.getByText(`${CODES} of ${PEOPLE}`).waitFor({ timeout: CODES * 4_000 });
  const { pictures, said } = await page.evaluate(() => {
    const { pictures, said } = window as unknown as { pictures: number[]; said: number[] };
    return { pictures, said };
  });
  const taken = said.flatMap((at) => {
    const shown = pictures.filter((each) => each <= at).at(-1);
    return shown === undefined ? [] : [at - shown];
  });
  tell(
    { name: "a scan at the door, from picture to mark", value: median(taken), unit: "ms", better: "less", aim: 500 },
    `median of ${taken.length}; slowest ${Math.max(...taken).toFixed(0)} ms`,
  );
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
