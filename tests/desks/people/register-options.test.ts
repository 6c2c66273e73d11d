import { expect, test } from "vitest";
import { listRegisterOptions } from "~/desks/people/register-options.server";
import { TEST_NOW } from "../../support/clock";
import { useTestDatabase } from "../../support/database";
import { makeCourse, makeOffering, makePerson, psesd } from "../../support/factories";

test("the offerings that somebody can be registered for are counted, not cut in silence", () => {
  const db = useTestDatabase();
  const courseId = makeCourse(db);
  for (let each = 0; each < 205; each++) makeOffering(db, { courseId });
  const { personId } = makePerson(db);
  const { rows, total } = listRegisterOptions(db, { personId, providerIds: [psesd(db).id], now: TEST_NOW });
  expect([rows.length, total]).toEqual([200, 205]);
});
