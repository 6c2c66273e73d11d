import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { checkAccess, pressScripted, type VIEWPORTS } from "./browser";
import { emailOf, insertPeople, PASSWORD, type Role } from "./people";
import { makeWorkplace, type RunningServer, startServer } from "./server-process";

/** One database with people in their roles, a server on it, browsers for each of them, and a clock that the test moves. */
export class Journey {
  readonly #workplace = makeWorkplace();
  readonly #contexts = new Map<Role, BrowserContext>();
  #server!: RunningServer;

  constructor(
    private readonly browser: Browser,
    private readonly viewport: (typeof VIEWPORTS)[keyof typeof VIEWPORTS],
  ) {}

  /** Begins at an instant, with what `prepare` puts into the database beside the people. */
  async start(
    now: number,
    prepare: (db: Database) => void = () => {},
    environment: Record<string, string> = {},
  ): Promise<void> {
    this.setClock(now);
    await insertPeople(this.#workplace.databaseFile, now);
    this.meanwhile(prepare);
    this.#server = await startServer({
      HOURBOOK_MODE: "test",
      DATABASE_FILE: this.#workplace.databaseFile,
      TEST_CLOCK_FILE: this.#workplace.clock,
      ...environment,
    });
  }

  /** What happens elsewhere meanwhile. */
  meanwhile(change: (db: Database) => void): void {
    const db = openDatabase(this.#workplace.databaseFile);
    change(db);
    db.$client.close();
  }

  async stop(): Promise<void> {
    for (const context of this.#contexts.values()) await context.close();
    await this.#server.stop();
    this.#workplace.remove();
  }

  setClock(instant: number): void {
    this.#workplace.setClock(instant);
  }

  /** A page of somebody who is signed in, or of a visitor. */
  async open(role: Role | null, path: string): Promise<Page> {
    const context = role ? (this.#contexts.get(role) ?? (await this.#signIn(role))) : await this.#newContext();
    const page = context.pages()[0] ?? (await context.newPage());
    await this.visit(page, path);
    return page;
  }

  async visit(page: Page, path: string): Promise<void> {
    const response = await page.goto(this.#server.origin + path);
    expect([path, response?.status()]).toEqual([path, 200]);
    await checkAccess(page);
  }

  #newContext(): Promise<BrowserContext> {
    return this.browser.newContext({ viewport: this.viewport, reducedMotion: "reduce" });
  }

  async #signIn(role: Role): Promise<BrowserContext> {
    const context = await this.#newContext();
    this.#contexts.set(role, context);
    const page = await context.newPage();
    await this.visit(page, "/sign-in");
    await page.getByLabel("Email address").fill(emailOf(role));
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await press(page, "Sign in");
    await page.waitForURL(/\/(desk|work)$/);
    await checkAccess(page);
    return context;
  }
}

/** A press so soon after one of the same button is taken for a double one (app/ui/Button.tsx). */
const DOUBLE_CLICK_MS = 500;
const pressed = new WeakMap<Page, { name: string; at: number }>();

/** Presses a button of the page, as soon as nobody takes it for a double press. */
export async function press(page: Page, name: string): Promise<void> {
  const before = pressed.get(page);
  const wait = before?.name === name ? before.at + DOUBLE_CLICK_MS - Date.now() : 0;
  if (wait > 0) await page.waitForTimeout(wait);
  await page.locator("main").getByRole("button", { name, exact: true }).click();
  pressed.set(page, { name, at: Date.now() });
}

/** Presses a button and waits for the word that says it was done. */
export async function pressAndSee(page: Page, name: string, said: string | RegExp): Promise<void> {
  await press(page, name);
  await page.getByRole("status").filter({ hasText: said }).first().waitFor();
  await checkAccess(page);
}

/** Presses the button that asks first, and then the one in the dialog. */
export async function pressAndConfirm(
  page: Page,
  trigger: string,
  confirm: string,
  said: string | RegExp,
): Promise<void> {
  await pressScripted(page.locator("main summary").filter({ hasText: trigger }).first());
  await page.getByRole("alertdialog").waitFor();
  await checkAccess(page);
  await page.getByRole("alertdialog").getByRole("button", { name: confirm, exact: true }).click();
  await page.getByRole("status").filter({ hasText: said }).first().waitFor();
}
