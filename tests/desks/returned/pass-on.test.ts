import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { accounts } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { PASSED_ON_A_DAY } from "~/desks/returned/pass-on.server";
import { takeReturnedMail } from "~/desks/returned/returned-mail.server";
import type { Database } from "~/platform/database/database.server";
import { mailSender } from "~/platform/env.server";
import { listAlarms } from "~/platform/mail/mail-alarm.server";
import { readReturnedMail } from "~/platform/mail/report-reader.server";
import { answerTo, sentTo } from "../../scripts/sent-message";
import { systemContext, useTestDatabase } from "../../support/database";
import { give, makePerson, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";

const DANA = { name: "Dana", address: "dana@esd.example" };
const UNKNOWN = "0198a000-0000-7000-8000-000000000000";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin", null);
});

async function take(raw: string) {
  const mail = await readReturnedMail(new TextEncoder().encode(raw), mailSender);
  return takeReturnedMail(systemContext(db), mail!, "report").handled;
}
const passedOn = () => messagesOf(db, "answer-passed-on");

test("a person's answer goes to whoever reads answers to the message, and an answer to that goes to the person", async () => {
  const id = sentTo(db, "ana@district.example", DANA);
  expect(await take(answerTo(id))).toBe("passed-on");
  expect(passedOn()).toMatchObject([
    {
      recipient: DANA.address,
      replyTo: { name: "Ana Sample", address: "ana@district.example" },
      payload: { senderName: "Ana Sample", title: "Re: A seat", body: expect.stringContaining("Friday") as string },
    },
  ]);
  expect(passedOn()[0]!.payload.answered).toContain("Field science");
  expect(db.select().from(auditEntries).where(eq(auditEntries.action, "answer.passed-on")).all()).toHaveLength(1);
});

test("the same mail handed over twice is passed on once", async () => {
  const id = sentTo(db, "ana@district.example", DANA);
  await take(answerTo(id));
  await take(answerTo(id));
  expect(passedOn()).toHaveLength(1);
});

test("where nobody reads answers, or none of ours is answered, administrators get it, unless they cannot sign in", async () => {
  const locked = makePerson(db);
  give(db, locked, "admin", null);
  db.update(accounts).set({ lockedAt: 1 }).where(eq(accounts.id, locked.accountId)).run();
  expect(await take(answerTo(sentTo(db, "ana@district.example")))).toBe("passed-on");
  expect(await take(answerTo(UNKNOWN, { "Message-ID": "<2@d.example>" }))).toBe("passed-on");
  expect(passedOn().map(({ recipient }) => recipient)).toEqual([admin.email, admin.email]);
  expect(passedOn().map(({ payload }) => payload.answered === null)).toEqual([false, true]);
});

test("a contact whose mailbox is the one that mail comes from gets nothing: administrators do", async () => {
  await take(answerTo(sentTo(db, "ana@district.example", { name: "Hourbook", address: mailSender.toUpperCase() })));
  expect(passedOn().map(({ recipient }) => recipient)).toEqual([admin.email]);
});

test("nothing goes round: not what answers itself, not our own mail, not the answer to what was passed on", async () => {
  const id = sentTo(db, "ana@district.example", DANA);
  await take(answerTo(id));
  const forwarded = passedOn()[0]!.id;
  const count = () => passedOn().length;
  expect(await take(answerTo(id, { "Auto-Submitted": "auto-replied" }))).toBe("automatic");
  expect(await take(answerTo(id, { From: `Hourbook <${mailSender}>` }))).toBe("automatic");
  expect(await take(answerTo(id, { "Auto-Submitted": "auto-generated", From: "dana@esd.example" }))).toBe("automatic");
  expect(await take(answerTo(forwarded, { From: DANA.address }))).toBe("answers-what-was-passed-on");
  expect(count()).toBe(1);
  // The only administrator writes: there is nobody else to tell.
  expect(await take(answerTo(UNKNOWN, { From: admin.email }))).toBe("nobody-to-tell");
  expect(count()).toBe(1);
});

test("what answers itself without saying so comes to an end", async () => {
  for (let each = 0; each < PASSED_ON_A_DAY + 5; each++) {
    const id = sentTo(db, `ana${each}@district.example`, DANA);
    const expected = each < PASSED_ON_A_DAY ? "passed-on" : "too-many";
    expect(await take(answerTo(id, { "Message-ID": `<${each}@d.example>` }))).toBe(expected);
  }
  expect(passedOn()).toHaveLength(PASSED_ON_A_DAY);
});

test("a calendar's answer and a complaint are no answers; a complaint alarms administrators", async () => {
  const id = sentTo(db, "ana@district.example", DANA);
  const calendar = answerTo(id, { "Content-Type": "text/calendar; method=REPLY" });
  expect(await take(calendar)).toBe("automatic");
  const type = 'multipart/report; report-type=feedback-report; boundary="b"';
  const part = "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n--b--\r\n";
  expect(await take(`From: a@b.example\r\nContent-Type: ${type}\r\n\r\n${part}`)).toBe("complaint");
  expect(listAlarms(db)).toMatchObject([{ topic: "content" }]);
  expect(db.select().from(outboxMessages).where(eq(outboxMessages.kind, "answer-passed-on")).all()).toEqual([]);
});
