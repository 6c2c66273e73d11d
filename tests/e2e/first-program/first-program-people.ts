import type { Page } from "playwright-core";
import { at } from "../../support/clock";
import { TUESDAYS } from "./first-program-house";
import { pressScripted } from "../browser";
import { fill, press, type Program } from "../program";

/** 120 people with their districts: Kent's and Highline's by turns, one name mistyped, one first day wrong. */
export const CROWD = Array.from({ length: 120 }, (_each, index) => {
  const [first, last] =
    index === 0 ? ["Ana", "Đinh"] : index === 1 ? ["Bo", "Aldre"] : [`First${index}`, `Last${index}`];
  return {
    email: `person${index}@program.example`,
    first,
    last,
    district: index % 2 === 0 ? "Kent" : "Highline",
    // Somebody whose first day was written a year too late.
    firstDay: index === 2 ? "2027-09-01" : "2025-09-01",
  };
});

export async function registerTheCrowd(program: Program, offering: string): Promise<void> {
  const page = await program.as("coordinator", `/coordinator/offerings/${offering}/register`);
  const lines = CROWD.map(({ email, first, last, district, firstDay }) =>
    [email, first, last, district, "teacher", firstDay].join(","),
  );
  await fill(page, {
    list: ["email,first,last,district,role,first day", ...lines].join("\n"),
    reason: "The districts sent them",
  });
  await page.getByRole("button", { name: "Check the list" }).click();
  await press(page, "Register 120 people", /120 people/);
  await program.goUntil(page, `/coordinator/offerings/${offering}/people`, "50 of 120 people");
}

/** A search finds Đinh by "dinh"; a mistyped name is mended with a reason. */
export async function mendAName(program: Program): Promise<void> {
  const page = await program.as("coordinator", "/search?q=dinh");
  await page.getByRole("link", { name: /Đinh/ }).first().waitFor();
  const registrar = await program.as("registrar", "/search?q=aldre");
  await registrar.getByRole("link", { name: /Aldre/ }).first().click();
  await registrar.waitForURL(/\/people\/[\w-]{36}/);
  await registrar.getByText("Correct the legal name").click();
  await fill(registrar, { legalLast: "Alder", typingMistake: true, reason: "Two letters were swapped" });
  await press(registrar, "Correct the name", /./);
  await registrar.getByRole("heading", { level: 1, name: /Alder/ }).waitFor();
}

/** A price saved in an older tab moves no session back; an approved offering that is moved keeps its proof. */
export async function moveAndCollide(program: Program, offering: string): Promise<void> {
  const edit = `/coordinator/offerings/${offering}?view=edit`;
  const first = await program.as("coordinator", edit);
  const second = await program.secondTab("coordinator", edit);
  await fill(first, { "sessions[5].date": "2027-03-30", reason: "Spring break in Kent" });
  await press(first, "Save the offering", /told/);
  await fill(second, { price: "15.00", reason: "As agreed" });
  await second.locator("main").getByRole("button", { name: "Save the offering" }).last().click();
  await second
    .getByText(/changed/i)
    .first()
    .waitFor();
  await second.getByText("Sessions").first().waitFor();
  await second.close();
  await program.go(first, `/coordinator/offerings/${offering}/record`);
  const proof = first.locator("section", { hasText: "Proof of prior approval" }).first();
  await proof
    .getByText(/Mar 23, 2027/)
    .first()
    .waitFor();
  await proof.getByText(/Spring break in Kent/).waitFor();
  await proof.getByText(/Mar 30, 2027/).waitFor();
  await program.go(first, `/coordinator/offerings/${offering}`);
  await first.getByText("it needs a new decision").waitFor();
  await fill(first, { committeeMetOn: "2027-01-11" });
  await press(first, "Record the approval", /new decision is recorded/);
}

export async function copyIt(program: Program, offering: string): Promise<void> {
  const page = await program.as("coordinator", `/coordinator/offerings/${offering}`);
  await page.getByRole("link", { name: "Copy", exact: true }).click();
  await page.waitForURL(/copy=/);
  await page.locator('[name="sessions[5].date"]').waitFor();
  await page.locator("main").getByRole("button", { name: "Save as a draft" }).last().click();
  await page.waitForURL((url) => /\/offerings\/[\w-]{36}$/.test(url.pathname) && !url.pathname.includes(offering));
  await page
    .getByText(/clock hours/)
    .first()
    .waitFor();
}

/** Everybody is marked present by one tap, which is undone and made again, at each session; then attendance is confirmed. */
export async function holdTheSessions(program: Program, offering: string): Promise<void> {
  const days = [...TUESDAYS.slice(0, 5), "2027-03-30"];
  for (const [index, day] of days.entries()) {
    program.setClock(at(`${day}T16:02`));
    const page = await program.as("facilitator", "/facilitator");
    await page
      .getByRole("link", { name: /Watersheds/ })
      .first()
      .click();
    await page.waitForURL("**/facilitator/sessions/**");
    await markTheOthers(page);
    if (index > 0) continue;
    await press(page, "Undo the last 120 marks", "Undone: 120 marks no longer count.");
    await markTheOthers(page);
  }
  program.setClock(at("2027-03-30T18:30"));
  const page = await program.as("facilitator", `/facilitator/offerings/${offering}`);
  await press(page, "Confirm attendance of 120 people", /120 people can claim hours/);
}

async function markTheOthers(page: Page): Promise<void> {
  await pressScripted(page.locator("main summary").filter({ hasText: "Mark the other 120 present" }));
  await page.getByRole("alertdialog").getByRole("button", { name: "Mark 120 present" }).click();
  await page.getByRole("status").filter({ hasText: "120 people marked present." }).first().waitFor();
}
