import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE } from "../../support/clock";
import { openBrowser, VIEWPORTS } from "../browser";
import { Journey } from "../journey";
import { type Inserted, insertRoster, Phone, presencesIn, START } from "./phone";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a browser that can sends by itself what waits, once there is a line, when its page is gone", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let all!: Inserted;
  await journey.start(START - 30 * MINUTE, (db) => (all = insertRoster(db)));
  try {
    const phone = await Phone.keep(journey, "facilitator", all, null);
    await phone.open();
    const tellLine = await lineTeller(phone);
    await phone.context.setOffline(true);
    await phone.tap("In", "Adams");
    expect(await phone.page.evaluate(waitingTags)).toEqual(["marks"]);
    await phone.page.goto("about:blank");
    await phone.context.setOffline(false);
    const lookAgain = async () => {
      await tellLine();
      return presencesIn(journey, all).Adams;
    };
    await expect.poll(lookAgain, { timeout: 60_000, interval: 1_000 }).toMatch(/open-end/);
  } finally {
    await journey.stop();
  }
});

/** What the page has asked the browser to wake its worker for. */
const waitingTags = async (): Promise<string[]> => {
  const worker = (await navigator.serviceWorker.getRegistration("/door"))!;
  return (worker as unknown as { sync: { getTags(): Promise<string[]> } }).sync.getTags();
};

/**
 * Wakes the worker as the browser does once there is a line. By itself it does, too; but where the line came back a moment
 * after the worker was woken, it waits for five minutes before it wakes it again.
 */
async function lineTeller(phone: Phone): Promise<() => Promise<void>> {
  const { origin } = new URL(phone.page.url());
  const devtools = await phone.context.newCDPSession(phone.page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await registered;
  return async () =>
    void (await devtools.send("ServiceWorker.dispatchSyncEvent", {
      origin,
      registrationId,
      tag: "marks",
      lastChance: false,
    }));
}
