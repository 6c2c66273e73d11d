import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { insertMark } from "~/attendance/marks/mark-rows.server";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { undoLastTap } from "~/attendance/marks/undo.server";
import { getRoster } from "~/attendance/roster/roster.server";
import { addWalkIn, matchWalkIn } from "~/attendance/walk-ins/walk-in.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { changeMany } from "~/desks/coordinator/people/bulk-change.server";
import { summarizeNeeds } from "~/desks/coordinator/people/needs-summary.server";
import { listDistrictsHere, offeringPeopleSource } from "~/desks/coordinator/people/offering-people-list.server";
import { runPeopleAction } from "~/desks/coordinator/people/people-action.server";
import { newId } from "~/platform/ids";
import { writeListCsv } from "~/platform/lists/list-csv.server";
import { readList } from "~/platform/lists/list-page.server";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { register } from "~/registration/seats/registration.server";
import { MINUTE } from "../../../support/clock";
import { actingAs, useTestDatabase } from "../../../support/database";
import { done } from "../../../support/done";
import { give, makeCourse, makeOffering, makePerson, psesd } from "../../../support/factories";
import { messagesOf } from "../../../support/outbox";

function setUp() {
  const db = useTestDatabase();
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  const staff = actingAs(db, coordinator, { scopeIds: [psesd(db).id] });
  const facilitator = makePerson(db, { first: "Fay", last: "Cilitator" });
  const courseId = makeCourse(db);
  const made = makeOffering(db, { courseId, capacity: 2, instructor: facilitator });
  // Somebody of another offering of the course, who is nobody here.
  const elsewhere = makeOffering(db, { courseId });
  done(register(actingAs(db, makePerson(db, { last: "Elsewhere" })), { offeringId: elsewhere.id }));
  const people = [
    makePerson(db, { first: "Ana", last: "Đinh", organisation: "Kent" }),
    makePerson(db, { first: "Bo", last: "Alder", organisation: "Renton" }),
    makePerson(db, { first: "Cy", last: "Zimmer", organisation: "Kent" }),
  ];
  const ids = people.map((person) => done(register(actingAs(db, person), { offeringId: made.id })).id);
  const offering = getOffering(db, made.id);
  const source = () => offeringPeopleSource(staff, offering);
  const names = (query: string) => readList(source(), new URLSearchParams(query)).rows.map(({ sortName }) => sortName);
  const statusOf = (id: string) => db.select().from(registrations).where(eq(registrations.id, id)).get()!.status;
  return { db, staff, facilitator, courseId, made, offering, people, ids, source, names, statusOf };
}

test("who comes stands first by name, then the queue; names are found without accents, districts by their day", () => {
  const { staff, offering, names } = setUp();
  expect(names("")).toEqual(["Alder, Bo", "Đinh, Ana", "Zimmer, Cy"]);
  expect(names("q=dinh")).toEqual(["Đinh, Ana"]);
  expect(names("status=waitlisted")).toEqual(["Zimmer, Cy"]);
  expect(names("status=live&sort=-name")).toEqual(["Zimmer, Cy", "Đinh, Ana", "Alder, Bo"]);
  const districts = listDistrictsHere(staff, offering);
  expect(districts.map(({ label }) => label)).toEqual(["Kent", "Renton"]);
  expect(names(`district=${districts[0]!.value}`)).toEqual(["Đinh, Ana", "Zimmer, Cy"]);
});

test("needs and sessions attended stand in the list and in its file", () => {
  const { db, facilitator, made, people, source, names } = setUp();
  db.update(persons).set({ dietaryNeeds: "Vegetarian" }).where(eq(persons.id, people[0]!.personId)).run();
  expect(names("needs=1")).toEqual(["Đinh, Ana"]);
  expect(summarizeNeeds(db, made.id)).toEqual({ expected: 2, dietary: [{ need: "Vegetarian", count: 1 }], access: [] });
  const now = made.startsAt + MINUTE;
  const mark = { sessionId: made.sessions[0]!.id, deviceTime: now, nonce: newId() };
  done(markAllPresent(actingAs(db, facilitator, { now }), mark));
  const { csv } = writeListCsv(
    source(),
    new URLSearchParams("q=dinh&cols=district&cols=needs&cols=attendance&cols=actions"),
  );
  expect(csv.replace("\ufeff", "").trim().split("\r\n")).toEqual([
    '"Name","District","Needs and answers","Sessions attended"',
    '"Đinh, Ana","Kent","Vegetarian",1',
  ]);
});

test("sessions attended: a void mark, a self check-in and an undone absence count as on the roster, a walk-in's as the person's", () => {
  const { db, facilitator, made, people, ids, source } = setUp();
  const ctx = actingAs(db, facilitator, { now: made.startsAt + MINUTE });
  const sent = () => ({ sessionId: made.sessions[0]!.id, deviceTime: ctx.now, nonce: newId() });
  const attended = (registration = ids[0]) =>
    readList(source(), new URLSearchParams("")).rows.find(({ id }) => id === registration)!.attended;
  const insert = (values: object) =>
    db.transaction((tx) =>
      insertMark(tx, ctx, {
        ...sent(),
        personId: people[0]!.personId,
        at: ctx.now,
        kind: "in",
        method: "roster",
        ...values,
      }),
    );
  insert({ method: "self" });
  expect(attended()).toBe(0);
  insert({});
  expect(attended()).toBe(1);
  insert({ kind: "absent" });
  expect(attended()).toBe(0);
  done(undoLastTap(ctx, sent()));
  expect(attended()).toBe(0);
  insert({});
  expect(attended()).toBe(1);

  done(addWalkIn(ctx, { ...sent(), name: "Bo" }));
  done(
    matchWalkIn(ctx, {
      walkInId: getRoster(ctx, made.sessions[0]!.id).walkIns[0]!.personId,
      personId: people[1]!.personId,
    }),
  );
  expect(attended(ids[1])).toBe(1);
});

test("many are withdrawn at once, each told; who cannot be keeps nobody back", () => {
  const { db, staff, made, ids, statusOf } = setUp();
  const foreign = done(register(actingAs(db, makePerson(db)), { offeringId: makeOffering(db).id })).id;
  const outcome = changeMany(staff, {
    offeringId: made.id,
    registrationIds: [ids[0]!, foreign, ids[0]!],
    reason: "Snow",
  });
  expect(outcome.done).toBe(1);
  expect(outcome.refused).toHaveLength(1);
  expect([statusOf(ids[0]!), statusOf(foreign)]).toEqual(["withdrawn", "registered"]);
  expect(messagesOf(db, "withdrawn")).toHaveLength(1);
});

test("many are moved to other dates as long as there are seats", () => {
  const { db, staff, courseId, made, ids, statusOf } = setUp();
  const other = makeOffering(db, { courseId, capacity: 1 });
  const change = { offeringId: made.id, registrationIds: ids.slice(0, 2), reason: "Snow", toOfferingId: other.id };
  expect(changeMany(staff, change)).toMatchObject({ done: 1, refused: [expect.stringContaining("1 person")] });
  expect(ids.slice(0, 2).map(statusOf).sort()).toEqual(["registered", "withdrawn"]);
});

test("writing to those who are chosen leads to the message with them, and everything that matches is chosen by the server", () => {
  const { staff, offering, people, ids, source } = setUp();
  const search = new URLSearchParams("status=waitlisted");
  const answer = runPeopleAction(staff, offering, { intent: "write", matching: "1" }, search);
  expect(answer).toEqual({
    ok: true,
    to: `/facilitator/offerings/${offering.id}/message?person=${people[2]!.personId}`,
  });
  expect(listMatchingIds(source(), search)).toEqual([ids[2]]);
  expect(runPeopleAction(staff, offering, { intent: "write" }, search)).toMatchObject({ ok: false });
});
