import { type Browser, chromium, type Page } from "playwright-core";
import type { FixedMailbox } from "#seed/demo/accounts";
import { demoAddress, DEMO_PASSWORD, type Scene } from "../scene/arena";
import { Client } from "../scene/client";
import { SCRIPTS } from "../scene/dictionary";
import { aim, noFigures } from "../scene/figures";
import { listRoutes } from "../scene/forms";
import { readIds, withId } from "../scene/ids";
import { plantScripts } from "./planted";
import { PARAMETERS, reflect, refuseLinks, WHO } from "./reflected";

/** Pages of one address's shape that each person is shown. */
const OF_ONE_KIND = 2;
const MOST_PAGES = 45;

/** What pages did that they must not, by page. */
interface Seen {
  pages: number;
  /** Pages that showed script as text. */
  planted: number;
  hacked: string[];
  violations: Set<string>;
  links: string[];
  errors: Set<string>;
}

/** Script in every text that people can enter and in every parameter, on every page, in a real browser, for everybody. */
export async function run(scene: Scene): Promise<void> {
  const { arena, figures } = scene;
  await refuseLinks(scene);
  const file = arena.copy("script-place");
  const planted = plantScripts(file);
  figures.notes.push(
    `${planted.columns} kinds of text, ${planted.rows} rows planted; ${planted.refused.join("; ") || "all taken"}`,
  );
  const server = await arena.serve(file, { LOG_LEVEL: "error" });
  await reflect({ ...scene, server, databaseFile: file });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  const seen: Seen = { pages: 0, planted: 0, hacked: [], violations: new Set(), links: [], errors: new Set() };
  try {
    await visitAs(browser, server.origin, null, file, seen);
    for (const mailbox of WHO) await visitAs(browser, server.origin, mailbox, file, seen);
  } finally {
    await browser.close();
  }
  await server.stop();
  figures.notes.push(
    `${seen.pages} pages shown in Chromium to ${WHO.length} people and a visitor, ${seen.planted} with planted text`,
  );
  aim(figures, seen.planted > seen.pages / 4, "hardly any page shows what was planted");
  for (const words of [...seen.violations, ...seen.errors].slice(0, 8)) figures.notes.push(words);
  aim(figures, seen.hacked.length === 0, `script ran on ${seen.hacked.slice(0, 5).join(", ")}`);
  aim(
    figures,
    seen.violations.size === 0,
    `${seen.violations.size} things of ours are stopped by the content security policy`,
  );
  aim(figures, seen.links.length === 0, `links that run script: ${seen.links.slice(0, 5).join(", ")}`);
  aim(figures, seen.errors.size === 0, `${seen.errors.size} pages failed with planted text`);
  const failed = server
    .output()
    .split("\n")
    .filter((line) => line.includes('"level":50'));
  aim(figures, failed.length === 0, `the server logged ${failed.length} errors: ${failed[0]?.slice(0, 400)}`);
}

async function visitAs(
  browser: Browser,
  origin: string,
  who: FixedMailbox | null,
  file: string,
  seen: Seen,
): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  watchPage(page, seen);
  if (who) {
    const client = new Client(origin, noFigures());
    await client.signIn(demoAddress(who), DEMO_PASSWORD);
    const [name, value] = client.cookie.split("=", 2) as [string, string];
    await context.addCookies([{ name, value, url: origin }]);
    client.close();
  }
  const idsFor = readIds(file);
  const desk = who === null ? "/" : who === "educator" || who === "paraeducator" ? "/desk" : `/${who}`;
  const query = new URLSearchParams(PARAMETERS.map((name) => [name, SCRIPTS[0]!])).toString();
  const fixed = listRoutes()
    .map(({ path }) => path)
    .filter(
      (path) =>
        !path.includes(":") &&
        (who === null ? !/^\/(admin|hr|registrar|coordinator|facilitator)/.test(path) : path.startsWith(desk)),
    );
  const ids = listRoutes()
    .map(({ path }) => path)
    .filter(
      (path) => path.includes(":") && (desk !== "/desk" ? path.startsWith(desk) : /^\/(offerings|courses)/.test(path)),
    )
    .flatMap((path) =>
      idsFor(path)
        .slice(0, 1)
        .map((id) => withId(path, id)),
    );
  const queue = [
    desk,
    ...fixed,
    ...fixed.map((path) => `${path}?${query}`),
    ...ids,
    "/profile",
    "/registrations",
    "/hours",
    "/certificate",
    "/certificate/papers",
    "/certificate/elsewhere",
    "/certificate/growth-plans",
  ];
  const met = new Map<string, number>();
  let shown = 0;
  for (let address = queue.shift(); address !== undefined && shown < MOST_PAGES; address = queue.shift()) {
    const kind = address.replaceAll(/[\w-]{36}/g, "id").replace(/=[^&]*/g, "=");
    if (
      (met.get(kind) ?? 0) >= OF_ONE_KIND ||
      /sign-out|webhooks|well-known|\/documents\/|calendar|download|\.ics|exports\//.test(address)
    )
      continue;
    met.set(kind, (met.get(kind) ?? 0) + 1);
    shown++;
    for (const link of await show(page, origin, address, seen)) queue.push(link);
  }
  await context.close();
}

/** Shows a page and gives the links of ours on it. */
async function show(page: Page, origin: string, address: string, seen: Seen, again = false): Promise<string[]> {
  seen.pages++;
  try {
    const answer = await page.goto(origin + address, { waitUntil: "load" });
    if (answer && answer.status() >= 500) seen.errors.add(`${address.slice(0, 80)} was answered ${answer.status()}`);
    // Time for what a script of ours does with texts once it runs.
    await page.waitForTimeout(120);
    const found = await page.evaluate(() => ({
      hacked: "hacked" in window,
      isPlanted: document.body.innerHTML.includes("window.hacked"),
      links: [...document.querySelectorAll("a[href], form[action], iframe[src]")].map(
        (each) => each.getAttribute("href") ?? each.getAttribute("action") ?? each.getAttribute("src") ?? "",
      ),
    }));
    if (found.hacked) seen.hacked.push(address);
    if (found.isPlanted) seen.planted++;
    seen.links.push(...found.links.filter((link) => /^\s*(javascript|data|vbscript):/i.test(link)));
    return found.links.filter((link) => link.startsWith("/") && !link.startsWith("//"));
  } catch (error) {
    const { message } = error as Error;
    // What the page before it began still went on.
    if (!again && message.includes("interrupted by another navigation")) {
      await page.waitForTimeout(1_000);
      return show(page, origin, address, seen, true);
    }
    // Files are downloaded, and what has no words to show is shown by the browser.
    if (!/Download is starting|ERR_ABORTED|ERR_HTTP_RESPONSE_CODE/.test(message)) {
      seen.errors.add(`${address.slice(0, 80)}: ${message.split("\n")[0]!.slice(-160)}`);
    }
    return [];
  }
}

function watchPage(page: Page, seen: Seen): void {
  page.on("dialog", (dialog) => {
    seen.hacked.push(`${page.url()} (a dialog)`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) {
      seen.violations.add(`${new URL(page.url()).pathname}: ${message.text().slice(0, 240)}`);
    }
  });
  page.on("pageerror", (error) => seen.errors.add(`${new URL(page.url()).pathname}: ${error.message.slice(0, 200)}`));
}
