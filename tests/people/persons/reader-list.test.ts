import { expect, test } from "vitest";
import { flushReadings, recordReading } from "~/platform/audit/reading-log.server";
import { listReaders } from "~/people/persons/reader-list.server";
import { loader } from "~/routes/staff/people.$id";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson } from "../../support/factories";
import { get } from "../../support/request";

test("P5 a person's readers are counted, not cut in silence, and more of them are shown to whoever asks", async () => {
  const db = useTestDatabase();
  const [admin, person, other] = [makePerson(db), makePerson(db), makePerson(db)];
  give(db, admin, "admin");
  const look = (personId: string, subjectId: string) =>
    recordReading(actingAs(db, admin), { action: "roster.read", subjectId, personIds: [personId] });
  for (let each = 0; each < 130; each++) look(person.personId, `s${each}`);
  look(other.personId, "of somebody else");
  flushReadings();
  const shown = (all?: boolean) => {
    const { rows, total } = listReaders(db, person.personId, all);
    return [rows.length, total];
  };
  expect(shown()).toEqual([100, 130]);
  expect(shown(true)).toEqual([130, 130]);
  const open = async (search: string) => {
    const request = await get(db, `/people/${person.personId}${search}`, admin);
    const { data } = await loader({ request, params: { id: person.personId }, context: {} });
    return data.administration!.readers.rows.length;
  };
  expect(await open("?view=activity")).toBe(100);
  flushReadings();
  expect(await open("?view=activity&readers=all")).toBeGreaterThan(130);
});
