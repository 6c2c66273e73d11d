import { rmSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { storedFiles } from "#drizzle/schema/files";
import { outboxMessages } from "#drizzle/schema/messages";
import { offeringMessages } from "#drizzle/schema/registration";
import { messageFiles } from "~/desks/jobs/message-files.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { pathOf } from "~/platform/files/bytes.server";
import { sweepFiles } from "~/platform/files/file-sweep.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { loader as download } from "~/routes/facilitator/message-files.$id.$position";
import { action, loader } from "~/routes/facilitator/offerings.$id_.message";
import { register } from "~/registration/seats/registration.server";
import { DAY, TEST_NOW } from "../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../support/database";
import { makeOffering, makePerson, type TestPerson } from "../support/factories";
import { startMailbox } from "../support/mailbox";
import { messagesOf } from "../support/outbox";
import { get, thrownBy } from "../support/request";
import { fileOf, pdfOf } from "../support/sample-files";

async function setUp() {
  const db = useTestDatabase();
  const [instructor, first, second, stranger] = [makePerson(db), makePerson(db), makePerson(db), makePerson(db)];
  const offering = makeOffering(db, { instructor });
  for (const person of [first, second]) register(actingAs(db, person), { offeringId: offering.id });
  db.update(outboxMessages).set({ state: "suppressed" }).run();
  const place = { params: { id: offering.id }, context: {} };
  const send = async (files: File[], nonce = "n1") => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ statuses: "registered", subject: "Agenda", body: "See here.", nonce }))
      body.append(name, value);
    for (const file of files) body.append("files", file);
    const { headers } = await get(db, "/", instructor);
    headers.set("Origin", "http://hourbook.test");
    try {
      const answer = await action({
        request: new Request("http://hourbook.test/", { method: "POST", body, headers }),
        ...place,
      });
      return JSON.stringify((answer as { data: unknown }).data);
    } catch (thrown) {
      return (thrown as Response).status;
    }
  };
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  onTestFinished(async () => {
    transport.close();
    await mailbox.stop();
  });
  const attach = messageFiles(() => systemContext(db));
  const deliver = (now = TEST_NOW) => deliverDueMessages(db, transport, { clock: () => now, attach });
  const open = async (position: number, person: TestPerson) => {
    const { id } = db.select().from(offeringMessages).get()!;
    const params = { id, position: String(position) };
    return download({ request: await get(db, "/", person), params, context: {} });
  };
  return { db, instructor, stranger, first, send, mailbox, deliver, open, place };
}

test("files go with the message to each person, stay with it, and are for those who may write", async () => {
  const { db, instructor, stranger, first, send, mailbox, deliver, open, place } = await setUp();
  expect(await send([pdfOf("agenda", "Agenda.PDF"), fileOf("name\nAda", "list.csv")])).toBe(302);
  expect(await deliver()).toMatchObject({ sent: 2 });
  for (const mail of mailbox.messages) {
    expect(mail.files.map(({ name, type }) => [name, type])).toEqual([
      ["Agenda.pdf", "application/pdf"],
      ["list.csv", "text/plain"],
    ]);
    expect(Buffer.from(mail.files[0]!.content).toString()).toContain("% agenda");
    expect(mail.text).toContain("Attached: Agenda.pdf, list.csv");
  }
  const page = JSON.stringify(await loader({ request: await get(db, "/", instructor), ...place }));
  expect(page).toContain("Agenda.pdf");
  expect(await (await open(1, instructor)).text()).toBe("name\nAda");
  for (const person of [stranger, first]) expect((await thrownBy(() => open(0, person))).status).toBe(404);
  expect((await thrownBy(() => open(7, instructor))).status).toBe(404);
  sweepFiles(systemContext(db, TEST_NOW + DAY));
  expect(sweepFiles(systemContext(db, TEST_NOW + 3 * DAY)).rows).toBe(0);
});

test("a file that is not kept sends nothing, and nothing chosen is no file", async () => {
  const { db, send, mailbox, deliver } = await setUp();
  const refused = await send([pdfOf("agenda"), fileOf("<svg></svg>", "logo.pdf")]);
  expect(refused).toContain("This is not a file that can be kept");
  expect(refused).toContain("See here.");
  expect(messagesOf(db, "offering-message")).toEqual([]);
  expect(await send([new File([], "")])).toBe(302);
  await deliver();
  expect(mailbox.messages.map(({ files, text }) => [files, text.includes("Attached")])).toEqual([
    [[], false],
    [[], false],
  ]);
});

test("a mail whose file is missing on the disk waits, and leaves once the file is back", async () => {
  const { db, send, mailbox, deliver } = await setUp();
  await send([pdfOf("agenda")]);
  const [file] = db.select().from(storedFiles).all();
  rmSync(pathOf(file!.sha256));
  expect(await deliver()).toMatchObject({ sent: 0, failed: 2 });
  const waiting = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "offering-message")).all();
  expect(waiting.map(({ state }) => state)).toEqual(["queued", "queued"]);
  await send([pdfOf("agenda")], "n2");
  expect(await deliver(TEST_NOW + DAY)).toMatchObject({ sent: 4 });
  expect(mailbox.messages.every(({ files }) => files.length === 1)).toBe(true);
});
