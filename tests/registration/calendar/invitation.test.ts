import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { outboxMessages } from "#drizzle/schema/messages";
import { providers } from "#drizzle/schema/providers";
import { registrations } from "#drizzle/schema/registration";
import { asPublished, getOfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { inTransaction } from "~/platform/database/database.server";
import { keepInvitation } from "~/registration/calendar/invitation.server";
import { cancelOffering } from "~/registration/staff/cancel-offering.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, psesd } from "../../support/factories";
import { messagesOf } from "../../support/outbox";

const linesOf = (text: string) => text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");

function setUp(contactEmail: string | null = "dana@esd.example") {
  const db = useTestDatabase();
  const offering = makeOffering(db, { values: { contactName: "Dana Reyes", contactEmail } });
  const person = makePerson(db);
  const me = actingAs(db, person);
  register(me, { offeringId: offering.id });
  const organizers = (kind: string) =>
    messagesOf(db, kind).flatMap(({ calendar }) =>
      calendar!.flatMap(({ content }) => linesOf(content).filter((line) => line.startsWith("ORGANIZER"))),
    );
  const change = (values: Partial<typeof offerings.$inferInsert>) =>
    db.update(offerings).set(values).where(eq(offerings.id, offering.id)).run();
  const mine = () => findLiveRegistration(db, offering.id, person.personId)!;
  return { db, offering, me, person, organizers, change, mine };
}

test("the contact organizes the entries, by the hand of the mailbox that mail comes from", () => {
  const { organizers } = setUp();
  expect(organizers("registered")).toEqual([
    'ORGANIZER;CN="Dana Reyes";SENT-BY="mailto:hourbook@localhost":mailto:dana@esd.example',
  ]);
});

test("where what arrives at our mailbox is handed to us, that is the organizer, and stays it", () => {
  const { db, offering, mine } = setUp();
  db.update(registrations).set({ organizer: null }).where(eq(registrations.id, mine().id)).run();
  const facts = asPublished(getOfferingFacts(db, offering.id));
  const keep = (readsAnswers: boolean) => inTransaction(db, (tx) => keepInvitation(tx, facts, mine(), readsAnswers));
  for (const reads of [true, false])
    expect(keep(reads).organizer).toEqual({ name: null, address: "hourbook@localhost" });
});

test("whoever invited also cancels, whoever the contact is by then; the new contact reads the answers", () => {
  const { db, me, organizers, change, mine } = setUp();
  change({ contactName: "Sam Lee", contactEmail: "sam@esd.example" });
  withdraw(me, mine().id);
  expect(organizers("withdrawn")).toEqual(organizers("registered"));
  const [withdrawn] = messagesOf(db, "withdrawn");
  expect(withdrawn!.replyTo).toEqual({ name: "Sam Lee", address: "sam@esd.example" });
  expect(linesOf(withdrawn!.calendar![0]!.content)).toContain("CONTACT:Sam Lee\\, sam@esd.example");
});

test("whoever was invited before invitations named a contact gets changes from the mailbox that invited them", () => {
  const { db, offering, organizers, mine } = setUp();
  db.update(registrations).set({ organizer: null }).where(eq(registrations.id, mine().id)).run();
  const staff = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  cancelOffering(staff, { offeringId: offering.id, reason: "The hall is closed." });
  expect(organizers("offering-cancelled")).toEqual([
    'ORGANIZER;CN="Puget Sound Educational Service District":mailto:hourbook@localhost',
  ]);
});

test("every message about an offering says where an answer is read: its contact's mailbox, or the provider's", () => {
  const { db, offering, change, mine, me } = setUp(null);
  db.update(providers).set({ contactName: "Office", contactEmail: "office@esd.example" }).run();
  withdraw(me, mine().id);
  change({ contactEmail: "dana@esd.example" });
  register(me, { offeringId: offering.id });
  const answers = db.select().from(outboxMessages).all();
  expect(answers.map(({ kind, replyTo }) => [kind, replyTo?.address])).toEqual([
    ["registered", undefined],
    ["withdrawn", "office@esd.example"],
    ["registered", "dana@esd.example"],
  ]);
});
