import { expect, test } from "vitest";
import { loader } from "~/routes/coordinator/courses.$id";
import { useTestDatabase } from "../../support/database";
import { give, makeCourse, makeOffering, makePerson, psesd } from "../../support/factories";
import { get } from "../../support/request";

test("a course's offerings are counted, not cut in silence, and more of them are shown to whoever asks", async () => {
  const db = useTestDatabase();
  const cora = makePerson(db);
  give(db, cora, "coordinator", psesd(db).id);
  const courseId = makeCourse(db);
  for (let each = 0; each < 104; each++) makeOffering(db, { courseId });
  makeOffering(db);
  const open = async (search: string) => {
    const request = await get(db, `/coordinator/courses/${courseId}${search}`, cora);
    const { rows, total } = (await loader({ request, params: { id: courseId }, context: {} })).data.offerings;
    return [rows.length, total];
  };
  expect(await open("")).toEqual([100, 104]);
  expect(await open("?offerings=all")).toEqual([104, 104]);
});
