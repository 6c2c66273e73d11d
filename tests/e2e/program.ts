import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { startMailbox } from "../support/mailbox";
import { VIEWPORTS } from "./browser";
import { makeWorkplace, type RunningServer, startServer } from "./server-process";

export const PASSWORD = "words for the first program";

/** A server on an empty database, a mail server, and a browser for each person: everything else comes through pages. */
export class Program {
  readonly #workplace = makeWorkplace();
  readonly #contexts = new Map<string, BrowserContext>();
  #server!: RunningServer;
  #now = 0;
  #mailbox!: Awaited<ReturnType<typeof startMailbox>>;

  constructor(private readonly browser: Browser) {}

  async start(now: number): Promise<void> {
    this.setClock(now);
    this.#mailbox = await startMailbox();
    this.#server = await startServer({
      HOURBOOK_MODE: "test",
      DATABASE_FILE: this.#workplace.databaseFile,
      TEST_CLOCK_FILE: this.#workplace.clock,
      SMTP_URL: this.#mailbox.url,
    });
  }

  async stop(): Promise<void> {
    for (const context of this.#contexts.values()) await context.close();
    await this.#server.stop();
    await this.#mailbox.stop();
    this.#workplace.remove();
  }

  setClock(instant: number): void {
    this.#now = instant;
    this.#workplace.setClock(instant);
  }

  /** The one-time link that the server prints where nobody has an account. */
  get setupPath(): string {
    return /\/setup\?token=[\w-]+/.exec(this.#server.output())![0];
  }

  /** The page of somebody, in a browser of their own. */
  async as(name: string, path: string): Promise<Page> {
    let context = this.#contexts.get(name);
    if (!context) {
      context = await this.browser.newContext({ viewport: VIEWPORTS.desktop, reducedMotion: "reduce" });
      this.#contexts.set(name, context);
    }
    const page = context.pages()[0] ?? (await context.newPage());
    await this.go(page, path);
    return page;
  }

  async go(page: Page, path: string): Promise<void> {
    const response = await page.goto(path.startsWith("http") ? path : this.#server.origin + path);
    expect([path, response?.status()]).toEqual([path, 200]);
  }

  /** A second tab of somebody's browser. */
  async secondTab(name: string, path: string): Promise<Page> {
    const page = await this.#contexts.get(name)!.newPage();
    await this.go(page, path);
    return page;
  }

  /** Waits for a mail to somebody whose subject says this, and gives its text. */
  async mail(to: string, subject: RegExp): Promise<string> {
    const find = () => this.#mailbox.messages.findLast((mail) => mail.to.includes(to) && subject.test(mail.subject));
    const wait = () => {
      this.#letJobsRun();
      return find();
    };
    await expect.poll(wait, { timeout: 60_000, interval: 250 }).toBeDefined();
    return find()!.text;
  }

  /** Opens a page until what jobs do shows on it. */
  async goUntil(page: Page, path: string, shown: string): Promise<void> {
    const look = async () => {
      this.#letJobsRun();
      await this.go(page, path);
      return page.getByText(shown).isVisible();
    };
    await expect.poll(look, { timeout: 60_000, interval: 500 }).toBe(true);
  }

  /** They run by the clock, which stands still unless it is moved. */
  #letJobsRun(): void {
    this.setClock(this.#now + 5_000);
  }

  /** Makes an account by the invitation that came by mail; says where they work where it is asked. */
  async join(name: string, email: string, organisation = "Kent"): Promise<void> {
    const link = /https?:\/\/\S+\/invitation\?token=[\w-]+/.exec(await this.mail(email, /invit|account/i))![0];
    const page = await this.as(name, new URL(link).pathname + new URL(link).search);
    if (await page.locator('[name="workplace.organisationId"]').isVisible())
      await fill(page, {
        "workplace.organisationId": organisation,
        "workplace.roleKind": "Administrator",
        "workplace.fromDate": "2026-09-01",
      });
    await fill(page, { password: PASSWORD });
    await page.locator("main").getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(/\/(desk|work)$/);
  }
}

/** Fills fields of the page by their names; `true` ticks a box. Where several have one name, the first that is in sight. */
export async function fill(
  page: Page,
  values: Record<string, string | true>,
  within: Locator = page.locator("main"),
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = within.locator(`[name="${name}"]:not([type="hidden"]):visible`).first();
    if (value === true) await field.check();
    else if ((await field.evaluate((element) => element.tagName)) === "SELECT")
      await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** Presses a button of the page by what it says, and waits for what it then says. */
export async function press(page: Page, name: string | RegExp, said: string | RegExp): Promise<void> {
  await page
    .locator("main")
    .getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) })
    .first()
    .click();
  await page.getByRole("status").filter({ hasText: said }).first().waitFor();
}
