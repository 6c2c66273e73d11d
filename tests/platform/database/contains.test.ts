import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { contains } from "~/platform/database/contains.server";
import { makePerson } from "../../support/factories";
import { useTestDatabase } from "../../support/database";

test.each([
  ["ee_o", ["Lee_Ong"]],
  ["EE_O", ["Lee_Ong"]],
  ["%", ["100%"]],
  ["\\", []],
  ["ong", ["LeeXOng", "Lee_Ong"]],
])("%s is looked for as it stands", (characters, expected) => {
  const db = useTestDatabase();
  for (const last of ["Lee_Ong", "LeeXOng", "100%"]) makePerson(db, { last });
  const found = db
    .select({ last: persons.legalLast })
    .from(persons)
    .where(contains(persons.legalLast, characters))
    .all();
  expect(found.map(({ last }) => last).sort()).toEqual(expected);
});
