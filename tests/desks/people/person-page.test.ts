import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { grants } from "#drizzle/schema/grants";
import { providers } from "#drizzle/schema/providers";
import { persons } from "#drizzle/schema/people";
import { getPersonPage } from "~/desks/people/person-page.server";
import { scopeOn } from "~/desks/people/person-scope.server";
import type { GrantRole } from "~/people/roles/role";
import { correctLegalName } from "~/people/persons/person-correction.server";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { loader as personPage } from "~/routes/staff/people.$id";
import { TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import {
  give,
  makeCourse,
  makeOffering,
  makePerson,
  organisationId,
  psesd,
  type TestPerson,
} from "../../support/factories";
import { readingsOf } from "../../support/readings";
import { get, thrownBy } from "../../support/request";
import { makeProvider, makeStaff } from "./staff";

let db: Database;
let person: TestPerson;
let other: string;

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Maya", last: "Okonkwo-Reyes", organisation: "Kent" });
  db.update(persons)
    .set({ preferredName: "May", certificateNumber: "412345B", accessNeeds: "A seat in front" })
    .where(eq(persons.id, person.personId))
    .run();
  other = makeProvider(db);
});

/** Staff with one role each. */
const staff = (role: GrantRole, scopeId: string | null = null) => makeStaff(db, role, scopeId);

/** An offering of the second provider, in which the person has a place. */
function placeElsewhere(values: Parameters<typeof makeOffering>[1] = {}) {
  const courseId = makeCourse(db, { providerId: other, title: "Something of Kent" });
  const offering = makeOffering(db, { ...values, courseId, values: { providerId: other } });
  done(register(actingAs(db, person), { offeringId: offering.id }));
  return offering;
}

async function open(by: TestPerson, id = person.personId) {
  const request = await get(db, `/people/${id}`, by);
  return (await personPage({ request, params: { id }, context: {} })).data;
}

const refused = (by: TestPerson, id?: string) => thrownBy(() => open(by, id));

test("P2 a registrar sees what is of their provider alone, and nothing of others", async () => {
  postCreditFor(db, person, { day: "2026-09-01", title: "Ours" });
  placeElsewhere();
  const page = await open(staff("registrar", psesd(db).id));
  expect(page.name).toBe("Okonkwo-Reyes, Maya (May)");
  expect(page.registrations.rows.map(({ title }) => title)).toEqual(["Ours"]);
  expect(page.claims?.total).toBe(1);
  expect(page.credits).toMatchObject({ total: 1, minutes: 420, rows: [{ title: "Ours", minutes: 420 }] });
  expect(page.record).toMatchObject({ certificateNumber: "412345B", needs: null, contact: { email: person.email } });
  expect(page.administration).toBeNull();
  expect(JSON.stringify(page)).not.toContain("Kent Learning");
  expect(JSON.stringify(page)).not.toContain("Something of Kent");
});

test("P2 a coordinator of the other provider sees the place there, and no hours of ours", async () => {
  postCreditFor(db, person, { day: "2026-09-01", title: "Ours" });
  const coordinator = staff("coordinator", other);
  expect((await refused(coordinator)).status).toBe(404);
  placeElsewhere();
  const page = await open(coordinator);
  expect(page.registrations.rows).toMatchObject([{ title: "Something of Kent", status: "registered" }]);
  expect([page.attendance.total, page.claims?.total, page.credits?.total, page.invoices?.total]).toEqual([0, 0, 0, 0]);
  expect(page.record).toMatchObject({ certificateNumber: null, needs: { access: "A seat in front" } });
  expect(page.mails?.rows.map(({ subject }) => subject)).toEqual([expect.stringContaining("Something of Kent")]);
  expect(JSON.stringify(page)).not.toContain("Ours");
});

test("P2 a facilitator sees who is on their roster, with needs and attendance, without contact or hours", async () => {
  const { facilitator } = postCreditFor(db, person, { day: "2026-09-01", title: "Ours" });
  placeElsewhere();
  const page = await open(facilitator);
  expect(page.registrations.rows.map(({ title }) => title)).toEqual(["Ours"]);
  expect(page.attendance.rows).toMatchObject([{ title: "Ours", tone: "good" }]);
  expect(page.record).toMatchObject({ contact: null, certificateNumber: null, needs: { access: "A seat in front" } });
  expect([page.claims, page.credits, page.documents, page.invoices, page.mails]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(JSON.stringify(page)).not.toContain(person.email);
  const stranger = makePerson(db);
  expect((await refused(facilitator, stranger.personId)).status).toBe(404);
});

test("S1 HR is led to its own page of its own people, and to nobody else's", async () => {
  const there = await refused(staff("hr", organisationId(db, "Kent")));
  expect(there.headers.get("Location")).toBe(`/hr/people/${person.personId}`);
  expect((await refused(staff("hr", organisationId(db, "Highline")))).status).toBe(404);
  const unconfirmed = makePerson(db, { organisation: "Kent", confirmed: false });
  expect((await refused(staff("hr", organisationId(db, "Kent")), unconfirmed.personId)).status).toBe(404);
});

test("P2 several roles see the union: a roster here, the hours of a district's dates there", async () => {
  const { facilitator } = postCreditFor(db, person, { day: "2026-09-01", title: "Ours" });
  give(db, facilitator, "hr", organisationId(db, "Kent"));
  postCreditFor(db, person, { day: "2024-08-01", title: "Before Kent" });
  const page = await open(facilitator);
  expect(page.credits?.rows.map(({ title }) => title)).toEqual(["Ours"]);
  expect(page.registrations.rows.map(({ title }) => title)).toEqual(["Ours"]);
  expect(page.record.certificateNumber).toBe("412345B");
  expect(page.claims).toBeNull();
});

test("an administrator sees all of it, newest first", async () => {
  postCreditFor(db, person, { day: "2026-09-01", title: "Ours" });
  placeElsewhere();
  const page = await open(staff("admin"));
  expect(page.registrations.rows.map(({ title }) => title)).toEqual(["Something of Kent", "Ours"]);
  expect(page.administration).toMatchObject({ grants: [], readers: { rows: expect.any(Array) as unknown[] } });
  expect(page.affiliations).toMatchObject([{ organisation: "Kent" }]);
  expect(readingsOf(db, "person.read")).toMatchObject([{ personIds: [person.personId] }]);
});

test("P2 educators, visitors and former staff find no page; a role that was taken away opens nothing", async () => {
  placeElsewhere();
  expect((await refused(person)).status).toBe(404);
  const coordinator = staff("coordinator", other);
  db.update(grants).set({ revokedAt: TEST_NOW }).where(eq(grants.personId, coordinator.personId)).run();
  expect((await refused(coordinator)).status).toBe(404);
  const visitor = await get(db, "/people/one");
  const sent = await thrownBy(() => personPage({ request: visitor, params: { id: "one" }, context: {} }));
  expect(sent.headers.get("Location")).toBe("/sign-in?next=%2Fpeople%2Fone");
});

test("P2 activity is what somebody sees or did; administrators see all of it, with old and new values", async () => {
  postCreditFor(db, person, { day: "2026-09-01", title: "Ours" });
  placeElsewhere();
  const [registrar, coordinator] = [staff("registrar", psesd(db).id), staff("coordinator", other)];
  done(
    correctLegalName(actingAs(db, registrar), {
      personId: person.personId,
      legalFirst: "Maya",
      legalLast: "Reyes",
      reason: "A divorce",
      typingMistake: false,
    }),
  );
  const whats = async (by: TestPerson) => (await open(by)).activity.rows.map(({ what }) => what);
  expect(await whats(coordinator)).toEqual(["Registered"]);
  expect(await whats(registrar)).toEqual(expect.arrayContaining(["Legal name corrected", "Hours posted"]));
  expect((await open(registrar)).activity.rows.filter(({ what }) => what === "Registered")).toHaveLength(1);
  const { rows } = (await open(staff("admin"))).activity;
  expect(rows.filter(({ what }) => what === "Registered")).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    what: "Legal name corrected",
    details: ["Legal last name: Okonkwo-Reyes → Reyes", "Why: A divorce"],
    who: "Sam registrar",
  });
  expect(JSON.stringify(rows)).not.toContain("person’s page");
});

test("a mail's subject is shown, and never what makes its link work", async () => {
  placeElsewhere();
  const page = await open(staff("admin"));
  expect(JSON.stringify(page.mails)).not.toContain("http");
});

test("the page takes as many statements for twenty rows of each kind as for one, shows the newest twenty, and all when asked", () => {
  const registrar = actingAs(db, staff("registrar", psesd(db).id), { now: TEST_NOW + 400 * 86_400_000 });
  const read = (search = "") =>
    getPersonPage(registrar, person.personId, scopeOn(registrar, person.personId), new URLSearchParams(search));
  postCreditFor(db, person, { day: "2026-09-01" });
  const one = countStatements(db, read);
  for (let i = 2; i <= 22; i++) postCreditFor(db, person, { day: `2026-09-${String(i).padStart(2, "0")}` });
  expect(countStatements(db, read)).toBe(one);
  const page = read();
  for (const { rows, total } of [page.registrations, page.attendance, page.claims!, page.credits!])
    expect([rows.length, total]).toEqual([20, 22]);
  expect(page.credits!.rows[0]!.completedOn).toBe("2026-09-22");
  expect(page.credits!.minutes).toBe(22 * 420);
  const more = read("registrations=all&attendance=all&claims=all&credits=all");
  for (const { rows, total } of [more.registrations, more.attendance, more.claims!, more.credits!])
    expect([rows.length, total]).toEqual([22, 22]);
  expect(db.select().from(providers).all()).toHaveLength(2);
});
