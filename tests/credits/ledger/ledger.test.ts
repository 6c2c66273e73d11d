import { expect, test } from "vitest";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { at } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { countStatements, useTestDatabase } from "../../support/database";
import { makePerson } from "../../support/factories";

test("T7 of a corrected credit only the newest version counts", () => {
  const db = useTestDatabase();
  const person = makePerson(db, { organisation: "Highline" });
  const { creditId } = postCreditFor(db, person);
  const corrected = correctCreditRow(db, creditId, 390, at("2027-04-01T09:00"));
  expect(listCurrentCredits(db, person.personId)).toMatchObject([
    { id: corrected, version: 2, minutes: 390, snapshot: { minutes: 390 } },
  ]);
});

test("credits come by completion date, within both ends of a period, and by topic", () => {
  const db = useTestDatabase();
  const person = makePerson(db, { organisation: "Highline" });
  postCreditFor(db, makePerson(db, { organisation: "Kent" }));
  for (const day of ["2027-03-09", "2026-11-02", "2027-01-15"]) {
    const designations = day === "2027-01-15" ? [{ designation: "STEM" as const, minutes: 60 }] : [];
    postCreditFor(db, person, { day, designations });
  }
  const days = (filter: Parameters<typeof listCurrentCredits>[2]) =>
    listCurrentCredits(db, person.personId, filter).map((credit) => credit.completedOn);
  expect(days({})).toEqual(["2026-11-02", "2027-01-15", "2027-03-09"]);
  expect(days({ from: "2026-11-02", to: "2027-01-15" })).toEqual(["2026-11-02", "2027-01-15"]);
  expect(days({ from: "2026-11-03" })).toEqual(["2027-01-15", "2027-03-09"]);
  expect(days({ designation: "STEM" })).toEqual(["2027-01-15"]);
  expect(countStatements(db, () => listCurrentCredits(db, person.personId))).toBe(1);
});
