import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { registrations } from "#drizzle/schema/registration";
import { makePasses } from "~/attendance/scan/pass-key.server";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { MINUTE } from "../../support/clock";
import { actingAs, systemContext } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson, psesd } from "../../support/factories";
import { checkAccess, openBrowser, VIEWPORTS } from "../browser";
import { Journey } from "../journey";
import { writeCodeVideo } from "./code-video";
import { facilitatorOf, START } from "./phone";

const PEOPLE = 60;

/** Sixty people with a seat, and one with a seat elsewhere: the session, and everybody's pass. */
async function insertHolders(db: Database) {
  const offering = makeOffering(db, { capacity: 100, instructor: facilitatorOf(db) });
  const other = makeOffering(db);
  const seats = [...Array.from({ length: PEOPLE }, () => offering.id), other.id].map((offeringId) => {
    const { id } = done(register(actingAs(db, makePerson(db)), { offeringId }));
    return { id, offeringId };
  });
  const passes = await makePasses(systemContext(db, START), psesd(db), seats);
  return { sessionId: offering.sessions[0]!.id, passes: passes.slice(0, PEOPLE), elsewhere: passes[PEOPLE]! };
}

test("T1 sixty passes before a camera, two seconds each, are all read without a network, and what is no pass of here is told", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-codes-"));
  const video = path.join(folder, "codes.y4m");
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const browser = await openBrowser([
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${video}`,
  ]);
  onTestFinished(() => browser.close());
  const journey = new Journey(browser, VIEWPORTS.phone);
  await journey.start(START - 20 * MINUTE);
  try {
    let file = "";
    journey.meanwhile((db) => (file = db.$client.name));
    const db = openDatabase(file);
    const { sessionId, passes, elsewhere } = await insertHolders(db);
    const forged = passes[0]!.slice(0, -1) + (passes[0]!.endsWith("0") ? "1" : "0");
    writeCodeVideo(video, ["https://example.org/menu", elsewhere, forged, ...passes]);

    const page = await journey.open("facilitator", `/facilitator/sessions/${sessionId}`);
    await page.clock.setSystemTime(START - 20 * MINUTE);
    await page.getByRole("link", { name: "Keep on this device" }).click();
    await page.getByText(`Kept here: names of ${PEOPLE + 1} people`).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto(new URL(`/door#${sessionId}`, page.url()).href);
    await page.reload();
    await page.getByRole("list", { name: "Roster" }).waitFor();
    await page.context().setOffline(true);

    await page.getByRole("button", { name: "Scan with the camera" }).click();
    const said = page.getByRole("status");
    await said.filter({ hasText: "This is no check-in pass." }).waitFor();
    await said.filter({ hasText: "This pass is for another offering." }).waitFor();
    await said.filter({ hasText: "Its signature does not fit, so it counts nothing." }).waitFor();
    await said.filter({ hasText: "is in." }).waitFor();
    await checkAccess(page);
    await page.getByText(`${PEOPLE} of ${PEOPLE}`).waitFor({ timeout: 180_000 });
    await page.getByRole("button", { name: "Stop the camera" }).click();
    await page.getByText(`${PEOPLE} queued on this device · 0 saved`).waitFor();

    await page.context().setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.getByText(`0 queued on this device · ${PEOPLE} saved`).waitFor({ timeout: 60_000 });
    const marks = db.select().from(attendanceMarks).where(eq(attendanceMarks.sessionId, sessionId)).all();
    const seats = db.select().from(registrations).all();
    const holders = seats.filter(({ offeringId }) => offeringId === seats[0]!.offeringId);
    expect(marks.map(({ personId, kind }) => `${personId} ${kind}`).sort()).toEqual(
      holders.map(({ personId }) => `${personId} in`).sort(),
    );
    db.$client.close();
  } finally {
    await journey.stop();
  }
});
