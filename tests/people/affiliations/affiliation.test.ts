import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { affiliations } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { endMyAffiliation } from "~/hr/confirming/affiliation-correction.server";
import { affiliationStateOf, describeAffiliationState } from "~/people/affiliations/affiliation-state";
import { addPerson } from "~/people/persons/person-admin.server";
import type { Database } from "~/platform/database/database.server";
import { action, loader } from "~/routes/account/profile";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db);
});

const args = (request: Request) => ({ request, params: {}, context: {} });
const send = async (values: Record<string, string>) => action(args(await post(db, "/profile", values, person)));
const declaring = (values: Record<string, string> = {}) => ({
  intent: "affiliation",
  organisationId: organisationId(db, "Highline"),
  roleKind: "teacher",
  fromDate: "2019-09-01",
  ...values,
});
const rowsOf = (personId: string) =>
  db.select().from(affiliations).where(eq(affiliations.personId, personId)).orderBy(affiliations.id).all();

test("an affiliation is confirmed, disowned or neither, in words for whoever reads it", () => {
  expect(affiliationStateOf({ confirmedAt: 1, disownedAt: null })).toBe("confirmed");
  expect(affiliationStateOf({ confirmedAt: null, disownedAt: 1 })).toBe("disowned");
  expect(affiliationStateOf({ confirmedAt: null, disownedAt: null })).toBe("unconfirmed");
  expect(describeAffiliationState("unconfirmed", "Highline")).toBe("Waiting for Highline’s HR to confirm");
});

test("what a person says of themselves waits to be confirmed, and their profile says so", async () => {
  expect((await thrownBy(() => send(declaring()))).status).toBe(302);
  expect(rowsOf(person.personId)).toMatchObject([{ confirmedAt: null, confirmedBy: null, disownedAt: null }]);
  const page = (await loader(args(await get(db, "/profile", person)))).data;
  expect(page.affiliations.map(affiliationStateOf)).toEqual(["unconfirmed"]);
  expect(db.select().from(auditEntries).where(eq(auditEntries.action, "affiliation.added")).get()).toMatchObject({
    actorId: person.personId,
    personId: person.personId,
    detail: { confirmed: false },
  });
});

test("what an administrator enters is confirmed by that", () => {
  const admin = makePerson(db);
  give(db, admin, "admin");
  const added = addPerson(actingAs(db, admin), {
    legalFirst: "New",
    legalLast: "Hire",
    organisationId: organisationId(db, "Kent"),
    roleKind: "teacher",
    employeeId: "7",
    fromDate: "2026-09-01",
  });
  if (!added.ok) throw new Error(added.reason);
  expect(rowsOf(added.value)).toMatchObject([{ confirmedAt: TEST_NOW, confirmedBy: admin.personId }]);
});

test("who leaves keeps what was confirmed; days that they add to it wait to be confirmed anew", async () => {
  const id = affiliate(db, person, { organisation: "Highline" });
  expect(
    (await thrownBy(() => send({ intent: "end-affiliation", affiliationId: id, toDate: "2026-06-30" }))).status,
  ).toBe(302);
  expect(rowsOf(person.personId)).toMatchObject([{ toDate: "2026-06-30", confirmedAt: TEST_NOW }]);
  expect(endMyAffiliation(actingAs(db, person), { affiliationId: id, toDate: "2026-06-29" }).ok).toBe(true);
  expect(rowsOf(person.personId)).toMatchObject([{ toDate: "2026-06-29", confirmedAt: TEST_NOW }]);
  await thrownBy(() => send({ intent: "end-affiliation", affiliationId: id, toDate: "2026-07-01" }));
  expect(rowsOf(person.personId)).toMatchObject([{ toDate: "2026-07-01", confirmedAt: null }]);
  await thrownBy(() => send(declaring({ fromDate: "2026-07-02" })));
  expect(rowsOf(person.personId).map(affiliationStateOf)).toEqual(["unconfirmed", "unconfirmed"]);
});

test("days that wait or are confirmed cannot be said twice; what was disowned can be said anew", async () => {
  await thrownBy(() => send(declaring()));
  expect((await send(declaring({ fromDate: "2020-09-01" }))).init?.status).toBe(409);
  db.update(affiliations).set({ disownedAt: TEST_NOW }).run();
  expect((await thrownBy(() => send(declaring({ fromDate: "2020-09-01" })))).status).toBe(302);
  expect(rowsOf(person.personId).map(affiliationStateOf)).toEqual(["disowned", "unconfirmed"]);
});
