import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { CROWD } from "./first-program-people";
import { fill, press, type Program } from "../program";

/** Those who make an account by their invitation, claim and evaluate: two of each district. */
const CLAIMANTS = CROWD.slice(0, 4);
const lastNameOf = (index: number) => (index === 1 ? "Alder" : CROWD[index]!.last);

export async function claimHours(program: Program): Promise<void> {
  for (const [index, { email }] of CLAIMANTS.entries()) {
    const name = `person${index}`;
    await program.join(name, email);
    const page = await program.as(name, "/hours");
    await page
      .getByRole("link", { name: /Watersheds/ })
      .first()
      .click();
    await page.waitForURL("**/claims/**");
    await fill(page, { affidavit: true });
    await page.locator("main").getByRole("button", { name: "Claim hours", exact: true }).click();
    await page.locator("main").getByRole("button", { name: "Change my claim" }).waitFor();
    // What was typed is saved, so nothing of it comes back.
    expect(await page.getByText("What you typed here before").count()).toBe(0);
    for (const best of await page.locator('main input[type="radio"][value="5"]').all()) await best.check();
    await page.locator("main").getByRole("button", { name: "Send evaluation" }).click();
    await page.getByText("Claimed and evaluated").first().waitFor();
  }
}

/** Fees by the new policy: $4 an hour. One payment is reversed and made again; then everything is posted. */
export async function settleAndPost(program: Program): Promise<void> {
  for (const index of CLAIMANTS.keys()) {
    const page = await program.as("registrar", `/registrar?view=waiting&q=${encodeURIComponent(lastNameOf(index))}`);
    await page
      .getByRole("link", { name: /Watersheds/ })
      .first()
      .click();
    await page.waitForURL("**/registrar/claims/**");
    await page.getByText("$48.00").first().waitFor();
    await pay(page, `10${index}`);
    if (index > 0) continue;
    await page.getByText("Reverse the payment").first().click();
    const dialog = page.getByRole("alertdialog");
    await dialog.locator('[name="reason"]').fill("Entered for somebody else");
    await dialog.getByRole("button", { name: "Reverse it" }).click();
    await page.locator("main").getByRole("button", { name: "Record payment" }).waitFor();
    await pay(page, "200");
  }
  const page = await program.as("registrar", "/registrar");
  await page.getByLabel("Select all rows").check();
  await press(page, "Verify and post", /4 credits posted/);
}

async function pay(page: Page, reference: string): Promise<void> {
  await fill(page, { kind: "Check", reference, receivedOn: "2027-03-30" });
  await page.locator("main").getByRole("button", { name: "Record payment" }).click();
  await page.locator("main").getByRole("button", { name: "Record payment" }).waitFor({ state: "detached" });
}

/** HR mends a first day that was written a year too late: hours would have reached nobody. */
export async function mendADate(program: Program): Promise<void> {
  const kent = await program.as("hr-kent", "/hr/affiliations?q=last2");
  await kent
    .getByRole("link", { name: /Last2, First2/ })
    .first()
    .click();
  await kent.waitForURL("**/hr/workplaces/**");
  await fill(kent, { fromDate: "2025-09-01" });
  await press(kent, "Save the correction", /./);
}

/** HR confirms everybody, and exports every posted hour of its people. */
export async function exportHours(program: Program): Promise<void> {
  for (const [name, lasts] of [
    ["hr-kent", ["Đinh", "Last2"]],
    ["hr-highline", ["Alder", "Last3"]],
  ] as const) {
    const page = await program.as(name, "/hr/affiliations");
    await page.getByLabel("Select all rows").check();
    await page.getByLabel(/that match/).check();
    await press(page, /^Confirm/, /confirmed/);
    await program.go(page, "/hr/export?period=all");
    await page
      .locator("main")
      .getByRole("button", { name: /^Export 2 rows/ })
      .click();
    const ready = page.locator("main").getByRole("link", { name: /^Download clock-hours/ });
    await ready.waitFor();
    const download = page.waitForEvent("download");
    await ready.click();
    const csv = readFileSync(await (await download).path(), "utf8");
    const lines = csv.trim().split("\r\n").slice(1);
    expect(lines).toHaveLength(2);
    for (const last of lasts)
      expect(
        lines.some((line) => line.includes(`"${last}"`)),
        last,
      ).toBe(true);
    for (const line of lines) expect(line).toContain("PSESD-2627-0001");
  }
}
