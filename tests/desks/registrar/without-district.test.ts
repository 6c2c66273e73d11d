import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { outboxMessages } from "#drizzle/schema/messages";
import { affiliations } from "#drizzle/schema/people";
import { withoutDistrictSource } from "~/desks/registrar/credit-list.server";
import { askForWorkplaces } from "~/desks/registrar/without-district.server";
import { countPostable } from "~/desks/registrar/postable.server";
import { queueSource } from "~/desks/registrar/queue-list.server";
import { getScopedClaim } from "~/desks/registrar/scoped-claim.server";
import type { Database } from "~/platform/database/database.server";
import { action as claimAction, loader as claimPage } from "~/routes/educator/claims.$id";
import { makeClaim } from "../../support/billing";
import { at, DAY, setClock } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { get, pageOfList, post, thrownBy } from "../../support/request";

const NOW = at("2027-04-01T09:00");

let db: Database;
let person: TestPerson;
let registrar: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  [person, registrar] = [makePerson(db, { last: "Nowhere" }), makePerson(db)];
  give(db, registrar, "registrar", psesd(db).id);
});

const staff = (now = NOW) => actingAs(db, registrar, { now, scopeIds: [psesd(db).id] });
const listed = () =>
  pageOfList(() => withoutDistrictSource(staff())).rows.map(({ name, workplace }) => [name, workplace]);
const asked = () => db.select().from(outboxMessages).where(eq(outboxMessages.kind, "workplace-missing")).all();

test("S1 posted hours that no HR sees stand on a list until a confirmed workplace holds the day", () => {
  const { creditId } = postCreditFor(db, person, { day: "2027-03-09" });
  postCreditFor(db, makePerson(db, { organisation: "Kent" }), { day: "2027-03-10" });
  expect(listed()).toEqual([["Nowhere, Test", null]]);
  const id = affiliate(db, person, { organisation: "Highline", from: "2026-09-01", confirmed: false });
  expect(listed()).toEqual([["Nowhere, Test", { organisation: "Highline", confirmed: false }]]);
  db.update(affiliations).set({ confirmedAt: NOW }).where(eq(affiliations.id, id)).run();
  expect(listed()).toEqual([]);
  expect(askForWorkplaces(staff(), [creditId])).toMatchObject({ reason: "nobody-to-ask" });
});

test("people are asked where they worked, once a day for a credit, and only those of one's own providers", () => {
  const { creditId } = postCreditFor(db, person);
  expect(done(askForWorkplaces(staff(), [creditId, creditId]))).toBe(1);
  expect(askForWorkplaces(staff(), [creditId])).toMatchObject({ reason: "nobody-to-ask" });
  expect(done(askForWorkplaces(staff(NOW + DAY), [creditId]))).toBe(1);
  expect(asked().map(({ recipient }) => recipient)).toEqual([person.email, person.email]);
  const elsewhere = actingAs(db, registrar, { now: NOW + 2 * DAY, scopeIds: ["another"] });
  expect(askForWorkplaces(elsewhere, [creditId])).toMatchObject({ reason: "nobody-to-ask" });
});

test("the registrar sees before posting whether hours will reach a district, whatever the number of claims", () => {
  const claim = makeClaim(db, { person, status: "settled" });
  const other = makeClaim(db, { person: makePerson(db, { organisation: "Kent" }), status: "settled" });
  const queue = (query = "") => pageOfList((search) => queueSource(staff(), search), query).rows;
  const places = new Map(queue().map(({ id, workplace }) => [id, workplace]));
  expect(places.get(claim.id)).toBeNull();
  expect(places.get(other.id)).toEqual({ organisation: "Kent", confirmed: true });
  expect(countPostable(db, [claim.id, other.id])).toEqual({ postable: 2, withoutDistrict: 1 });
  expect(queue("district=none")).toMatchObject([{ id: claim.id }]);
  expect(queue(`district=${organisationId(db, "Kent")}`)).toMatchObject([{ id: other.id }]);
  expect(queue(`district=${organisationId(db, "Highline")}`)).toEqual([]);
  expect(getScopedClaim(staff(), claim.id)).toMatchObject({ workplace: null, completedOn: "2027-03-09" });
  const few = countStatements(db, () => queue());
  for (let each = 0; each < 20; each++) makeClaim(db, { status: "settled" });
  expect(countStatements(db, () => queue())).toBe(few);
});

test("S1 a claim asks where the person worked if nobody has said so, and takes “none of these” for an answer", async () => {
  setClock(NOW);
  const claim = makeClaim(db, { person });
  db.update(claims).set({ status: "open", requestedMinutes: null }).where(eq(claims.id, claim.id)).run();
  const args = (request: Request) => ({ request, params: { id: claim.id }, context: {} });
  const send = async (values: Record<string, string>) =>
    claimAction(
      args(await post(db, `/claims/${claim.id}`, { intent: "claim", hours: "7", affidavit: "on", ...values }, person)),
    );
  const loaded = (await claimPage(args(await get(db, `/claims/${claim.id}`, person)))).data;
  expect(loaded.workplace).toBeNull();
  expect(loaded.organisations.length).toBeGreaterThan(20);
  const unanswered = await send({});
  expect(unanswered.init?.status).toBe(400);
  expect(JSON.stringify(unanswered.data)).toContain("Say where you work, or choose “None of these”.");
  const kent = { "workplace.organisationId": organisationId(db, "Kent"), "workplace.roleKind": "teacher" };
  expect(JSON.stringify((await send(kent)).data)).toContain("Enter your first day there.");
  const late = await send({ ...kent, "workplace.fromDate": "2027-03-20" });
  expect(JSON.stringify(late.data)).toContain("do not hold the day");
  expect(claim.read().status).toBe("open");
  expect(db.select().from(affiliations).all()).toEqual([]);
  expect((await thrownBy(() => send({ ...kent, "workplace.fromDate": "2026-09-01" }))).status).toBe(302);
  expect(db.select().from(affiliations).all()).toMatchObject([
    { personId: person.personId, fromDate: "2026-09-01", confirmedAt: null },
  ]);
  expect(claim.read()).toMatchObject({ requestedMinutes: 420 });
  const other = makeClaim(db, { person: makePerson(db) });
  db.update(claims).set({ status: "open", requestedMinutes: null }).where(eq(claims.id, other.id)).run();
  const none = await post(
    db,
    `/claims/${other.id}`,
    { intent: "claim", hours: "7", affidavit: "on", "workplace.organisationId": "none" },
    other.person,
  );
  const answer = await thrownBy(() => claimAction({ request: none, params: { id: other.id }, context: {} }));
  expect(answer.status).toBe(302);
});
