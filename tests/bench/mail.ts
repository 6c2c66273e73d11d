import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { outboxMessages } from "#drizzle/schema/messages";
import type { Database } from "~/platform/database/database.server";
import { inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { composeMail, findMailLinks, messageIdOf } from "~/messages/delivery/mail-compose.server";
import { CONNECTIONS, createTransport, type Mail } from "~/platform/mail/mail-transport.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { makePerson } from "../support/factories";
import { TEST_NOW } from "../support/clock";
import { systemContext } from "../support/context";
import { compare } from "./compare";

const MESSAGES = 200;
const ROUNDS = 7;

const dueIn = (round: number) => TEST_NOW + round * 1_000;

/** The reminders of a morning: an optional category, so that wishes are asked and the header to end it is made. */
function enqueueReminders(db: Database, people: { personId: string; email: string }[], round: number): void {
  inTransaction(db, (tx) => {
    for (const { personId, email } of people) {
      enqueueMessage(tx, systemContext(db, dueIn(round)), {
        kind: "session-reminder",
        replyTo: null,
        subjectId: personId,
        personId,
        recipient: email,
        occasion: String(round),
        payload: {
          personName: "Aroha Ngata",
          providerName: "Puget Sound ESD",
          offeringTitle: "Field Science for Every Classroom",
          howSoon: "tomorrow",
          session: { when: "Tue, Mar 16, 2027 · 8:00 AM–4:00 PM PDT", where: "Renton, Cedar Room" },
          joinUrl: "https://meet.example/field-science",
          arrival: "The door is on Oak Street.",
          mapUrl: null,
          bring: null,
          contact: null,
          pass: null,
          registrationUrl: `http://hourbook.test/registrations/${personId}`,
        },
      });
    }
  });
}

/** 200 reminders from the outbox against bare nodemailer that sends the same bytes to the same server. */
export async function run(db: Database): Promise<void> {
  const sink = new Worker(new URL("./apart/mail-sink.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  const [url] = (await once(sink, "message")) as [string];
  const [transport, bare] = [createTransport(url)!, createTransport(url)!];
  const people = Array.from({ length: MESSAGES }, () => makePerson(db));
  // Written before the clock runs: commands do that, not the deliverer.
  for (let round = 1; round <= 2 * (ROUNDS + 1); round++) enqueueReminders(db, people, round);
  const rows = db.select().from(outboxMessages).limit(MESSAGES).all();
  const links = findMailLinks(db, rows, TEST_NOW);
  const mails = await Promise.all(rows.map((row) => composeMail(row, links)));
  const send = (mail: Mail) => bare.sendMail({ ...mail, messageId: messageIdOf(newId()) });
  let round = 0;
  const ours = async () => {
    round++;
    const { sent } = await deliverDueMessages(db, transport, { clock: () => dueIn(round) });
    if (sent !== MESSAGES) throw new Error(`${sent} sent`);
  };
  const figures = {
    name: `${MESSAGES} messages sent`,
    against: `floor: the same bytes by nodemailer alone, ${CONNECTIONS} connections; ours: claimed, rendered, sent, recorded`,
    rounds: ROUNDS,
    aim: 0.7,
    ours,
  };
  await compare({ ...figures, floor: () => inLanes([...mails], send) });
  await compare({
    ...figures,
    name: `${MESSAGES} messages sent, against a loop`,
    against: "floor: the same bytes by nodemailer alone, one after another",
    floor: async () => {
      for (const mail of mails) await send(mail);
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
  for (const each of [transport, bare]) each.close();
  sink.postMessage("stop");
  await once(sink, "exit");
}

async function inLanes(mails: Mail[], send: (mail: Mail) => Promise<unknown>): Promise<void> {
  const lane = async () => {
    for (let mail = mails.shift(); mail; mail = mails.shift()) await send(mail);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
}
