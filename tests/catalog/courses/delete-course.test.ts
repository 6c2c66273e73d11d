import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { courseAudiences, courses } from "#drizzle/schema/catalog";
import { coursePrerequisites, courseQuestions } from "#drizzle/schema/course-terms";
import { auditEntries } from "#drizzle/schema/platform";
import { deleteCourse } from "~/catalog/courses/delete-course.server";
import type { Database } from "~/platform/database/database.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makeCourse, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";

let db: Database;
let cora: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  cora = makePerson(db);
  give(db, cora, "coordinator", psesd(db).id);
});
const acting = () => actingAs(db, cora, { scopeIds: [psesd(db).id] });
const isThere = (id: string) => db.select().from(courses).where(eq(courses.id, id)).get() !== undefined;

test("a draft goes with its questions, audiences and prerequisites; the audit log keeps that it was there", () => {
  const first = makeCourse(db);
  const id = makeCourse(db, { state: "draft", title: "Number talks" });
  db.insert(coursePrerequisites).values({ courseId: id, prerequisiteId: first }).run();
  db.insert(courseAudiences).values({ courseId: id, audience: "teacher" }).run();
  db.insert(courseQuestions)
    .values({ id: "q", courseId: id, position: 1, kind: "text", prompt: "Grade?", choices: [], required: false })
    .run();
  expect(deleteCourse(acting(), id)).toEqual({ ok: true, value: { title: "Number talks" } });
  expect([isThere(id), isThere(first)]).toEqual([false, true]);
  expect(db.select().from(courseQuestions).all()).toEqual([]);
  expect(db.select().from(auditEntries).where(eq(auditEntries.action, "course.deleted")).get()).toMatchObject({
    subjectId: id,
    detail: { title: "Number talks" },
  });
});

test("what was offered, is published, or is asked for by another course stays; so does another provider's", () => {
  const offered = makeCourse(db, { state: "draft" });
  makeOffering(db, { courseId: offered });
  expect(deleteCourse(acting(), offered)).toMatchObject({ ok: false, reason: "course-offered" });
  const published = makeCourse(db);
  expect(deleteCourse(acting(), published)).toMatchObject({ ok: false, reason: "not-possible-now" });
  const asked = makeCourse(db, { state: "draft" });
  db.insert(coursePrerequisites).values({ courseId: published, prerequisiteId: asked }).run();
  expect(deleteCourse(acting(), asked)).toMatchObject({ ok: false, reason: "course-asked-for" });
  const mine = makeCourse(db, { state: "draft" });
  expect(deleteCourse(actingAs(db, cora, { scopeIds: [] }), mine)).toMatchObject({ reason: "unknown-course" });
  expect([offered, published, asked, mine].map(isThere)).toEqual([true, true, true, true]);
});
