import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { affiliations, persons } from "#drizzle/schema/people";
import { getProfile } from "~/people/persons/profile.server";
import { action, loader } from "~/routes/account/profile";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, organisationId } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

const args = (request: Request) => ({ request, params: {}, context: {} });

const PROFILE = { intent: "profile", legalFirst: "Test", legalLast: "Newname", preferredName: "T." };

test("a profile that is saved comes back, and the old legal name is kept as a former one", async () => {
  const db = useTestDatabase();
  const person = makePerson(db, { last: "Oldname" });
  db.update(persons).set({ createdAt: 0 }).where(eq(persons.id, person.personId)).run();
  const response = await thrownBy(async () => action(args(await post(db, "/profile", PROFILE, person))));
  expect(response.status).toBe(302);
  const profile = getProfile(actingAs(db, person));
  expect(profile.person).toMatchObject({ legalLast: "Newname", preferredName: "T.", certificateNumber: null });
  expect(profile.formerNames.map((row) => row.name)).toEqual(["Test Oldname"]);
});

test("bad values come back with status 400, the value kept and the error at the field", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const bad = { ...PROFILE, legalLast: " ", certificateNumber: "abc 123!" };
  const answer = await action(args(await post(db, "/profile", bad, person)));
  expect(answer.init?.status).toBe(400);
  expect(answer.data.result.initialValue).toMatchObject({ certificateNumber: "abc 123!" });
  expect(Object.keys(answer.data.result.error ?? {})).toEqual(
    expect.arrayContaining(["legalLast", "certificateNumber"]),
  );
  expect(
    db
      .select()
      .from(persons)
      .all()
      .some((row) => row.legalLast === "Newname"),
  ).toBe(false);
});

test("an affiliation that overlaps another of the same organisation is refused", async () => {
  const db = useTestDatabase();
  const person = makePerson(db, { organisation: "Highline", from: "2024-09-01" });
  const again = {
    intent: "affiliation",
    organisationId: organisationId(db, "Highline"),
    roleKind: "teacher",
    fromDate: "2025-01-01",
  };
  const answer = await action(args(await post(db, "/profile", again, person)));
  expect(answer.init?.status).toBe(409);
  const elsewhere = { ...again, organisationId: organisationId(db, "Kent") };
  expect((await thrownBy(async () => action(args(await post(db, "/profile", elsewhere, person))))).status).toBe(302);
  expect(db.select().from(affiliations).all()).toHaveLength(2);
});

test("a visitor is sent to sign in and back", async () => {
  const db = useTestDatabase();
  const response = await thrownBy(async () => loader(args(await get(db, "/profile?tab=names"))));
  expect(response.headers.get("Location")).toBe("/sign-in?next=%2Fprofile%3Ftab%3Dnames");
});
