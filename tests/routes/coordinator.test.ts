import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { courses, offerings } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { insertProvider } from "#seed/reference";
import { inTransaction } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { action, loader } from "~/routes/coordinator/offerings.$id";
import { loader as peopleLoader } from "~/routes/coordinator/offerings.$id_.people";
import { loader as courseLoader } from "~/routes/coordinator/courses.$id";
import { action as createAction, loader as newLoader } from "~/routes/coordinator/offerings.new";
import { loader as listLoader } from "~/routes/coordinator/_index";
import { readingsOf } from "../support/readings";
import { actingAs, systemContext, useTestDatabase } from "../support/database";
import { give, makeCourse, makeOffering, makePerson, psesd } from "../support/factories";
import { get, post, thrownBy } from "../support/request";

/** A coordinator of PSESD, and one of a partner, each with an offering. */
function twoProviders() {
  const db = useTestDatabase();
  const ours = makeOffering(db);
  const otherId = inTransaction(db, (tx) =>
    insertProvider(tx, systemContext(db), {
      organisationName: "Highline",
      name: "Highline",
      shortName: "HSD",
      address: null,
      designeeName: null,
      designeeTitle: null,
      policies: [],
    }),
  );
  const theirs = makeOffering(db, { values: { providerId: otherId } });
  db.update(courses).set({ providerId: otherId }).where(eq(courses.id, theirs.courseId)).run();
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  return { db, ours, theirs, coordinator };
}

test("P2 the offerings, courses and forms of another provider are 404, to read and to change", async () => {
  const { db, theirs, coordinator } = twoProviders();
  const path = `/coordinator/offerings/${theirs.id}`;
  const args = { params: { id: theirs.id }, context: {} };
  const read = await get(db, path, coordinator);
  expect((await thrownBy(() => loader({ request: read, ...args }))).status).toBe(404);
  const change = await post(db, path, { intent: "cancel", reason: "Because." }, coordinator);
  expect((await thrownBy(() => action({ request: change, ...args }))).status).toBe(404);
  expect(db.select().from(offerings).where(eq(offerings.id, theirs.id)).get()!.state).toBe("published");
  const course = { request: read, params: { id: theirs.courseId }, context: {} };
  expect((await thrownBy(() => courseLoader(course))).status).toBe(404);
  const fresh = await get(db, `/coordinator/offerings/new?course=${theirs.courseId}`, coordinator);
  expect((await thrownBy(() => newLoader({ request: fresh, params: {}, context: {} }))).status).toBe(404);
});

test("P2 the list holds the offerings of one's own providers only", async () => {
  const { db, ours, coordinator } = twoProviders();
  expect(db.select().from(providers).all().length).toBe(2);
  const request = await get(db, "/coordinator?when=all", coordinator);
  const { data } = await listLoader({ request, params: {}, context: {} });
  expect(data.rows.map(({ id }) => id)).toEqual([ours.id]);
});

test("the desk is for coordinators: others get 403, visitors sign in first", async () => {
  const { db } = twoProviders();
  const request = await get(db, "/coordinator", makePerson(db));
  expect((await thrownBy(() => listLoader({ request, params: {}, context: {} }))).status).toBe(403);
  const visitor = await get(db, "/coordinator");
  const sent = await thrownBy(() => listLoader({ request: visitor, params: {}, context: {} }));
  expect(sent.headers.get("Location")).toBe("/sign-in?next=%2Fcoordinator");
});

test("P5 reading who registered is in the audit log", async () => {
  const { db, ours, coordinator } = twoProviders();
  const person = makePerson(db);
  register(actingAs(db, person), { offeringId: ours.id });
  const request = await get(db, `/coordinator/offerings/${ours.id}/people`, coordinator);
  await peopleLoader({ request, params: { id: ours.id }, context: {} });
  expect(readingsOf(db, "registrations.read")).toEqual([
    { subjectId: ours.id, actorId: coordinator.personId, personIds: [person.personId] },
  ]);
});

const FORM = {
  intent: "save",
  modality: "in-person",
  place: "Example Hall",
  capacity: "20",
  price: "45.00",
  "sessions[0].date": "2027-03-08",
  "sessions[0].startTime": "16:00",
  "sessions[0].endTime": "18:00",
  "sessions[0].pauses[0].kind": "meal",
  "sessions[0].pauses[0].start": "",
  "sessions[0].pauses[0].end": "",
};

test("the form of a new offering adds and repeats sessions without saving, then saves them all", async () => {
  const { db, coordinator } = twoProviders();
  const path = `/coordinator/offerings/new?course=${makeCourse(db)}`;
  const before = db.select().from(offerings).all().length;
  const send = async (values: Record<string, string>) =>
    createAction({ request: await post(db, path, { ...FORM, ...values }, coordinator), params: {}, context: {} });
  const answer = await send({ intent: "repeat-session", repeatTimes: "2", repeatEvery: "7" });
  if (!("rows" in answer)) throw new Error("no rows came back");
  const dates = answer.rows.draft.sessions.map(({ date, startTime }) => `${date} ${startTime}`);
  expect(dates).toEqual(["2027-03-08 16:00", "2027-03-15 16:00", "2027-03-22 16:00"]);
  expect(answer.rows).toMatchObject({ focus: "sessions[1].date", draft: { place: "Example Hall", price: "45.00" } });
  expect(db.select().from(offerings).all().length).toBe(before);
  const saved = await thrownBy(() => send({}));
  expect(saved.headers.get("Location")).toMatch(/^\/coordinator\/offerings\//);
  expect(db.select().from(offerings).where(eq(offerings.state, "draft")).get()).toMatchObject({
    capacity: 20,
    priceCents: 4500,
  });
});

test("wrong values come back with the form, at their fields, with status 400", async () => {
  const { db, coordinator } = twoProviders();
  const path = `/coordinator/offerings/new?course=${makeCourse(db)}`;
  const request = await post(db, path, { ...FORM, capacity: "many", "sessions[0].date": "2027-02-30" }, coordinator);
  const answer = await createAction({ request, params: {}, context: {} });
  if (!("init" in answer)) throw new Error("the form was taken");
  expect(answer.init?.status).toBe(400);
  expect(Object.keys(answer.data.result.error ?? {}).sort()).toEqual(["capacity", "sessions[0].date"]);
  expect(answer.data.result.initialValue).toMatchObject({ place: "Example Hall", capacity: "many" });
});
