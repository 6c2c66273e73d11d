import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { salaryCutoffs } from "#drizzle/schema/hr";
import { persons } from "#drizzle/schema/people";
import { at, TEST_NOW } from "../support/clock";
import { postCreditFor } from "../support/credits";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { actingAs, useTestDatabase } from "../support/database";
import { done } from "../support/done";
import { give, makeCourse, makeOffering, makePerson, organisationId } from "../support/factories";
import { messagesTo, remindersOf, runReminders } from "../support/reminders";

const DISTRICT = "Renton";

function hrOf(db: ReturnType<typeof useTestDatabase>) {
  const hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, DISTRICT));
  return hr;
}

test("S4 HR hears on the first of the month of hours since its last export, and nothing when there are none", async () => {
  const db = useTestDatabase();
  const hr = hrOf(db);
  const other = makePerson(db);
  give(db, other, "hr", organisationId(db, "Kent"));
  await runReminders(db, TEST_NOW);
  expect(remindersOf(db, hr, ["new-hours"])).toEqual(["new-hours 2026-11-01T08:00 due"]);
  for (let month = 1; month <= 3; month++) await runReminders(db, at(`2027-0${month}-01T08:00`));
  postCreditFor(db, makePerson(db, { organisation: DISTRICT }), { day: "2027-03-09" });
  await runReminders(db, at("2027-04-01T08:00"));
  expect(messagesTo(db, hr)).toMatchObject([{ kind: "new-hours", payload: { lines: "1 line" } }]);
  expect(messagesTo(db, other)).toEqual([]);
});

test("S2 HR hears 30 and 7 days before the salary cut-off, which each district may set", async () => {
  const db = useTestDatabase();
  const hr = hrOf(db);
  await runReminders(db, TEST_NOW);
  expect(remindersOf(db, hr, ["salary-cutoff"])).toEqual([
    "salary-cutoff 2027-08-31T08:00 due",
    "salary-cutoff 2027-09-23T08:00 due",
  ]);
  db.insert(salaryCutoffs)
    .values({ organisationId: organisationId(db, DISTRICT), monthDay: "10-01", updatedAt: TEST_NOW })
    .run();
  // 5 October has passed the first of October: the next one is a year on.
  await runReminders(db, TEST_NOW + 1);
  expect(remindersOf(db, hr, ["salary-cutoff"]).filter((each) => each.endsWith("due"))).toEqual([
    "salary-cutoff 2027-09-01T08:00 due",
    "salary-cutoff 2027-09-24T08:00 due",
  ]);
  await runReminders(db, at("2027-09-01T08:00"));
  await runReminders(db, at("2027-09-24T08:00"));
  const texts = messagesTo(db, hr).filter(({ kind }) => kind === "salary-cutoff");
  expect(texts.map(({ payload }) => payload.howSoon)).toEqual(["in 30 days", "in 7 days"]);
});

test("N1 a year before a certificate ends its holder hears what is missing; nobody with enough hours does", async () => {
  const db = useTestDatabase();
  const short = makePerson(db);
  const other = makePerson(db);
  const until = (personId: string, certificateExpiresOn: string | null) =>
    db.update(persons).set({ certificateExpiresOn }).where(eq(persons.id, personId)).run();
  until(short.personId, "2028-06-30");
  until(other.personId, "2028-06-30");
  await runReminders(db, TEST_NOW);
  expect(remindersOf(db, short)).toEqual([
    "renewal 2027-06-30T08:00 due",
    "renewal 2027-12-30T08:00 due",
    "renewal 2028-03-30T08:00 due",
  ]);
  until(other.personId, null);
  await runReminders(db, at("2027-03-01T08:00"));
  postCreditFor(db, short, { day: "2027-03-09" });
  await runReminders(db, at("2027-06-30T08:00"));
  const renewal = messagesTo(db, short).find(({ kind }) => kind === "renewal-short");
  expect(renewal!.payload).toMatchObject({ hours: "7", missing: "93", needed: "100" });
  expect(remindersOf(db, other).every((each) => each.endsWith("voided"))).toBe(true);
});

test("N1 what is missing is told two years, a year, six and three months before, with what would close it; once, and of use until the next", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  done(addCertificate(me, { kind: "teacher", issuedOn: "2024-07-01", expiresOn: "2029-06-30" }));
  for (let nth = 0; nth < 13; nth++) postCreditFor(db, person, { day: "2026-09-08", title: `Course ${nth}` });
  await runReminders(db, TEST_NOW);
  for (const moment of ["2027-06-30T08:00", "2027-07-01T08:00", "2028-06-30T08:00"]) await runReminders(db, at(moment));
  // The machine stood from October 2028 on: of the two that are over by then, the later one is still of use.
  await runReminders(db, at("2029-05-01T08:00"));
  expect(messagesTo(db, person).filter(isRenewal)).toMatchObject([
    { payload: { left: "2 years", need: "15 more hours in equity" } },
    { payload: { left: "a year" } },
    { payload: { left: "1 month" } },
  ]);
  expect(remindersOf(db, person).map((each) => each.split(" ").at(-1))).toEqual(["sent", "sent", "skipped", "sent"]);
});

test("a reminder names the soonest of what would close all of the gap, and nothing that would not", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  done(addCertificate(actingAs(db, person), { kind: "school-nurse", issuedOn: "2024-07-01", expiresOn: "2029-06-30" }));
  for (let nth = 0; nth < 15; nth++) postCreditFor(db, person, { day: "2026-09-08", title: `Course ${nth}` });
  const offer = (title: string, minutes: number) =>
    makeOffering(db, {
      courseId: makeCourse(db, { title }),
      sessions: [{ start: "2027-08-10T08:00", end: "2027-08-10T15:00" }],
      designations: [{ designation: "SUICIDE-PREVENTION", minutes }],
    });
  await runReminders(db, TEST_NOW);
  offer("Too little", 120);
  const { id } = offer("Lifelines", 180);
  await runReminders(db, at("2027-06-30T08:00"));
  const [message] = messagesTo(db, person).filter(isRenewal);
  expect(message).toMatchObject({
    payload: { need: "3 more hours in suicide prevention", closing: { title: "Lifelines" } },
  });
  expect((message!.payload.closing as { url: string }).url).toContain(`/offerings/${id}`);
});

test("N2 whoever entered what the paper says hears of topics, too", async () => {
  const db = useTestDatabase();
  const principal = makePerson(db);
  const counselor = makePerson(db);
  const dates = { issuedOn: "2023-07-01", expiresOn: "2028-06-30" };
  done(addCertificate(actingAs(db, principal), { kind: "principal", ...dates }));
  done(addCertificate(actingAs(db, counselor), { kind: "school-counselor", ...dates }));
  await runReminders(db, TEST_NOW);
  expect(remindersOf(db, counselor)[0]).toBe("renewal 2027-06-30T08:00 due");
  postCreditFor(db, principal, { day: "2027-03-09", designations: [{ designation: "EQUITY", minutes: 420 }] });
  await runReminders(db, at("2027-06-30T08:00"));
  expect(messagesTo(db, counselor).filter(isRenewal)).toMatchObject([
    { payload: { need: "100 more hours, 3 of them in suicide prevention" } },
  ]);
  expect(messagesTo(db, principal).filter(isRenewal)).toMatchObject([
    {
      payload: {
        hours: "7",
        missing: "93",
        need: "93 more hours, 3 of them in equity, 10 in leadership and 5 in government-to-government relations",
      },
    },
  ]);
});

const isRenewal = ({ kind }: { kind: string }) => kind === "renewal-short";

test("a date that was entered in its last three months brings nothing", async () => {
  const db = useTestDatabase();
  const late = makePerson(db);
  db.update(persons).set({ certificateExpiresOn: "2026-12-31" }).where(eq(persons.id, late.personId)).run();
  await runReminders(db, TEST_NOW);
  expect(remindersOf(db, late)).toEqual([]);
});

test("somebody whose role has ended hears nothing more", async () => {
  const db = useTestDatabase();
  const hr = hrOf(db);
  await runReminders(db, TEST_NOW);
  db.$client.prepare("update grants set revoked_at = ? where person_id = ?").run(TEST_NOW, hr.personId);
  await runReminders(db, at("2026-10-31T08:00"));
  await runReminders(db, at("2027-10-05T08:00"));
  expect(messagesTo(db, hr)).toEqual([]);
  expect(remindersOf(db, hr).every((each) => each.endsWith("voided"))).toBe(true);
});
