import { expect, onTestFinished, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { messageFiles } from "~/desks/jobs/message-files.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { systemContext, useTestDatabase } from "../../support/database";
import { makePerson } from "../../support/factories";
import { startMailbox } from "../../support/mailbox";

test("T3 the message that hours are posted has their certificate attached, the same at a second attempt", async () => {
  const db = useTestDatabase();
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  onTestFinished(async () => {
    transport.close();
    await mailbox.stop();
  });
  const person = makePerson(db);
  postCreditFor(db, person);
  const attach = messageFiles(() => systemContext(db, at("2027-03-10T09:00")));
  mailbox.refuseWith = 451;
  await deliverDueMessages(db, transport, { clock: () => at("2027-03-10T09:00"), attach });
  mailbox.refuseWith = null;
  await deliverDueMessages(db, transport, { clock: () => at("2027-03-10T09:05"), attach });
  const posted = mailbox.messages.filter(({ subject }) => subject.includes("posted"));
  expect(posted).toHaveLength(1);
  const [file] = posted[0]!.files;
  expect(file).toMatchObject({ type: "application/pdf" });
  expect(new TextDecoder().decode(file!.content.subarray(0, 5))).toBe("%PDF-");
  expect(db.select().from(documents).all()).toHaveLength(1);
});
