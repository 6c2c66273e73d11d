import { expect, onTestFinished, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { recordDeliveryReport } from "~/messages/delivery/delivery-report.server";
import { readReturnedMail } from "~/platform/mail/report-reader.server";
import { env } from "~/platform/env.server";
import { messageIdOf } from "~/messages/delivery/mail-compose.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { action as webhook } from "~/routes/services/webhooks.mail-bounce";
import { TEST_NOW } from "../../support/clock";
import { systemContext, useTestDatabase } from "../../support/database";
import { thrownBy } from "../../support/request";

const SECRET = "a secret of the mail service";

/** A message that was sent to `to`; its row's id. */
function sentTo(db: Database, to: string): string {
  const id = inTransaction(db, (tx) =>
    enqueueMessage(tx, systemContext(db), {
      kind: "offer-lapsed",
      replyTo: null,
      subjectId: to,
      personId: null,
      recipient: to,
      payload: {
        personName: "Bo",
        providerName: "Puget Sound ESD",
        offeringTitle: "Field science",
        lapsedAt: "today",
        offeringUrl: "http://hourbook.test/offerings/1",
      },
    }),
  );
  db.update(outboxMessages).set({ state: "sent", sentAt: TEST_NOW }).run();
  return id!;
}

interface Shape {
  action?: string;
  status?: string;
  recipient?: string;
  headersOnly?: boolean;
  words?: string;
}

/** A delivery status message as mail servers write it (RFC 3464). */
function reportOn(messageId: string, shape: Shape = {}): string {
  const {
    action = "failed",
    status = "5.1.1",
    recipient = "bo@test.example",
    headersOnly = false,
    words = "no such mailbox",
  } = shape;
  const original = [`From: hourbook@localhost`, `To: ${recipient}`, `Subject: A seat`, `Message-ID: ${messageId}`];
  return [
    "From: MAILER-DAEMON@mx.test.example",
    "To: hourbook@localhost",
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    "",
    "--cut",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "Your message could not be delivered.",
    "",
    "--cut",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.test.example",
    "",
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} ${words},`,
    "    says the other server",
    "",
    "--cut",
    headersOnly ? "Content-Type: text/rfc822-headers" : "Content-Type: message/rfc822",
    "",
    ...original,
    ...(headersOnly ? [] : ["", "You could have had a seat."]),
    "",
    "--cut--",
    "",
  ].join("\r\n");
}

async function read(text: string) {
  const mail = await readReturnedMail(new TextEncoder().encode(text), "hourbook@localhost");
  if (mail?.kind !== "report") throw new Error("It is no report.");
  return mail;
}
const faults = (db: Database) => db.select().from(addressFaults).all();

test.each([{ headersOnly: false }, { headersOnly: true }])("a report marks the address: %o", async (shape) => {
  const db = useTestDatabase();
  const id = sentTo(db, "bo@test.example");
  const report = await read(reportOn(messageIdOf(id), shape));
  expect(recordDeliveryReport(systemContext(db), report, "report")).toMatchObject({
    ok: true,
    value: { unreachable: true },
  });
  expect(faults(db)).toMatchObject([
    { address: "bo@test.example", source: "report", reason: "550 5.1.1 no such mailbox, says the other server" },
  ]);
  expect(db.select().from(outboxMessages).all()).toMatchObject([
    { state: "failed", lastError: expect.stringContaining("Came back: 550") as string },
  ]);
  expect(recordDeliveryReport(systemContext(db), report, "report")).toMatchObject({ value: { unreachable: false } });
});

test("a refusal of the message's content fails the message and leaves the address alone", async () => {
  const db = useTestDatabase();
  const id = sentTo(db, "bo@test.example");
  const report = await read(reportOn(messageIdOf(id), { status: "5.7.1", words: "it looks like spam" }));
  recordDeliveryReport(systemContext(db), report, "report");
  expect(faults(db)).toEqual([]);
  expect(db.select().from(outboxMessages).all()).toMatchObject([{ state: "failed" }]);
});

test("a forged report about a message that we never sent, or naming another address, marks nobody", async () => {
  const db = useTestDatabase();
  const id = sentTo(db, "bo@test.example");
  const unknown = await read(reportOn("<0198a000-0000-7000-8000-000000000000@hourbook.test>"));
  expect(recordDeliveryReport(systemContext(db), unknown, "report")).toMatchObject({ reason: "unknown-message" });
  const other = await read(reportOn(messageIdOf(id), { recipient: "victim@test.example" }));
  expect(recordDeliveryReport(systemContext(db), other, "report")).toMatchObject({ value: { outcome: "elsewhere" } });
  expect(faults(db)).toEqual([]);
  expect(db.select().from(outboxMessages).all()).toMatchObject([{ state: "sent" }]);
});

const posted = (body: string, type: string, secret: string | null) => ({
  request: new Request("http://hourbook.test/webhooks/mail-bounce", {
    method: "POST",
    body,
    headers: { "Content-Type": type, ...(secret && { Authorization: `Bearer ${secret}` }) },
  }),
  params: {},
  context: {},
});

test("the webhook takes the report or JSON, with the shared secret only", async () => {
  const db = useTestDatabase();
  const id = sentTo(db, "bo@test.example");
  const json = JSON.stringify({ messageId: messageIdOf(id), permanent: true, reason: "550 no such mailbox" });
  const send = (body: string, type: string, secret: string | null) => webhook(posted(body, type, secret));
  expect((await thrownBy(() => send(json, "application/json", SECRET))).status).toBe(404);
  const before = env.MAIL_BOUNCE_SECRET;
  env.MAIL_BOUNCE_SECRET = SECRET;
  onTestFinished(() => void (env.MAIL_BOUNCE_SECRET = before));
  for (const secret of [null, "guessed", `${SECRET} `.repeat(2)]) {
    expect((await thrownBy(() => send(json, "application/json", secret))).status).toBe(401);
  }
  expect((await thrownBy(() => send("{}", "application/json", SECRET))).status).toBe(400);
  expect((await thrownBy(() => send("", "message/rfc822", SECRET))).status).toBe(400);
  expect(faults(db)).toEqual([]);
  expect(await (await send(json, "application/json", SECRET)).json()).toMatchObject({ unreachable: true });
  expect(faults(db)).toMatchObject([{ source: "service", address: "bo@test.example" }]);
  expect(await (await send(reportOn(messageIdOf(id)), "message/rfc822", SECRET)).json()).toMatchObject({
    unreachable: false,
  });
});
