import { expect, test } from "vitest";
import { listMappedPages } from "~/desks/public/sitemap.server";
import { courses, offerings } from "#drizzle/schema/catalog";
import { eq } from "drizzle-orm";
import { TEST_NOW } from "../../support/clock";
import { useTestDatabase } from "../../support/database";
import { makeCourse, makeOffering } from "../../support/factories";

test("the map has published courses and their offerings to come, and nothing that is not public", () => {
  const db = useTestDatabase();
  const shown = makeCourse(db, { title: "Shown" });
  const draft = makeCourse(db, { title: "Draft" });
  db.update(courses).set({ state: "draft" }).where(eq(courses.id, draft)).run();
  const coming = makeOffering(db, { courseId: shown });
  const past = makeOffering(db, { courseId: shown });
  db.update(offerings)
    .set({ startsAt: TEST_NOW - 1 })
    .where(eq(offerings.id, past.id))
    .run();
  const hidden = makeOffering(db, { courseId: draft });
  db.update(offerings).set({ state: "draft" }).where(eq(offerings.id, hidden.id)).run();
  const paths = listMappedPages(db, TEST_NOW).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["/", "/catalog", `/courses/${shown}`, `/offerings/${coming.id}`]));
  for (const path of [`/courses/${draft}`, `/offerings/${past.id}`, `/offerings/${hidden.id}`])
    expect(paths).not.toContain(path);
});
