import { eq } from "drizzle-orm";
import type { BrowserContext, Page } from "playwright-core";
import { persons } from "#drizzle/schema/people";
import { listPresence } from "~/attendance/roster/roster.server";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at, MINUTE } from "../../support/clock";
import { actingAs } from "../../support/database";
import { makeOffering, makePerson, type TestPerson } from "../../support/factories";
import { checkAccess } from "../browser";
import type { Journey } from "../journey";
import { emailOf, type Role } from "../people";

export const START = at("2027-03-09T08:00");
const NAMES = ["Adams", "Baker", "Clark", "Davis", "Evans"];

/** Whoever teaches in the journeys. */
export function facilitatorOf(db: Database): TestPerson {
  const email = emailOf("facilitator");
  const facilitator = db.select().from(persons).where(eq(persons.email, email)).get()!;
  return { personId: facilitator.id, accountId: "", name: "Ines Journey", email };
}

/** Five people on their roster. */
export function insertRoster(db: Database) {
  const offering = makeOffering(db, { capacity: 100, instructor: facilitatorOf(db) });
  const people = NAMES.map((last) => makePerson(db, { first: "Pat", last }));
  for (const person of people) {
    const outcome = register(actingAs(db, person), { offeringId: offering.id });
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  return { offeringId: offering.id, sessionId: offering.sessions[0]!.id, people };
}

export type Inserted = ReturnType<typeof insertRoster>;

/** How each person stands, in minutes from the beginning, by last name. */
export const presencesIn = (journey: Journey, { offeringId }: Inserted) => {
  let told: Record<string, string> = {};
  journey.meanwhile((db) => {
    const { people } = listPresence(db, offeringId);
    told = Object.fromEntries(
      people.map(({ person, presences: [presence] }) => {
        const minutes = (instant: number) => Math.round((instant - START) / MINUTE);
        const spans = presence!.intervals.map(({ from, to }) => `${minutes(from)}–${minutes(to)}`);
        const open = presence!.openSince === null ? [] : [`${minutes(presence!.openSince)}–`];
        return [person.legalLast, [...spans, ...open, ...presence!.anomalies].join(" ")];
      }),
    );
  });
  return told;
};

/** A phone at a door, its clock off by so many minutes. */
export class Phone {
  readonly sent: string[] = [];
  private constructor(
    readonly page: Page,
    private readonly all: Inserted,
  ) {}

  static async keep(journey: Journey, role: Role, all: Inserted, off: number | null = 0): Promise<Phone> {
    const page = await journey.open(role, `/facilitator/sessions/${all.sessionId}`);
    // A worker's clock cannot be set, and what it sends would come at another time: it is looked at by itself.
    if (off !== null) await page.context().addInitScript("delete ServiceWorkerRegistration.prototype.sync");
    // What a worker lets through is beyond the routes of a test: the line to this one address is cut in the page itself.
    await page.context().addInitScript(() => {
      const plain = fetch;
      window.fetch = (...asked) =>
        asked[0] === "/door/marks" && localStorage.getItem("cut")
          ? Promise.reject(new TypeError("cut"))
          : plain(...asked);
    });
    await page.clock.setSystemTime(START - 30 * MINUTE + (off ?? 0) * MINUTE);
    await page.getByRole("link", { name: "Keep on this device" }).click();
    await page.getByText("Kept here: names of 6 people").waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await checkAccess(page);
    const phone = new Phone(page, all);
    page.on("request", (request) => {
      if (request.url().endsWith("/door/marks")) phone.sent.push(request.postData() ?? "");
    });
    return phone;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** The session, opened from what the device keeps. */
  async open(page = this.page): Promise<void> {
    await page.goto(new URL(`/door#${this.all.sessionId}`, page.url()).href);
    // With another fragment alone, nothing is loaded.
    await page.reload();
    await page.getByRole("list", { name: "Roster" }).waitFor();
  }

  row = (name: string) => this.page.getByRole("listitem").filter({ hasText: name });

  async tap(word: string, name: string): Promise<void> {
    await this.row(name)
      .getByRole("button", { name: new RegExp(`^${word}: `) })
      .click();
    await this.row(name).getByText("queued on this device").waitFor();
  }

  counts = (queued: number, saved: number) =>
    this.page.getByText(`${queued} queued on this device · ${saved} saved`).waitFor();
}
