import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { audiences, courseAudiences } from "#drizzle/schema/catalog";
import {
  canHaveAudiences,
  changeAudience,
  changeAudiences,
  getAudience,
  listAudienceOptions,
  listAudiences,
  listPublicAudiences,
} from "~/catalog/audiences/audience.server";
import { createCourse, findScopedCourse, writeCourse } from "~/catalog/courses/course.server";
import { judgeEligibility } from "~/registration/seats/eligibility.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { ROLE_KINDS } from "~/people/roles/role";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeCourse, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";

type Audience = typeof audiences.$inferSelect;

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
});
const ctx = () => actingAs(db, admin);
const add = (name: string, roleKinds: ("teacher" | "other" | "paraeducator")[]) =>
  changeAudiences(ctx(), { intent: "add-audience", name, roleKinds });
const names = () => listAudienceOptions(db).map(({ label }) => label);

test("every kind of work is an audience from the beginning", () => {
  expect(listAudiences(db).map(({ code, roleKinds }) => [code, roleKinds])).toEqual(
    ROLE_KINDS.map((kind) => [kind, [kind]]),
  );
});

test("one is added, moved, changed and retired, with its history; a name is there once", () => {
  expect(done(add("Support staff", ["other"]))).toBe("Support staff was added.");
  expect(add("Support staff", ["other"])).toMatchObject({ reason: "name-taken" });
  expect(names().at(-1)).toBe("Support staff");
  done(changeAudiences(ctx(), { intent: "move-up", code: "support-staff" }));
  expect(names().at(-2)).toBe("Support staff");
  expect(changeAudiences(ctx(), { intent: "move-up", code: "none" })).toMatchObject({ reason: "unknown-audience" });
  const save = (name: string) =>
    changeAudience(ctx(), "support-staff", { intent: "save-audience", name, roleKinds: ["other", "paraeducator"] });
  expect(save("Teacher")).toMatchObject({ reason: "name-taken" });
  done(save("Classified staff"));
  done(changeAudience(ctx(), "support-staff", { intent: "retire" }));
  expect(names()).not.toContain("Classified staff");
  done(changeAudience(ctx(), "support-staff", { intent: "restore" }));
  expect(getAudience(ctx(), "support-staff").history.map(({ what }) => what)).toEqual([
    "Restored",
    "Retired",
    "Changed: name from “Support staff” to “Classified staff”; who is meant from Other staff to Other staff, Paraeducator",
    "Moved: place in the order from 6 to 5",
    "Added: name “Support staff”; who is meant Other staff",
  ]);
});

test("what a course is for stays on record, and is kept by it after it was retired", () => {
  done(add("Support staff", ["other"]));
  const cora = makePerson(db);
  const scoped = actingAs(db, cora, { scopeIds: [psesd(db).id] });
  const input = {
    programArea: "science",
    title: "T",
    summary: "S",
    description: "D",
    objectives: ["o"],
    standards: "N",
  };
  const given = { ...input, designations: [], audiences: ["support-staff"] };
  const { id } = done(createCourse(scoped, { ...given, providerId: psesd(db).id }));
  expect(changeAudience(ctx(), "support-staff", { intent: "delete-audience" })).toMatchObject({
    reason: "audience-used",
  });
  done(changeAudience(ctx(), "support-staff", { intent: "retire" }));
  const write = (courseId: string, codes: string[]) =>
    inTransaction(db, (tx) => writeCourse(tx, scoped, { ...given, audiences: codes, courseId }));
  expect(write(id, ["support-staff", "teacher"])).toMatchObject({ ok: true });
  expect(listPublicAudiences(db).map(({ value }) => value)).toContain("support-staff");
  const other = makeCourse(db);
  expect(write(other, ["support-staff"])).toMatchObject({ reason: "unknown-audience" });
  expect(createCourse(scoped, { ...given, audiences: ["nobody"], providerId: psesd(db).id })).toMatchObject({
    reason: "unknown-audience",
  });
  expect(canHaveAudiences(db, ["support-staff"], ["support-staff"])).toBe(true);
  expect(findScopedCourse(db, scoped, id)?.title).toBe("T");
});

test("nobody's can be deleted, and is gone", () => {
  done(add("Support staff", ["other"]));
  expect(done(changeAudience(ctx(), "support-staff", { intent: "delete-audience" }))).toBe("Support staff is deleted.");
  expect(db.select().from(audiences).where(eq(audiences.code, "support-staff")).get()).toBeUndefined();
  expect(changeAudience(ctx(), "support-staff", { intent: "retire" })).toMatchObject({ reason: "unknown-audience" });
});

test("whom an audience means decides who may register, from the moment it is saved", () => {
  done(add("Support staff", ["other"]));
  const offering = makeOffering(db, { values: { audienceOnly: true } });
  db.insert(courseAudiences).values({ courseId: offering.courseId, audience: "support-staff" }).run();
  const para = makePerson(db, { organisation: "Kent", roleKind: "paraeducator" });
  const isOutside = () => judgeEligibility(db, TEST_NOW, getOffering(db, offering.id), para.personId).outsideAudience;
  expect(isOutside()).toBe(true);
  expect(getAudience(ctx(), "support-staff")).toMatchObject({ courses: 1, closed: 1 });
  const wider = { name: "Support staff", roleKinds: ["other", "paraeducator"] } satisfies Partial<Audience>;
  done(changeAudience(ctx(), "support-staff", { intent: "save-audience", ...wider }));
  expect(isOutside()).toBe(false);
});
