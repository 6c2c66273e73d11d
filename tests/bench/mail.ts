import { outboxMessages } from "#drizzle/schema/platform";
import type { Database } from "~/platform/database.server";
import { inTransaction } from "~/platform/database.server";
import { deliverDueMessages } from "~/platform/mail.server";
import { createTransport } from "~/platform/mail-transport.server";
import { renderMessage } from "~/platform/message-catalog.server";
import { enqueueMessage } from "~/platform/outbox.server";
import { TEST_NOW } from "../support/clock";
import { systemContext } from "../support/context";
import { startMailbox } from "../support/mailbox";
import { compare } from "./compare";

const MESSAGES = 50;
const PAYLOAD = { personName: "Maria", actionUrl: "http://hourbook.test/reset-password?token=x", validFor: "1 hour" };

/** 50 messages from the outbox against a bare nodemailer loop that sends the same bytes to the same server. */
export async function run(db: Database): Promise<void> {
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  const mail = renderMessage("reset-password", PAYLOAD);
  let round = 0;
  await compare({
    name: "50 messages sent",
    against: "floor: the same bytes by nodemailer alone; ours: claimed, rendered and recorded one by one",
    rounds: 5,
    aim: 0.7,
    floor: async () => {
      for (let i = 0; i < MESSAGES; i++) {
        const messageId = `<${round}-${i}@hourbook.test>`;
        await transport.sendMail({ from: "a@hourbook.test", to: "b@hourbook.test", messageId, ...mail });
      }
    },
    ours: async () => {
      round++;
      inTransaction(db, (tx) => {
        for (let i = 0; i < MESSAGES; i++) {
          enqueueMessage(tx, systemContext(db), {
            kind: "reset-password",
            subjectId: "account",
            personId: null,
            recipient: "b@hourbook.test",
            occasion: `${round}-${i}`,
            payload: PAYLOAD,
          });
        }
      });
      const { sent } = await deliverDueMessages(db, transport, { clock: () => TEST_NOW });
      if (sent !== MESSAGES) throw new Error(`${sent} sent`);
    },
  });
  if (
    db
      .select()
      .from(outboxMessages)
      .all()
      .some((row) => row.state !== "sent")
  )
    throw new Error("not all sent");
  transport.close();
  await mailbox.stop();
}
