import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at, HOUR } from "../../support/clock";
import { actingAs } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, type TestPerson } from "../../support/factories";
import { checkAccess, openBrowser, VIEWPORTS } from "../browser";
import { Journey, press, pressAndSee } from "../journey";
import { emailOf, type Role } from "../people";

const HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest";
const EVENINGS = ["2027-03-09", "2027-03-16"] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function personOf(db: Database, role: Role): TestPerson {
  const person = db
    .select()
    .from(persons)
    .where(eq(persons.email, emailOf(role)))
    .get()!;
  return { personId: person.id, accountId: "", name: `${person.legalFirst} ${person.legalLast}`, email: person.email! };
}

/** Two evenings online, taught by the facilitator of the journeys, with two people on the roster. */
function insertEvenings(db: Database) {
  const offering = makeOffering(db, {
    instructor: personOf(db, "facilitator"),
    sessions: EVENINGS.map((date) => ({ start: `${date}T16:00`, end: `${date}T18:00` })),
    values: { modality: "online", place: "Online", link: "https://meet.example/room" },
  });
  for (const role of ["educator", "colleague"] as const)
    done(register(actingAs(db, personOf(db, role)), { offeringId: offering.id }));
  return offering;
}

/** One evening as Zoom reports it: Maya dropped out for a while, and somebody came by a device. */
function report(date: string): Buffer {
  const day = date.replace(/(\d+)-(\d+)-(\d+)/, "$2/$3/$1");
  const row = (name: string, email: string, from: string, to: string) =>
    `${name},${email},${day} ${from} PM,${day} ${to} PM,1,No`;
  return Buffer.from(
    [
      HEAD,
      row("Maya J.", emailOf("educator"), "03:55:00", "04:40:00"),
      row("Maya J.", emailOf("educator"), "04:50:00", "06:05:00"),
      row("iPad of room 214", "", "04:00:00", "06:00:00"),
    ].join("\n"),
  );
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer });
  await press(page, "Read the report");
}

test("T1 T2 two evenings online become hours: wrong files, somebody named by hand, remembered, the same file twice, confirmed, claimed", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let offering!: ReturnType<typeof insertEvenings>;
  await journey.start(at("2027-03-01T08:00"), (db) => void (offering = insertEvenings(db)));
  try {
    journey.setClock(at("2027-03-16T18:00") + HOUR);
    const [first, second] = [offering.sessions[0]!, offering.sessions[1]!];
    const page = await journey.open("facilitator", `/facilitator/sessions/${first.id}/reports`);

    for (const [name, bytes, words] of [
      ["error.csv", "<!doctype html><title>502 Bad gateway</title>", "This is no attendance report"],
      ["second.csv", report(EVENINGS[1]), "This report is of another day than the session."],
    ] as const) {
      await upload(page, name, Buffer.from(bytes));
      await page.getByText(words).first().waitFor();
      // Nobody chooses another file before they have read what is wrong with this one.
      await page.waitForTimeout(500);
    }
    await upload(page, "first.csv", report(EVENINGS[0]));
    await page.getByText("1 report read. Look at what would be marked.").waitFor();
    await checkAccess(page);
    await page.getByText("Same email address").waitFor();
    await page.getByLabel("Who is iPad of room 214?").selectOption({ label: "Journey, Luis" });
    await press(page, "Remember who they are");
    await page.getByText("As somebody said for this offering").waitFor();
    await pressAndSee(page, "Mark 2 people", "2 people");
    await upload(page, "first.csv", report(EVENINGS[0]));
    await page.getByText("This file is here already. Nothing was changed.").first().waitFor();

    await journey.visit(page, `/facilitator/sessions/${second.id}/reports`);
    await upload(page, "second.csv", report(EVENINGS[1]));
    await page.getByText("As somebody said for this offering").waitFor();
    await pressAndSee(page, "Mark 2 people", "2 people");

    await journey.visit(page, `/facilitator/offerings/${offering.id}`);
    await pressAndSee(page, "Confirm attendance of 2 people", /confirmed/i);
    const earned: [string, number][] = [];
    journey.meanwhile((db) => {
      for (const role of ["educator", "colleague"] as const) {
        const claim = db
          .select()
          .from(claims)
          .where(eq(claims.personId, personOf(db, role).personId))
          .get();
        earned.push([role, claim!.earnedMinutes]);
      }
    });
    // Maya missed ten minutes each evening: 220 of 240, in whole half hours.
    expect(earned).toEqual([
      ["educator", 210],
      ["colleague", 240],
    ]);
    const hers = await journey.open("educator", "/desk");
    await hers.getByText("Claim 3.5 hours").first().waitFor();

    const record = await journey.open("coordinator", `/coordinator/offerings/${offering.id}/record`);
    for (const words of ["first.csv", "second.csv", "iPad of room 214"])
      await record.getByText(words).first().waitFor({ state: "attached" });
  } finally {
    await journey.stop();
  }
});
