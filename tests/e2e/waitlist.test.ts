import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, DAY } from "../support/clock";
import { makeOffering } from "../support/factories";
import { checkAccess, openBrowser, VIEWPORTS } from "./browser";
import { Journey, press, pressAndConfirm, pressAndSee } from "./journey";

const NOW = at("2027-01-11T09:00");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("R1 on a phone: full, waitlist, offer, accept; and what staff do about it", async () => {
  const journey = new Journey(browser, VIEWPORTS.phone);
  let offeringId = "";
  await journey.start(NOW, (db) => {
    offeringId = makeOffering(db, { capacity: 1 }).id;
  });
  try {
    const colleague = await journey.open("colleague", `/offerings/${offeringId}`);
    await pressAndSee(colleague, "Register", "You have a seat");

    const educator = await journey.open("educator", `/offerings/${offeringId}`);
    await educator.getByText("Full · waitlist open").waitFor();
    await pressAndSee(educator, "Join the waitlist", "You are on the waitlist");
    await educator.getByText("You are next on the waitlist").waitFor();

    await pressAndConfirm(colleague, "Withdraw", "Withdraw", "You withdrew");

    await journey.visit(educator, "/desk");
    await educator.getByRole("link", { name: "Review and accept" }).click();
    await educator.getByText("A seat is held for you").waitFor();
    await checkAccess(educator);
    // R5: looking changed nothing, however often.
    await educator.reload();
    await pressAndSee(educator, "Accept the seat", "The seat is yours");
    expect(await educator.locator("main").innerText()).toContain("Registered");

    await journey.visit(educator, "/registrations");
    await pressAndSee(educator, "Make an address", "This is your new address");

    await workAsStaff(journey, offeringId);
  } finally {
    await journey.stop();
  }
});

async function workAsStaff(journey: Journey, offeringId: string): Promise<void> {
  journey.setClock(NOW + DAY);
  const coordinator = await journey.open("coordinator", `/coordinator/offerings/${offeringId}/people`);
  await journey.visit(coordinator, `/coordinator/offerings/${offeringId}/register`);
  await coordinator.getByLabel("Addresses").fill("new.person@kent.example, New, Person\nnonsense");
  await coordinator.getByLabel("Why you register them").fill("Named by the principal");
  await press(coordinator, "Check the list");
  await coordinator.getByText("This line has no email address.").first().waitFor();
  await checkAccess(coordinator);
  await coordinator.getByLabel("Addresses").fill("new.person@kent.example, New, Person");
  await press(coordinator, "Check again");
  await coordinator.getByText("Will wait; unknown, will be invited").first().waitFor();
  await pressAndSee(coordinator, "Register 1 person", "on the waitlist");
  await journey.visit(coordinator, `/facilitator/offerings/${offeringId}/message`);
  await coordinator.getByLabel("Subject").fill("Bring boots");
  await coordinator.getByLabel("Message", { exact: true }).fill("It may rain.");
  await pressAndSee(coordinator, "Send the message", "Your message goes to 1 person");
  await journey.open("admin", "/admin/providers");
}
