import { fill, PASSWORD, press, type Program } from "../program";

/** Six Tuesdays, 4 to 6 PM, across the change to summer time on March 14. */
export const TUESDAYS = ["2027-02-16", "2027-02-23", "2027-03-02", "2027-03-09", "2027-03-16", "2027-03-23"];
const STAFF = {
  coordinator: { first: "Cora", role: "Coordinator", of: "Puget Sound Educational Service District" },
  registrar: { first: "Reg", role: "Registrar", of: "Puget Sound Educational Service District" },
  facilitator: { first: "Fay", role: null, of: null },
  "hr-kent": { first: "Kim", role: "HR staff", of: "Kent" },
  "hr-highline": { first: "Hal", role: "HR staff", of: "Highline" },
} as const;
export const mailOf = (name: string) => `${name}@program.example`;

export async function setUpTheHouse(program: Program): Promise<void> {
  const admin = await program.as("admin", program.setupPath);
  await fill(admin, { legalFirst: "Ada", legalLast: "Ministrator", email: mailOf("admin"), password: PASSWORD });
  await admin.getByRole("button", { name: "Create the first administrator" }).click();
  await admin.waitForURL("**/admin");
  // A second provider, its year, and the next year of the first.
  await program.go(admin, "/admin/providers/new");
  await fill(admin, {
    organisationId: "Kent",
    name: "Kent Learning",
    shortName: "KENT",
    contactName: "Kit",
    contactEmail: mailOf("kit"),
  });
  await fill(admin, { modelId: "Puget Sound Educational Service District" });
  await press(admin, "Add provider", /Kent Learning/);
  await program.go(admin, "/admin/providers");
  await admin.getByRole("link", { name: "Kent Learning" }).click();
  await fill(admin, { year: "2026–27", basis: "Approved as a district" });
  await press(admin, "Add the year", "Saved.");
  await program.go(admin, "/admin/providers");
  await admin.getByRole("link", { name: "Puget Sound Educational Service District" }).click();
  await admin.waitForURL(/\/admin\/providers\/[\w-]{36}$/);
  await admin.locator('select[name="year"]').waitFor();
  const years = await admin.locator('select[name="year"] option').allTextContents();
  await fill(admin, { year: years[0]!, basis: "Approved for another year" });
  await press(admin, "Add the year", "Saved.");
  // Another fee from a day on.
  await program.go(admin, `${new URL(admin.url()).pathname}/policies/new?from=2027-02-01`);
  await fill(admin, { feePerHour: "4.00", feeMinimum: "20.00" });
  await press(admin, /^Add the policy from/, /./);
  await program.go(admin, "/admin/program-areas");
  await fill(admin, { name: "Outdoor learning" });
  await press(admin, "Add the area", /./);
}

export async function inviteStaff(program: Program): Promise<void> {
  for (const [name, { first, role, of }] of Object.entries(STAFF)) {
    const admin = await program.as("admin", "/admin/people/new");
    await fill(admin, { legalFirst: first, legalLast: "Staff", email: mailOf(name) });
    await admin.getByRole("button", { name: "Add person" }).click();
    await admin.waitForURL(/\/people\/[\w-]{36}/);
    const at = new URL(admin.url()).pathname;
    await press(admin, /invit/i, /invit/i);
    if (role) {
      await program.go(admin, `${at}?view=roles`);
      await fill(admin, { role });
      await fill(admin, role === "HR staff" ? { organisationId: of } : { providerId: of });
      await press(admin, "Grant role", /./);
    }
    await program.join(name, mailOf(name));
  }
}

export async function planTheCourse(program: Program): Promise<string> {
  const page = await program.as("coordinator", "/coordinator/courses/new");
  await fill(page, {
    title: "Watersheds as classrooms",
    summary: "Plan a field study of a stream near your school.",
    programArea: "Outdoor learning",
    description: "Teachers plan, try and adapt a field study.",
    objectives: "plan a field study\nadapt it to a class",
    standards: "NGSS 5-ESS3-1",
  });
  await page.getByLabel("Teacher", { exact: true }).check();
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await page.waitForURL(/\/coordinator\/courses\/[\w-]{36}/);
  await press(page, "Publish the course", "The course is in the catalog");
  await page.locator("main").getByRole("link", { name: "New offering" }).click();
  await page.waitForURL("**/coordinator/offerings/new**");
  await fill(page, {
    "sessions[0].date": TUESDAYS[0]!,
    "sessions[0].startTime": "16:00",
    "sessions[0].endTime": "18:00",
  });
  await fill(page, { repeatTimes: "5", repeatEvery: "7" });
  await page.getByRole("button", { name: /repeat/i }).click();
  await page.locator('[name="sessions[5].date"]').waitFor();
  await page.getByLabel("In person").check();
  await fill(page, { place: "Example Hall", capacity: "150", price: "0" });
  await fill(page, { "instructors[0].name": "Fay Staff", "instructors[0].email": mailOf("facilitator") });
  await page.locator("main").getByRole("button", { name: "Save as a draft" }).last().click();
  await page.waitForURL(/\/coordinator\/offerings\/[\w-]{36}/);
  await fill(page, { committeeMetOn: "2027-01-08" });
  await press(page, "Record the approval", /Approved as PSESD-2627-0001 for 12 hours/);
  await press(page, "Publish the offering", /public/);
  return new URL(page.url()).pathname.split("/").at(-1)!;
}
