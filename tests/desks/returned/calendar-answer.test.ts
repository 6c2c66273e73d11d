import { eq } from "drizzle-orm";
import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { takeReturnedMail } from "~/desks/returned/returned-mail.server";
import type { Database } from "~/platform/database/database.server";
import { mailSender } from "~/platform/env.server";
import { readReturnedMail } from "~/platform/mail/report-reader.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";

let db: Database;
let ana: TestPerson;
let offeringId: string;
beforeEach(() => {
  db = useTestDatabase();
  ana = makePerson(db);
  offeringId = makeOffering(db, { values: { contactName: "Dana", contactEmail: "dana@esd.example" } }).id;
  register(actingAs(db, ana), { offeringId });
});

const uid = () => {
  const [part] = messagesOf(db, "registered")[0]!.calendar!;
  return /^UID:(\S+)@/m.exec(part!.content.replaceAll("\r\n ", ""))![1]!;
};

const SAMPLE = readFileSync("tests/fixtures/returned-mail/automatic/reply-calendar-declined.eml", "utf8");

/** The sample of a calendar's answer, of somebody, about the entry that they were invited to. */
const answerOf = (person: TestPerson, changes: Record<string, string> = {}) =>
  Object.entries({ "ana@district.example": person.email, "reg.session": uid(), ...changes }).reduce(
    (mail, [from, to]) => mail.replaceAll(from, to),
    SAMPLE,
  );

async function take(raw: string, now = TEST_NOW) {
  const mail = await readReturnedMail(new TextEncoder().encode(raw), mailSender);
  return takeReturnedMail(systemContext(db, now), mail!, "report").handled;
}

const told = () => messagesOf(db, "calendar-declined");

test("whoever declines in their calendar is told that they keep the seat, and how to withdraw", async () => {
  expect(await take(answerOf(ana))).toBe("told-how-to-withdraw");
  const { id } = findLiveRegistration(db, offeringId, ana.personId)!;
  expect(told()).toMatchObject([
    {
      recipient: ana.email,
      replyTo: { address: "dana@esd.example" },
      payload: { proposed: false, registrationUrl: expect.stringContaining(`/registrations/${id}`) as string },
    },
  ]);
  expect(told()[0]!.payload.withdrawBy).toContain("2027");
  expect(findLiveRegistration(db, offeringId, ana.personId)?.status).toBe("registered");
});

test("once a day, however often; and again on another day", async () => {
  await take(answerOf(ana));
  await take(answerOf(ana, { DECLINED: "DECLINED;X-NUM-GUESTS=0" }));
  expect(told()).toHaveLength(1);
  await take(answerOf(ana), TEST_NOW + DAY);
  expect(told()).toHaveLength(2);
});

test("another time that is proposed is told likewise; who accepts, or may come, gets nothing", async () => {
  for (const state of ["ACCEPTED", "TENTATIVE"])
    expect(await take(answerOf(ana, { "PARTSTAT=DECLINED": `PARTSTAT=${state}` }))).toBe("automatic");
  expect(told()).toEqual([]);
  await take(answerOf(ana, { "METHOD:REPLY": "METHOD:COUNTER", "method=REPLY": "method=COUNTER" }));
  expect(told()[0]!.payload.proposed).toBe(true);
});

test("after the last day to withdraw, the message says whom to ask", async () => {
  db.update(offerings)
    .set({ startsAt: TEST_NOW + DAY })
    .where(eq(offerings.id, offeringId))
    .run();
  await take(answerOf(ana));
  expect(told()[0]!.payload.withdrawBy).toBeNull();
});

test("nobody else is written to, and nothing is said of what is over", async () => {
  expect(await take(answerOf(makePerson(db)))).toBe("automatic");
  expect(await take(SAMPLE)).toBe("automatic");
  withdraw(actingAs(db, ana), findLiveRegistration(db, offeringId, ana.personId)!.id);
  expect(await take(answerOf(ana))).toBe("automatic");
  expect(told()).toEqual([]);
});
