import { expect, onTestFinished, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { saveChoices } from "~/messages/preferences/mail-preference.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { writeDueDigests } from "~/reminders/digest.server";
import { at, MINUTE, TEST_NOW } from "../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../support/database";
import { makePerson, type TestPerson } from "../support/factories";
import { queueRequired } from "../support/outbox";
import { startMailbox } from "../support/mailbox";
import { messagesTo } from "../support/reminders";

const ALL = {
  reminders: "daily",
  hours: "daily",
  facilitator: "at-once",
  renewal: "at-once",
  desk: "at-once",
} as const;

function write(db: Database, person: TestPerson, claim: string, now = TEST_NOW): void {
  inTransaction(db, (tx) =>
    enqueueMessage(tx, systemContext(db, now), {
      kind: "claim-reminder",
      replyTo: null,
      subjectId: claim,
      personId: person.personId,
      recipient: person.email,
      payload: {
        personName: person.name,
        providerName: "Puget Sound ESD",
        offeringTitle: `Course ${claim}`,
        earnedHours: "7",
        actionUrl: `http://hourbook.test/claims/${claim}`,
      },
    }),
  );
}

test("what somebody wants once a day comes together at 7:00, once", async () => {
  const db = useTestDatabase();
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  onTestFinished(async () => {
    transport.close();
    await mailbox.stop();
  });
  const daily = makePerson(db);
  const single = makePerson(db);
  saveChoices(actingAs(db, daily), ALL);
  for (const claim of ["1", "2"]) {
    write(db, daily, claim);
    write(db, single, claim);
  }
  expect(await deliverDueMessages(db, transport, { clock: () => TEST_NOW })).toMatchObject({ sent: 2 });
  expect(mailbox.messages.every(({ to }) => to[0] === single.email)).toBe(true);

  expect(writeDueDigests(systemContext(db, at("2026-10-06T06:59")))).toBe(0);
  expect(writeDueDigests(systemContext(db, at("2026-10-06T07:00")))).toBe(1);
  expect(writeDueDigests(systemContext(db, at("2026-10-06T07:01")))).toBe(0);
  expect(await deliverDueMessages(db, transport, { clock: () => at("2026-10-06T07:01") })).toMatchObject({ sent: 1 });
  const summary = mailbox.messages.at(-1)!;
  expect(summary).toMatchObject({ to: [daily.email], subject: "Hourbook today: 2 messages" });
  expect(summary.text).toContain("http://hourbook.test/claims/1");
  expect(summary.text).toContain("Course 2");
  expect(summary.headers["list-unsubscribe"]).toContain("/unsubscribe?key=");
  const [digest] = messagesTo(db, daily).filter(({ kind }) => kind === "digest");
  expect(messagesTo(db, daily).filter(({ digestId }) => digestId === digest!.id)).toHaveLength(2);
});

test("what comes after a summary waits for the next", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  saveChoices(actingAs(db, person), ALL);
  write(db, person, "1");
  writeDueDigests(systemContext(db, at("2026-10-06T07:00")));
  write(db, person, "2", at("2026-10-06T07:00"));
  expect(writeDueDigests(systemContext(db, at("2026-10-06T07:00") + MINUTE))).toBe(0);
  expect(writeDueDigests(systemContext(db, at("2026-10-07T07:00")))).toBe(1);
  const items = messagesTo(db, person)
    .filter(({ kind }) => kind === "digest")
    .map(({ payload }) => payload.items);
  expect(items).toMatchObject([[{ title: expect.stringContaining("Course 1") as string }], [{}]]);
});

test("required messages arrive whatever was chosen, and switched-off ones are kept as held back", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  saveChoices(actingAs(db, person), {
    reminders: "off",
    hours: "off",
    facilitator: "off",
    renewal: "off",
    desk: "off",
  });
  write(db, person, "1");
  queueRequired(db, person);
  expect(db.select().from(outboxMessages).all()).toMatchObject([
    {
      kind: "claim-reminder",
      state: "suppressed",
      suppressedBecause: "The person does not want messages of this kind.",
    },
    { kind: "offer-lapsed", state: "queued", digestDueAt: null },
  ]);
});
