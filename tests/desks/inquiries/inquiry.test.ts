import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inquiries, inquiryEntries } from "#drizzle/schema/inquiries";
import { registrations } from "#drizzle/schema/registration";
import {
  addToInquiry,
  ask,
  getMyInquiry,
  getNewInquiry,
  listMyInquiries,
  takeBackInquiry,
} from "~/desks/inquiries/ask.server";
import {
  answerInquiry,
  countWaitingInquiries,
  endRegistrationAndAnswer,
  getInboxInquiry,
} from "~/desks/inquiries/inbox.server";
import { inboxSource } from "~/desks/inquiries/inbox-list.server";
import { ANSWERING, INQUIRY_KINDS, type InquiryKind } from "~/desks/inquiries/inquiry";
import type { ActorContext } from "~/platform/context";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { loader as inquiriesPage } from "~/routes/educator/inquiries._index";
import { HOUR } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { get, pageOfList, thrownBy } from "../../support/request";

function setUp() {
  const db = useTestDatabase();
  const facilitator = makePerson(db, { first: "Fay", last: "Cilitator" });
  const offering = makeOffering(db, { instructor: facilitator });
  const staff = (role: "coordinator" | "registrar", last: string) => {
    const person = makePerson(db, { first: "Sam", last });
    give(db, person, role, psesd(db).id);
    return person;
  };
  const educator = makePerson(db, { first: "Ana", last: "Asker" });
  const people = {
    facilitator,
    coordinator: staff("coordinator", "Coordinator"),
    registrar: staff("registrar", "Registrar"),
  };
  const write = (
    kind: InquiryKind,
    changes: { nonce?: string; body?: string; now?: number | undefined; by?: TestPerson } = {},
  ) =>
    ask(actingAs(db, changes.by ?? educator, changes.now ? { now: changes.now } : {}), {
      kind,
      offeringId: offering.id,
      body: changes.body ?? "Is there a ramp?",
      nonce: changes.nonce ?? newId(),
    });
  return { db, offering, educator, ...people, write, me: actingAs(db, educator) };
}

const inboxOf = (ctx: ActorContext) => pageOfList((search) => inboxSource(ctx, search));

const answer = (inquiryId: string) => ({ inquiryId, body: "Yes, at the side.", nonce: newId() });

test("what somebody asks reaches everybody who answers such things, by mail and in their list", () => {
  const { db, facilitator, coordinator, registrar, write } = setUp();
  const { id } = done(write("offering"));
  const told = messagesOf(db, "inquiry-asked");
  expect(told.map(({ recipient }) => recipient).sort()).toEqual([coordinator.email, facilitator.email].sort());
  expect(told[0]!.payload).toMatchObject({ askerName: "Ana Asker", body: "Is there a ramp?" });
  for (const person of [facilitator, coordinator]) {
    expect(inboxOf(actingAs(db, person)).rows).toMatchObject([{ id, name: "Asker, Ana" }]);
    expect(countWaitingInquiries(actingAs(db, person))).toBe(1);
  }
  expect(inboxOf(actingAs(db, registrar))).toMatchObject({ total: 0, rows: [] });
});

test("the same form sent twice asks once, and another text while one waits is added to it", () => {
  const { db, write } = setUp();
  const nonce = newId();
  const first = done(write("offering", { nonce }));
  expect(done(write("offering", { nonce }))).toEqual(first);
  expect(done(write("offering", { body: "And parking?" }))).toEqual(first);
  expect(db.select().from(inquiries).all()).toHaveLength(1);
  expect(
    db
      .select()
      .from(inquiryEntries)
      .all()
      .map(({ body }) => body),
  ).toEqual(["Is there a ramp?", "And parking?"]);
});

test("an answer comes by mail and on the page; who asked can write again, and it waits again", () => {
  const { db, me, educator, coordinator, write } = setUp();
  const { id } = done(write("offering"));
  const staff = actingAs(db, coordinator);
  const answered = answer(id);
  done(answerInquiry(staff, answered));
  done(answerInquiry(staff, answered));
  expect(messagesOf(db, "inquiry-answered")).toMatchObject([
    { recipient: educator.email, payload: { senderName: coordinator.name, body: "Yes, at the side." } },
  ]);
  expect(getMyInquiry(me, id)).toMatchObject({
    inquiry: { state: "answered" },
    entries: [{ answer: false }, { answer: true, author: coordinator.name }],
  });
  done(addToInquiry(me, answer(id)));
  expect(inboxOf(staff).total).toBe(1);
  expect(listMyInquiries(me)).toMatchObject({ total: 1, rows: [{ id, state: "open" }] });
});

test("what somebody asked is counted, not cut in silence, and more of it is shown when they ask for it", async () => {
  const { db, offering, educator, coordinator, write } = setUp();
  done(write("offering", { by: coordinator }));
  const asked = Array.from({ length: 112 }, (_, changedAt) => ({
    ...{ id: newId(), kind: "offering" as const, offeringId: offering.id, personId: educator.personId },
    ...{ state: "answered" as const, changedAt },
  }));
  db.insert(inquiries).values(asked).run();
  const open = async (search: string) => {
    const request = await get(db, `/inquiries${search}`, educator);
    const { data } = await inquiriesPage({ request, params: {}, context: {} });
    return [data.rows.length, data.total];
  };
  expect(await open("")).toEqual([100, 112]);
  expect(await open("?inquiries=all")).toEqual([112, 112]);
});

test("about leaving and about hours asks who has a seat or hours", () => {
  const { db, offering, me, write } = setUp();
  expect(write("cancel")).toMatchObject({ reason: "not-yours-to-ask" });
  expect(write("hours")).toMatchObject({ reason: "not-yours-to-ask" });
  expect(getNewInquiry(me, "cancel", offering.id)).toMatchObject({ allowed: false, waiting: null });
  done(register(me, { offeringId: offering.id }));
  const { id } = done(write("cancel"));
  done(write("hours"));
  expect(getNewInquiry(me, "cancel", offering.id)).toMatchObject({ allowed: true, waiting: id });
  // Once it is over there is nothing to leave.
  const stranger = makePerson(db);
  done(register(actingAs(db, stranger), { offeringId: offering.id }));
  expect(write("cancel", { by: stranger, now: offering.endsAt + HOUR })).toMatchObject({ reason: "not-yours-to-ask" });
});

test("R4 after the deadline the coordinator ends the registration with the answer as its reason", () => {
  const { db, offering, me, educator, coordinator, write } = setUp();
  done(register(me, { offeringId: offering.id }));
  const { id } = done(write("cancel", { now: offering.startsAt - HOUR }));
  const staff = actingAs(db, coordinator, { now: offering.startsAt - HOUR / 2 });
  expect(getInboxInquiry(staff, id).registrationStatus).toBe("registered");
  done(endRegistrationAndAnswer(staff, answer(id)));
  const row = db.select().from(registrations).where(eq(registrations.personId, educator.personId)).get()!;
  expect(row.status).toBe("withdrawn");
  expect(getMyInquiry(me, id).inquiry.state).toBe("answered");
  expect(endRegistrationAndAnswer(staff, answer(id))).toMatchObject({ reason: "not-registered" });
  expect(db.select().from(inquiryEntries).all()).toHaveLength(2);
});

test("what was taken back waits for nobody, and cannot be answered", () => {
  const { db, me, coordinator, write } = setUp();
  const { id } = done(write("offering"));
  done(takeBackInquiry(me, id));
  expect(takeBackInquiry(me, id)).toMatchObject({ reason: "not-open" });
  expect(answerInquiry(actingAs(db, coordinator), answer(id))).toMatchObject({ reason: "not-open" });
  expect(addToInquiry(me, answer(id))).toMatchObject({ reason: "not-open" });
  expect(countWaitingInquiries(actingAs(db, coordinator))).toBe(0);
});

test("at most ten wait at once", () => {
  const { db, me } = setUp();
  const asked = Array.from({ length: 11 }, () =>
    ask(me, { kind: "offering", offeringId: makeOffering(db).id, body: "Parking?", nonce: newId() }),
  );
  expect(asked.filter(({ ok }) => ok)).toHaveLength(10);
  expect(asked[10]).toMatchObject({ reason: "too-many-open" });
});

test.each(INQUIRY_KINDS)(
  "P2 nobody but those who answer %s inquiries meets one, and nobody their own",
  async (kind) => {
    const { db, offering, me, educator, facilitator, coordinator, registrar, write } = setUp();
    done(register(me, { offeringId: offering.id }));
    const { id } = done(write(kind, { now: kind === "attendance" ? offering.endsAt : undefined }));
    const roles = { facilitator, coordinator, registrar };
    for (const [role, person] of Object.entries(roles)) {
      const open = () => getInboxInquiry(actingAs(db, person), id);
      if ((ANSWERING[kind] as readonly string[]).includes(role)) expect(open().inquiry.id).toBe(id);
      else expect((await thrownBy(open)).status).toBe(404);
    }
    give(db, educator, "coordinator", psesd(db).id);
    give(db, educator, "registrar", psesd(db).id);
    expect((await thrownBy(() => getInboxInquiry(actingAs(db, educator), id))).status).toBe(404);
    expect((await thrownBy(() => getMyInquiry(actingAs(db, coordinator), id))).status).toBe(404);
  },
);
