import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { outboxMessages } from "#drizzle/schema/messages";
import { messageFiles } from "~/desks/jobs/message-files.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { renderMessage } from "~/messages/rendering.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { drawQrPng } from "~/platform/text/qr-picture.server";
import { shortCodeOf } from "~/registration/passes/short-code";
import { withdraw } from "~/registration/seats/registration.server";
import { loader as page } from "~/routes/educator/registrations.$id";
import { loader as card } from "~/routes/educator/registrations.$id_.pass";
import { makeRoster } from "../support/attendance";
import { TEST_NOW } from "../support/clock";
import { actingAs, systemContext } from "../support/database";
import { startMailbox } from "../support/mailbox";
import { messagesOf } from "../support/outbox";
import { get, thrownBy } from "../support/request";
import { makePassOf, registrationsOf } from "../support/scan/roster-passes";

test("the confirmation brings the pass along as a picture in its midst, and says its short code in both its forms", async () => {
  const all = makeRoster({ people: 1 });
  const [ada] = registrationsOf(all);
  const mailbox = await startMailbox();
  const transport = createTransport(mailbox.url)!;
  onTestFinished(async () => {
    transport.close();
    await mailbox.stop();
  });
  const attach = messageFiles(() => systemContext(all.db));
  await deliverDueMessages(all.db, transport, { clock: () => TEST_NOW, attach });
  const mail = mailbox.messages.find(({ subject }) => subject.startsWith("You are registered"))!;
  const code = shortCodeOf(ada!.id);
  expect(mail.html).toContain('src="cid:check-in-pass"');
  expect(mail.html).toContain(`alt="QR code of your check-in pass. Its short code is ${code}."`);
  expect(mail.text).toContain(`Or say its short code: ${code}`);
  const picture = mail.files.find(({ name }) => name === "check-in-pass.png")!;
  expect(Buffer.from(picture.content)).toEqual(drawQrPng(await makePassOf(all, ada!), 8));
});

test("a message of before there were passes, and one of an offering that is online alone, show none", () => {
  const all = makeRoster({ people: 1 });
  const { payload } = messagesOf(all.db, "registered")[0]!;
  const { pass: _none, ...before } = payload;
  for (const shown of [before, { ...payload, pass: null }]) {
    expect(renderMessage("registered", shown).html).not.toContain("check-in pass");
  }
});

test("a withdrawn registration has no pass: not on its page, as a card, or with a message", async () => {
  const all = makeRoster({ people: 1 });
  const [ada] = registrationsOf(all);
  const [person] = all.people;
  const asked = { params: { id: ada!.id }, context: {} };
  const shown = async () => (await page({ request: await get(all.db, "/", person), ...asked })).data.pass;
  expect(await shown()).toMatchObject({ code: shortCodeOf(ada!.id) });
  const printed = await card({ request: await get(all.db, "/", person), ...asked });
  expect(printed.headers.get("Content-Type")).toBe("application/pdf");
  all.db.update(offerings).set({ modality: "online" }).where(eq(offerings.id, all.offering.id)).run();
  expect(await shown()).toBeNull();
  all.db.update(offerings).set({ modality: "hybrid" }).where(eq(offerings.id, all.offering.id)).run();
  withdraw(actingAs(all.db, person!), ada!.id);
  expect(await shown()).toBeNull();
  const refused = await thrownBy(async () => card({ request: await get(all.db, "/", person), ...asked }));
  expect(refused.status).toBe(404);
  const message = all.db.select().from(outboxMessages).where(eq(outboxMessages.kind, "registered")).get()!;
  expect(await messageFiles(() => systemContext(all.db))(message)).toEqual([]);
});

test("somebody else's pass is nobody's to print", async () => {
  const all = makeRoster({ people: 2 });
  const [ada] = registrationsOf(all);
  const asked = { request: await get(all.db, "/", all.people[1]), params: { id: ada!.id }, context: {} };
  expect((await thrownBy(() => card(asked))).status).toBe(404);
});
