import type { BrowserContext, Page } from "playwright-core";

const MOST_SHIFT = 0.02;

/** Adds up how much the pages of a context move while nobody does anything, from before each of them is read. */
export async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[]) {
        const [source] = entry.sources;
        const what =
          source?.node instanceof Element ? source.node.outerHTML.slice(0, 80) : String(source?.node?.nodeName);
        if (!entry.hadRecentInput) shifts.push({ value: entry.value, what });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What is wrong with a page by rules that hold for every page: labels, tabs of desks, and that nothing moves by itself. */
export async function findFaults(page: Page): Promise<string[]> {
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim().toLowerCase();
    /** The words of a control that are in sight. */
    const seen = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof HTMLElement) || node.matches(".sr-only, [aria-hidden=true], svg, input, select, textarea"))
        return "";
      const { display, visibility } = getComputedStyle(node);
      if (display === "none" || visibility === "hidden") return "";
      return [...node.childNodes].map(seen).join(display.startsWith("inline") && display !== "inline-block" ? "" : " ");
    };
    for (const control of document.querySelectorAll<HTMLElement>("a, button, summary, [role=button], [role=link]")) {
      const by = control.getAttribute("aria-labelledby");
      const told = by
        ? by
            .split(" ")
            .map((id) => document.getElementById(id)?.textContent ?? "")
            .join(" ")
        : control.getAttribute("aria-label");
      const name = plain(told ?? control.textContent ?? "");
      const words = plain(seen(control));
      if (words && !name.replaceAll(/[^\p{L}\p{N}]/gu, "").startsWith(words.replaceAll(/[^\p{L}\p{N}]/gu, "")))
        found.push(`“${words}” is named “${name}”`);
    }
    const tabs = [...document.querySelectorAll("nav")].find(
      (nav) => nav.querySelector("ul.min-w-max") && nav.closest("main") === null,
    );
    if (tabs) {
      const current = tabs.querySelectorAll("[aria-current]");
      if (current.length !== 1) found.push(`${current.length} tabs of the desk are current`);
    }
    return found;
  });
  faults.push(...(await findShifts(page)));
  if (!(await showsCurrentTab(page))) faults.push("the current tab is out of sight");
  return faults.map((fault) => `${addressOf(page)}: ${fault}`);
}

function addressOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

/** How a page moved by itself since it was opened, if it moved too much. */
async function findShifts(page: Page): Promise<string[]> {
  const shifts = await page.evaluate(() => (window as { shifts?: { value: number; what: string }[] }).shifts ?? []);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  return total > MOST_SHIFT ? [`moves by ${total.toFixed(3)}: ${shifts.map(({ what }) => what).join(" | ")}`] : [];
}

/** Bytes a second of a line on which a page comes in several pieces, and how much slower the device is. */
const SLOW = { bytes: 6 * 1024, processor: 4 };

/** What moves on pages as they arrive piece by piece, with what they share in the browser's cache. */
export async function findShiftsOnSlowLine(context: BrowserContext, addresses: string[]): Promise<string[]> {
  const page = await context.newPage();
  const device = await context.newCDPSession(page);
  await device.send("Network.enable");
  const faults: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    const line = { offline: false, latency: 50, downloadThroughput: SLOW.bytes, uploadThroughput: -1 };
    await device.send("Network.emulateNetworkConditions", line);
    await device.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processor });
    await page.goto(address);
    faults.push(...(await findShifts(page)).map((fault) => `${addressOf(page)} on a slow line: ${fault}`));
    await device.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await device.send("Network.emulateNetworkConditions", { ...line, latency: 0, downloadThroughput: -1 });
  }
  await page.close();
  return faults;
}

/** Whether the current tab of a desk comes into sight, which it does once scripts run. */
async function showsCurrentTab(page: Page): Promise<boolean> {
  const inSight = () => {
    const current = document.querySelector("nav ul.min-w-max [aria-current]");
    const row = current?.closest("nav")?.getBoundingClientRect();
    const box = current?.getBoundingClientRect();
    return !box || !row || (box.left >= row.left - 1 && box.right <= row.right + 1);
  };
  return page.waitForFunction(inSight, undefined, { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}
