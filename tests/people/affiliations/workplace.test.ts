import { expect, test } from "vitest";
import { workplaceInWords } from "~/people/affiliations/workplace";
import { findWorkplaceOn, lacksWorkplace, listWorkplacesOn } from "~/people/affiliations/workplace.server";
import { affiliations } from "#drizzle/schema/people";
import { TEST_NOW } from "../../support/clock";
import { countStatements, useTestDatabase } from "../../support/database";
import { affiliate, makePerson } from "../../support/factories";

test("S1 where somebody worked on a day: confirmed before unconfirmed, never what was disowned", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  expect(lacksWorkplace(db, person.personId)).toBe(true);
  expect(findWorkplaceOn(db, person.personId, "2027-03-09")).toBeNull();
  affiliate(db, person, { organisation: "Kent", confirmed: false });
  db.update(affiliations).set({ disownedAt: TEST_NOW }).run();
  expect(lacksWorkplace(db, person.personId)).toBe(true);
  affiliate(db, person, { organisation: "Renton", from: "2027-01-01", confirmed: false });
  expect(lacksWorkplace(db, person.personId)).toBe(false);
  expect(findWorkplaceOn(db, person.personId, "2027-03-09")).toEqual({ organisation: "Renton", confirmed: false });
  affiliate(db, person, { organisation: "Highline", from: "2027-02-01" });
  expect(findWorkplaceOn(db, person.personId, "2027-03-09")).toEqual({ organisation: "Highline", confirmed: true });
  expect(findWorkplaceOn(db, person.personId, "2027-01-15")).toEqual({ organisation: "Renton", confirmed: false });
  expect(findWorkplaceOn(db, person.personId, "2026-12-31")).toBeNull();
});

test("many people's days are looked up in one statement, in their order", () => {
  const db = useTestDatabase();
  const [one, other] = [makePerson(db, { organisation: "Kent" }), makePerson(db)];
  const asked = [one, other, one].map(({ personId }, index) => ({ personId, day: `202${6 + index}-09-01` }));
  expect(countStatements(db, () => listWorkplacesOn(db, asked))).toBe(1);
  expect(listWorkplacesOn(db, asked).map(workplaceInWords)).toEqual(["Kent", "None: no HR sees these hours", "Kent"]);
  expect(workplaceInWords({ organisation: "Kent", confirmed: false })).toBe("Kent, not confirmed yet");
});
