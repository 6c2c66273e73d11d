import { expect, test } from "vitest";
import { registrations } from "#drizzle/schema/registration";
import { loader as courseLoader } from "~/routes/public/courses.$id";
import { loader as offeringLoader } from "~/routes/public/offerings.$id._index";
import { action as registerAction, loader as registerLoader } from "~/routes/educator/offerings.$id.register";
import { action as registrationAction, loader as registrationLoader } from "~/routes/educator/registrations.$id";
import { useTestDatabase } from "../support/database";
import { makeCourse, makeOffering, makePerson } from "../support/factories";
import { get, post, thrownBy } from "../support/request";

const args = (request: Request, id: string) => ({ request, params: { id }, context: {} });

test("a visitor reads a course and an offering, but neither the claim code nor the link to join", async () => {
  const db = useTestDatabase();
  const offering = makeOffering(db, { values: { link: "https://meet.example/secret" } });
  const course = await courseLoader(args(await get(db, "/"), offering.courseId));
  expect(course.data.offerings.map(({ id }) => id)).toEqual([offering.id]);
  const { data } = await offeringLoader(args(await get(db, "/"), offering.id));
  expect(data).toMatchObject({ eligibility: { window: "open" }, signedIn: false, mine: null, feeCents: 2100 });
  expect(data.sessions.map(({ countableMinutes }) => countableMinutes)).toEqual([420]);
  const shown = JSON.stringify([course.data, data]);
  expect(shown).not.toContain(offering.claimCode);
  expect(shown).not.toContain("meet.example");
});

test("what is not public yet is 404", async () => {
  const db = useTestDatabase();
  const draft = makeCourse(db, { state: "draft" });
  const approved = makeOffering(db, { values: { state: "approved", claimCode: null, publishedAt: null } });
  const request = await get(db, "/");
  expect((await thrownBy(() => courseLoader(args(request, draft)))).status).toBe(404);
  expect((await thrownBy(() => offeringLoader(args(request, approved.id)))).status).toBe(404);
  expect((await thrownBy(() => offeringLoader(args(request, "nothing")))).status).toBe(404);
});

test("R5 opening the page to register changes nothing; posting it gives the seat", async () => {
  const db = useTestDatabase();
  const offering = makeOffering(db);
  const person = makePerson(db);
  const path = `/offerings/${offering.id}/register`;
  await registerLoader(args(await get(db, path, person), offering.id));
  expect(db.select().from(registrations).all()).toEqual([]);
  const sent = await thrownBy(async () => registerAction(args(await post(db, path, {}, person), offering.id)));
  const [registration] = db.select().from(registrations).all();
  expect(registration).toMatchObject({ personId: person.personId, status: "registered" });
  expect(sent.headers.get("Location")).toBe(`/registrations/${registration!.id}`);
});

test("a refusal to register is said in words, with status 409", async () => {
  const db = useTestDatabase();
  const offering = makeOffering(db, { capacity: 1, waitlistLimit: 0 });
  const path = `/offerings/${offering.id}/register`;
  const send = async () => registerAction(args(await post(db, path, {}, makePerson(db)), offering.id));
  await thrownBy(send);
  const answer = await send();
  expect(answer.init?.status).toBe(409);
  expect(answer.data.result.error?.[""]?.[0]).toContain("Every seat");
});

test("P2 somebody else's registration is 404, to read and to withdraw", async () => {
  const db = useTestDatabase();
  const offering = makeOffering(db);
  const [owner, stranger] = [makePerson(db), makePerson(db)];
  await thrownBy(async () => registerAction(args(await post(db, "/", {}, owner), offering.id)));
  const { id } = db.select().from(registrations).get()!;
  const read = await get(db, "/", stranger);
  expect((await thrownBy(() => registrationLoader(args(read, id)))).status).toBe(404);
  const change = await post(db, "/", { intent: "withdraw" }, stranger);
  expect((await thrownBy(() => registrationAction(args(change, id)))).status).toBe(404);
  const mine = await registrationLoader(args(await get(db, "/", owner), id));
  expect(mine.data.changes.map(({ toStatus }) => toStatus)).toEqual(["registered"]);
  await thrownBy(async () => registrationAction(args(await post(db, "/", { intent: "withdraw" }, owner), id)));
  expect(db.select().from(registrations).get()!.status).toBe("withdrawn");
});
