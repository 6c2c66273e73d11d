import { expect, onTestFinished, test } from "vitest";
import { mailPreferences, outboxMessages } from "#drizzle/schema/messages";
import { auditEntries } from "#drizzle/schema/platform";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { listChoices } from "~/messages/preferences/mail-preference.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { action as save, loader as preferences } from "~/routes/account/mail-preferences";
import { action as stop, loader as ask } from "~/routes/account/unsubscribe";
import { TEST_NOW } from "../support/clock";
import { systemContext, useTestDatabase } from "../support/database";
import { give, makePerson, type TestPerson } from "../support/factories";
import { queueRequired } from "../support/outbox";
import { startMailbox } from "../support/mailbox";
import { get, post, thrownBy } from "../support/request";

const args = (request: Request) => ({ request, params: {}, context: {} });

async function deliver(db: Database) {
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  onTestFinished(async () => {
    transport.close();
    await mailbox.stop();
  });
  await deliverDueMessages(db, transport, { clock: () => TEST_NOW });
  return mailbox.messages;
}

function remind(db: Database, person: TestPerson, occasion = ""): void {
  inTransaction(db, (tx) =>
    enqueueMessage(tx, systemContext(db), {
      kind: "claim-reminder",
      replyTo: null,
      subjectId: "claim",
      personId: person.personId,
      recipient: person.email,
      occasion,
      payload: {
        personName: person.name,
        providerName: "Puget Sound ESD",
        offeringTitle: "Field science",
        earnedHours: "7",
        actionUrl: "http://hourbook.test/claims/1",
      },
    }),
  );
}

test("RFC 8058: the header's link, posted by a mail program, ends the category; opened, it only asks", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  remind(db, person);
  const [mail] = await deliver(db);
  expect(mail!.headers).toMatchObject({
    "list-unsubscribe-post": "List-Unsubscribe=One-Click",
    "auto-submitted": "auto-generated",
  });
  const link = /^<http:\/\/hourbook\.test(\/unsubscribe\?key=[\w-]+)>$/.exec(mail!.headers["list-unsubscribe"]!)![1]!;

  expect((await ask(args(await get(db, link)))).data).toEqual({ name: "Reminders" });
  expect(db.select().from(mailPreferences).all()).toEqual([]);

  // What a mail program sends: no cookie, no Origin.
  const oneClick = () =>
    new Request(`http://hourbook.test${link}`, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
  expect((await stop(args(oneClick()))).data).toEqual({ done: true });
  await stop(args(oneClick()));
  expect(listChoices(db, person.personId)).toMatchObject({ reminders: "off", hours: "at-once" });
  expect(
    db
      .select()
      .from(auditEntries)
      .all()
      .filter(({ action }) => action === "mail-preference.changed"),
  ).toHaveLength(1);
  remind(db, person, "again");
  expect(db.select().from(outboxMessages).all()[1]).toMatchObject({ state: "suppressed" });
});

test("an unsubscribe link of nobody's is 404, opened or posted", async () => {
  const db = useTestDatabase();
  expect((await thrownBy(async () => ask(args(await get(db, "/unsubscribe?key=made-up"))))).status).toBe(404);
  expect((await thrownBy(async () => stop(args(await post(db, "/unsubscribe?key=made-up", {}))))).status).toBe(404);
});

test("a required message has no unsubscribe link", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  queueRequired(db, person);
  const [mail] = await deliver(db);
  expect(mail!.headers).not.toHaveProperty("list-unsubscribe");
  expect(mail!.text).not.toContain("Choose which messages you get");
});

test("a person chooses for each category; staff choose for their work, too", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const registrar = makePerson(db);
  give(db, registrar, "admin");
  const shownTo = async (whom: TestPerson) => (await preferences(args(await get(db, "/", whom)))).data.shown;
  expect(await shownTo(person)).not.toContain("desk");
  expect(await shownTo(registrar)).toContain("desk");
  const request = await post(db, "/mail-preferences", { reminders: "daily", hours: "off" }, person);
  expect((await thrownBy(() => save(args(request)))).status).toBe(302);
  expect(listChoices(db, person.personId)).toMatchObject({ reminders: "daily", hours: "off", renewal: "at-once" });
  expect(listChoices(db, registrar.personId)).toMatchObject({ reminders: "at-once" });
});

test("seat, cancellation and account cannot be switched off, whatever is posted", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const request = await post(db, "/mail-preferences", { seat: "off", account: "off", cancellation: "off" }, person);
  await thrownBy(() => save(args(request)));
  expect(db.select().from(mailPreferences).all()).toEqual([]);
});
