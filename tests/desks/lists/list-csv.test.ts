import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { flushReadings } from "~/platform/audit/reading-log.server";
import { loader } from "~/routes/staff/lists.$name";
import { useTestDatabaseFile } from "../../support/database";
import { copyRow } from "../../support/copies";
import { give, makePerson } from "../../support/factories";
import { readingsOf } from "../../support/readings";
import { get } from "../../support/request";

test("a long list is written beside the pages: every row, whose reading is noted, and nobody waits for it", async () => {
  const db = useTestDatabaseFile();
  const admin = makePerson(db);
  give(db, admin, "admin", null);
  const one = makePerson(db, { first: "Ada", last: "Ames" });
  copyRow(db, { table: "persons", id: one.personId, times: 3_000 }, () => ({ email: null, certificate_number: null }));
  const name = "people";
  const request = await get(db, `/lists/${name}.csv?sort=name&cols=email`, admin);
  let turns = 0;
  const others = setInterval(() => turns++, 5);
  const answer = await loader({ request, params: { name: `${name}.csv` }, context: {} });
  clearInterval(others);
  const lines = (await answer.text()).trim().split("\r\n");
  expect(answer.headers.get("Content-Disposition")).toContain("people.csv");
  const everybody = db.select({ id: persons.id }).from(persons).all();
  expect(lines).toHaveLength(everybody.length + 1);
  expect(lines.filter((line) => line.startsWith('"Ames, Ada"'))).toHaveLength(3_001);
  flushReadings();
  const read = readingsOf(db, "people.searched").flatMap(({ personIds }) => personIds);
  expect(new Set(read)).toEqual(new Set(everybody.map(({ id }) => id)));
  // Reading alone takes longer than that; on the pages' own thread there would be one turn, or none.
  expect(turns).toBeGreaterThan(5);
});
