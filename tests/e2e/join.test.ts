import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { accounts } from "#drizzle/schema/people";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at, MINUTE } from "../support/clock";
import { actingAs } from "../support/database";
import { makeOffering } from "../support/factories";
import { openBrowser, VIEWPORTS } from "./browser";
import { Journey, press } from "./journey";
import { emailOf } from "./people";

const START = at("2027-03-09T08:00");

let browser: Browser;
let room: Server;
let link = "";
beforeAll(async () => {
  browser = await openBrowser();
  // Another site: where the online meeting is. It says who sent people to it.
  room = createServer((request, answer) =>
    answer.end(`In the room by ${request.method} from ${request.headers.referer}`),
  );
  await new Promise<void>((listening) => room.listen(0, "127.0.0.1", listening));
  link = `http://127.0.0.1:${(room.address() as AddressInfo).port}/room`;
});
afterAll(async () => {
  await browser.close();
  room.close();
});

/** An offering that meets in the room, with the educator of the journeys on its roster. */
function insertOnline(db: Database): string {
  const account = db
    .select()
    .from(accounts)
    .where(eq(accounts.email, emailOf("educator")))
    .get()!;
  const person = { personId: account.personId, accountId: account.id, name: "Maya Journey", email: account.email };
  const offering = makeOffering(db, { values: { modality: "online", place: "Online", link } });
  const outcome = register(actingAs(db, person), { offeringId: offering.id });
  if (!outcome.ok) throw new Error(outcome.reason);
  return offering.sessions[0]!.id;
}

test("R5 T1 the join page leads to another site with and without JavaScript, and marks in once", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let sessionId = "";
  await journey.start(START - 40 * MINUTE, (db) => void (sessionId = insertOnline(db)));
  const countMarks = () => {
    let count = 0;
    journey.meanwhile((db) => void (count = db.select().from(attendanceMarks).all().length));
    return count;
  };
  try {
    const page = await journey.open("educator", `/join/${sessionId}`);
    await page.getByText("You can join from Tue, Mar 9, 2027 · 7:30 AM PST").waitFor();
    journey.setClock(START - 10 * MINUTE);
    await journey.visit(page, `/join/${sessionId}`);
    expect(await page.content()).not.toContain(link);
    expect(countMarks()).toBe(0);

    // A browser without JavaScript posts the form itself, and asks the page's policy whether it may follow to another site.
    const storageState = await page.context().storageState();
    const still = await browser.newContext({ javaScriptEnabled: false, storageState });
    const plain = await still.newPage();
    await plain.goto(page.url());
    await plain.getByRole("button", { name: "Join and mark me in" }).click();
    await plain.waitForURL(link);
    // Where people come from is nobody's business.
    expect(await plain.textContent("body")).toBe("In the room by GET from undefined");
    await still.close();
    expect(countMarks()).toBe(1);

    await press(page, "Join and mark me in");
    await page.waitForURL(link);
    await journey.visit(page, `/join/${sessionId}`);
    await page.getByText("You are marked in; the facilitator confirms it").waitFor();
    await press(page, "Join again");
    await page.waitForURL(link);
    expect(countMarks()).toBe(1);
  } finally {
    await journey.stop();
  }
});
