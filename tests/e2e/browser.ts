import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Widths at which people use Hourbook: a phone in a parking lot, a desk. */
export const VIEWPORTS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

/** How long a page is waited for, milliseconds: on a machine that does much else, what comes at all comes by then. */
export const PATIENCE_MS = 45_000;

/** Starts the installed Chromium that `npm test` found. Whatever a page is asked for is waited for with `PATIENCE_MS`. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [...FLAGS, ...more],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  };
  return browser;
}

/** Presses what scripts answer, once they do; before, a question unfolds on the page, and a link leaves it. */
export async function pressScripted(what: Locator): Promise<void> {
  const isScripted = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  await expect.poll(() => what.evaluate(isScripted), { timeout: PATIENCE_MS }).toBe(true);
  await what.click();
}

const met = new Set<string>();

/**
 * Waits for colours that are on their way from one theme to the other, which are nobody's contrast: three times, because
 * what inherits a colour sets out when its parent has arrived. Not for ever: some things move without an end, and in a
 * page behind another nothing arrives.
 */
async function settleColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let round = 0; round < 3; round++) {
      const arrived = Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      await Promise.race([arrived, new Promise((resolve) => setTimeout(resolve, 300))]);
    }
  });
}

/**
 * Fails on serious and critical findings and on content wider than the window: in both themes when the page is met for
 * the first time at this width, in the light one after each further action on it.
 */
export async function checkAccess(page: Page): Promise<void> {
  const key = `${page.viewportSize()?.width} ${new URL(page.url()).pathname.replaceAll(/[\w-]{36}/g, "id")}`;
  const themes = met.has(key) ? (["light"] as const) : (["dark", "light"] as const);
  met.add(key);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await settleColours(page);
    // No page holds a frame of another origin: what axe does for those, a window for each reading, takes half its time.
    // Of what is right, it need not tell where.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
    // Only colours differ between the themes.
    const { violations } = await (colorScheme === "dark" ? axe.withRules(["color-contrast"]) : axe).analyze();
    const grave = violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.slice(0, 5).map((node) => `${id}: ${node.html} ${node.any[0]?.message ?? ""}`));
    if (grave.length > 0) throw new Error([`${page.url()} in ${colorScheme}:`, ...grave].join("\n"));
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
