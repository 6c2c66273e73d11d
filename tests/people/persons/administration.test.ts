import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { affiliations, organisations, persons } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { auditEntries } from "#drizzle/schema/platform";
import { allPeopleSource } from "~/people/persons/all-people-list.server";
import type { Database } from "~/platform/database/database.server";
import { loader as organisationsPage } from "~/routes/admin/_index";
import { loader as jobsPage } from "~/routes/admin/jobs";
import { loader as messagePage } from "~/routes/admin/mail.$id";
import { loader as mailPage } from "~/routes/admin/mail._index";
import { action as editOrganisation, loader as organisationPage } from "~/routes/admin/organizations.$id";
import { action as newOrganisation, loader as newOrganisationPage } from "~/routes/admin/organizations.new";
import { loader as earlierPersonPage } from "~/routes/admin/people.$id";
import { loader as peoplePage } from "~/routes/admin/people._index";
import { action as newPerson, loader as newPersonPage } from "~/routes/admin/people.new";
import { action as personAction, loader as personPage } from "~/routes/staff/people.$id";
import { readingsOf } from "../../support/readings";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import {
  affiliate,
  give,
  joinCooperative,
  makeOffering,
  makePerson,
  organisationId,
  psesd,
  type TestPerson,
} from "../../support/factories";
import { get, pageOfList, post, thrownBy } from "../../support/request";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db, { first: "Ada", last: "Min" });
  give(db, admin, "admin");
});

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });
const send = async (
  action: (given: ReturnType<typeof args>) => unknown,
  values: Record<string, string>,
  id = "",
  who = admin,
) => action(args(await post(db, "/admin", values, who), { id }));
const liveGrants = (personId: string) =>
  db
    .select()
    .from(grants)
    .where(and(eq(grants.personId, personId), isNull(grants.revokedAt)))
    .all();

test("P2 the desk is for administrators only", async () => {
  const hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Kent"));
  const pages = [
    organisationsPage,
    jobsPage,
    mailPage,
    messagePage,
    organisationPage,
    newOrganisationPage,
    earlierPersonPage,
    peoplePage,
    newPersonPage,
  ];
  for (const page of pages) {
    const request = await get(db, "/admin", hr);
    expect((await thrownBy(() => page(args(request, { id: hr.personId })))).status).toBe(403);
  }
  for (const action of [newOrganisation, editOrganisation, newPerson]) {
    expect((await thrownBy(() => send(action, {}, admin.personId, hr))).status).toBe(403);
  }
});

test("an organization is added with its code as text, and changed", async () => {
  const values = { intent: "save", name: "Example Charter", code: "01234", kind: "charter", county: "King" };
  expect((await thrownBy(() => send(newOrganisation, values))).headers.get("Location")).toBe("/admin");
  const row = db.select().from(organisations).where(eq(organisations.name, "Example Charter")).get()!;
  expect(row).toMatchObject({ code: "01234", billingAddress: null });
  const billing = { billingName: "Accounts payable", billingAddress: "1 Sample Way\r\nRenton" };
  await thrownBy(() => send(editOrganisation, { ...values, county: "Pierce", ...billing }, row.id));
  expect(db.select().from(organisations).where(eq(organisations.id, row.id)).get()).toMatchObject({
    county: "Pierce",
    billingName: "Accounts payable",
  });
  const audits = db.select().from(auditEntries).where(eq(auditEntries.subjectId, row.id)).all();
  expect(audits.map((entry) => entry.action)).toEqual(["organisation.added", "organisation.updated"]);
  expect(audits[1]!.detail).toMatchObject({ changes: { county: ["King", "Pierce"] } });
});

test("an organization that nothing refers to is deleted; one that people work for stays", async () => {
  const id = organisationId(db, "Kent");
  makePerson(db, { organisation: "Kent" });
  const remove = (which: string) => send(editOrganisation, { intent: "delete-organization" }, which);
  const stays = (await remove(id)) as { data: { result: { error: Record<string, string[]> } } };
  expect(stays.data.result.error[""]![0]).toMatch(/^People, offerings or records refer/);
  joinCooperative(db, "Renton");
  const unused = organisationId(db, "Renton");
  expect((await thrownBy(() => remove(unused))).status).toBe(302);
  expect(db.select().from(organisations).where(eq(organisations.id, unused)).all()).toEqual([]);
  expect(db.select().from(organisations).where(eq(organisations.id, id)).all()).toHaveLength(1);
});

test("a code or name that is taken or no code comes back at its field", async () => {
  const base = { intent: "save", name: "Another", kind: "charter" };
  const at = async (values: Record<string, string>) => {
    const answer = (await send(newOrganisation, values)) as {
      data: { result: { error: object } };
      init: { status: number };
    };
    return [answer.init.status, ...Object.keys(answer.data.result.error)];
  };
  expect(await at({ ...base, code: "17401" })).toEqual([409, "code"]);
  expect(await at({ ...base, name: "Highline" })).toEqual([409, "name"]);
  expect(await at({ ...base, code: "1740" })).toEqual([400, "code"]);
  expect(await at({ intent: "save" })).toEqual([400, "name", "kind"]);
});

test("R8 a person is entered without an account, with where they work", async () => {
  const values = { legalFirst: "Noa", legalLast: "Count", email: "Noa@Test.example" };
  const place = {
    organisationId: organisationId(db, "Kent"),
    roleKind: "esa",
    employeeId: "007",
    fromDate: "2026-09-01",
  };
  const there = await thrownBy(() => send(newPerson, { ...values, ...place }));
  const person = db.select().from(persons).where(eq(persons.email, "noa@test.example")).get()!;
  expect(there.headers.get("Location")).toBe(`/people/${person.id}`);
  expect(db.select().from(affiliations).where(eq(affiliations.personId, person.id)).get()).toMatchObject({
    employeeId: "007",
    roleKind: "esa",
  });
  expect(await send(newPerson, values)).toMatchObject({
    init: { status: 409 },
    data: { result: { error: { email: [expect.any(String)] } } },
  });
  expect(
    await send(newPerson, { legalFirst: "A", legalLast: "B", organisationId: place.organisationId }),
  ).toMatchObject({
    init: { status: 400 },
    data: { result: { error: { roleKind: [expect.any(String)], fromDate: [expect.any(String)] } } },
  });
});

test.each<[string, Record<string, string>, Record<string, string>]>([
  ["admin", {}, {}],
  ["registrar", { providerId: "psesd" }, { providerId: "psesd" }],
  ["hr", { organisationId: "kent" }, { organisationId: "kent" }],
  ["facilitator", { inServiceNumber: "number" }, { offeringId: "offering" }],
])("P2 a grant of the role %s names exactly what it is for", async (role, values, expected) => {
  const offering = makeOffering(db);
  const known: Record<string, string> = {
    psesd: psesd(db).id,
    kent: organisationId(db, "Kent"),
    number: offering.inServiceNumber!,
    offering: offering.id,
  };
  const real = (given: Record<string, string>) =>
    Object.fromEntries(Object.entries(given).map(([key, name]) => [key, known[name]!]));
  const person = makePerson(db);
  await thrownBy(() => send(personAction, { intent: "grant", role, ...real(values) }, person.personId));
  const [granted] = liveGrants(person.personId);
  expect(granted).toMatchObject({ role, providerId: null, offeringId: null, organisationId: null, ...real(expected) });

  await thrownBy(() => send(personAction, { intent: "revoke", grantId: granted!.id }, person.personId));
  expect(liveGrants(person.personId)).toEqual([]);
});

test("a role without what it is for, or for what does not exist, is not granted", async () => {
  const person = makePerson(db);
  const grant = (values: Record<string, string>) => send(personAction, { intent: "grant", ...values }, person.personId);
  expect(await grant({ role: "hr" })).toMatchObject({ init: { status: 400 } });
  expect(await grant({ role: "facilitator", inServiceNumber: "none" })).toMatchObject({ init: { status: 409 } });
  expect(liveGrants(person.personId)).toEqual([]);
  const [mine] = liveGrants(admin.personId);
  const last = await send(personAction, { intent: "revoke", grantId: mine!.id }, admin.personId);
  expect(last).toMatchObject({ init: { status: 409 } });
  expect(liveGrants(admin.personId)).toHaveLength(1);
});

test("people are found by parts of names and addresses", async () => {
  const wanted = makePerson(db, { first: "Wren", last: "Wanted", organisation: "Kent" });
  const find = async (q: string) => (await peoplePage(args(await get(db, `/admin/people?q=${q}`, admin)))).rows;
  expect(await find("wan+wr")).toMatchObject([
    { id: wanted.personId, name: "Wanted, Wren", places: ["Kent"], account: "ready", roles: [] },
  ]);
  expect(await find(wanted.email)).toHaveLength(1);
  expect(await find("nobody")).toEqual([]);
});

test("the list of everybody takes as many statements for 30 people as for one", () => {
  const ctx = actingAs(db, admin);
  const count = () => countStatements(db, () => pageOfList((search) => allPeopleSource(ctx, search)));
  const one = count();
  for (let i = 1; i < 30; i++) makePerson(db, { organisation: "Kent" });
  expect(count()).toBe(one);
});

test("P5 a look at a person is in the audit log; an unknown one is a 404", async () => {
  const person = makePerson(db);
  const page = async (id: string) => (await personPage(args(await get(db, `/people/${id}`, admin), { id }))).data;
  await page(person.personId);
  expect(readingsOf(db, "person.read")).toMatchObject([{ actorId: admin.personId, personIds: [person.personId] }]);
  expect((await page(person.personId)).administration?.readers.rows).toMatchObject([
    { readerName: admin.name, what: "The person’s page" },
  ]);
  expect((await thrownBy(() => page("nobody"))).status).toBe(404);
  const earlier = await thrownBy(async () =>
    earlierPersonPage(args(await get(db, "/admin/people/one", admin), { id: "one" })),
  );
  expect(earlier.headers.get("Location")).toBe("/people/one");
});

test("an administrator confirms, disowns and takes back where somebody works; each is audited", async () => {
  const person = makePerson(db);
  const id = affiliate(db, person, { organisation: "Kent", confirmed: false });
  const state = () => db.select().from(affiliations).where(eq(affiliations.id, id)).get()!;
  const say = (intent: string) => thrownBy(() => send(personAction, { intent, affiliation: id }, person.personId));
  const listed = () =>
    pageOfList((search) => allPeopleSource(actingAs(db, admin), search), `q=${person.email}`).rows[0]!.places;
  expect(listed()).toEqual(["Kent (not confirmed)"]);
  expect((await say("confirm")).status).toBe(302);
  expect(state()).toMatchObject({ confirmedBy: admin.personId, disownedAt: null });
  expect(listed()).toEqual(["Kent"]);
  await say("take-back");
  expect(state()).toMatchObject({ confirmedAt: null, confirmedBy: null });
  await say("disown");
  expect(state()).toMatchObject({ confirmedAt: null, disownedBy: admin.personId });
  expect(listed()).toEqual([]);
  const audited = db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).all();
  expect(audited.map(({ action, personId }) => [action, personId])).toEqual([
    ["affiliation.confirmed", person.personId],
    ["affiliation.answer-withdrawn", person.personId],
    ["affiliation.disowned", person.personId],
  ]);
  const again = await send(personAction, { intent: "confirm", affiliation: id }, person.personId);
  expect(JSON.stringify(again)).toContain("Somebody has said this already");
  const unknown = thrownBy(() => send(personAction, { intent: "confirm", affiliation: "nothing" }, person.personId));
  expect((await unknown).status).toBe(404);
});

test("an administrator does not confirm where they work themselves", async () => {
  const id = affiliate(db, admin, { organisation: "Kent", confirmed: false });
  const answer = await send(personAction, { intent: "confirm", affiliation: id }, admin.personId);
  expect(JSON.stringify(answer)).toContain("own workplace");
  expect(db.select().from(affiliations).get()!.confirmedAt).toBeNull();
});
