import { beforeEach, expect, test } from "vitest";
import { instructors } from "#drizzle/schema/catalog";
import { instructorEntries } from "#drizzle/schema/proposals";
import {
  addInstructor,
  changeInstructor,
  getInstructorEntry,
  listProposedInstructors,
  listUnlistedInstructors,
} from "~/catalog/instructors/instructor-entry.server";
import { instructorSource } from "~/catalog/instructors/instructor-list.server";
import { offeringForm } from "~/catalog/offerings/offering-form";
import { toOfferingInput } from "~/catalog/offerings/offering-input.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { writeListCsv } from "~/platform/lists/list-csv.server";
import { readList } from "~/platform/lists/list-page.server";
import { ZONE } from "../../support/clock";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";

let db: Database;
let ctx: ScopedContext;
let providerId: string;
let ida: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  providerId = psesd(db).id;
  const cora = makePerson(db);
  give(db, cora, "coordinator", providerId);
  ctx = actingAs(db, cora, { scopeIds: [providerId] });
  ida = makePerson(db, { first: "Ida", last: "Wells" });
});
const add = (name: string, more: { email?: string; qualifications?: string } = {}) =>
  addInstructor(ctx, { providerId, name, email: more.email ?? null, qualifications: more.qualifications ?? null });
const teach = (name: string, offeringId = makeOffering(db).id) =>
  db.insert(instructors).values({ id: newId(), offeringId, name, qualifications: "MEd", personId: ida.personId }).run();

const FORM = {
  intent: "save",
  modality: "in-person",
  place: "Hall",
  capacity: "30",
  price: "0.00",
  sessions: [{ date: "2027-03-09", startTime: "08:00", endTime: "16:00" }],
};
const inputOf = (rows: object[]) =>
  done(toOfferingInput(db, offeringForm.parse({ ...FORM, instructors: rows }), { providerId, timeZone: ZONE }))
    .instructors;

test("who is in the list brings address and qualifications along; what is typed goes first", () => {
  done(add("Ida Wells", { email: ida.email, qualifications: "National Board certified" }));
  const known = { personId: ida.personId, name: "ida wells", qualifications: "National Board certified" };
  expect(inputOf([{ name: "ida wells" }])).toEqual([known]);
  expect(inputOf([{ name: "Ida Wells", qualifications: "PhD" }])[0]).toMatchObject({ qualifications: "PhD" });
  expect(inputOf([{ name: "Guest" }])).toEqual([{ personId: null, name: "Guest", qualifications: undefined }]);
});

test("one is added once, changed, retired and comes back, with its history", () => {
  const id = done(add("Ida Wells"));
  expect(add("IDA WELLS")).toMatchObject({ reason: "name-taken" });
  expect(add("Somebody", { email: "nobody@test.example" })).toMatchObject({ reason: "unknown-address" });
  const save = { intent: "save-instructor", name: "Ida B. Wells", email: ida.email, qualifications: "MEd" } as const;
  done(changeInstructor(ctx, id, save));
  done(changeInstructor(ctx, id, { intent: "retire" }));
  expect(listProposedInstructors(db, providerId)).toEqual([]);
  done(changeInstructor(ctx, id, { intent: "restore" }));
  expect(listProposedInstructors(db, providerId)).toEqual([
    { name: "Ida B. Wells", email: ida.email, qualifications: "MEd" },
  ]);
  expect(getInstructorEntry(ctx, id).history.map(({ what }) => what)).toEqual([
    "Proposed again",
    "Retired",
    `Changed: name from “Ida Wells” to “Ida B. Wells”; email “${ida.email}”; qualifications “MEd”`,
    "Added: name “Ida Wells”",
  ]);
});

test("who taught stays on record; nobody else does", () => {
  const [taught, unused] = [done(add("Ida Wells")), done(add("Unused"))];
  teach("ida wells");
  expect(getInstructorEntry(ctx, taught).uses).toBe(1);
  expect(changeInstructor(ctx, taught, { intent: "delete-instructor" })).toMatchObject({ reason: "instructor-used" });
  done(changeInstructor(ctx, unused, { intent: "delete-instructor" }));
  expect(db.select().from(instructorEntries).all()).toHaveLength(1);
});

test("who taught without being in the list is proposed once, with what is known", () => {
  teach("New Face");
  teach("NEW FACE");
  expect(listUnlistedInstructors(ctx)).toEqual({
    total: 1,
    rows: [{ providerId, name: "New Face", email: ida.email, qualifications: "MEd", offerings: 2 }],
  });
  done(add("New Face"));
  expect(listUnlistedInstructors(ctx).total).toBe(0);
});

test("who is proposed is counted, not cut in silence", () => {
  for (let each = 0; each < 14; each++) teach(`New Face ${each}`);
  const shown = (all?: boolean) => {
    const { rows, total } = listUnlistedInstructors(ctx, all);
    return [rows.length, total];
  };
  expect(shown()).toEqual([10, 14]);
  expect(shown(true)).toEqual([14, 14]);
});

test("another provider's are not there, whatever is asked", () => {
  const id = done(add("Ida Wells"));
  const elsewhere: ScopedContext = { ...ctx, scopeIds: ["another"] };
  expect(() => getInstructorEntry(elsewhere, id)).toThrow();
  expect(changeInstructor(elsewhere, id, { intent: "retire" })).toMatchObject({ reason: "unknown-instructor" });
  const input = { providerId, name: "Another", email: null, qualifications: null };
  expect(addInstructor(elsewhere, input)).toMatchObject({ reason: "unknown-provider" });
  expect(listUnlistedInstructors(elsewhere)).toEqual({ rows: [], total: 0 });
  expect(readList(instructorSource(elsewhere), new URLSearchParams()).total).toBe(0);
});

test("the list shows what each taught, is filtered, sorted and taken away, by as many statements for many", () => {
  done(add("Ida Wells", { email: ida.email }));
  teach("Ida Wells");
  const read = () => readList(instructorSource(ctx), new URLSearchParams("sort=-offerings"));
  const few = countStatements(db, read);
  for (let number = 0; number < 30; number++) done(add(`Guest ${number}`));
  expect(countStatements(db, read)).toBe(few);
  expect(read().rows[0]).toMatchObject({ name: "Ida Wells", taught: 1 });
  const asked = (query: string) =>
    readList(instructorSource(ctx), new URLSearchParams(query)).rows.map(({ name }) => name);
  expect(asked("q=wells")).toEqual(["Ida Wells"]);
  expect(asked("state=retired")).toEqual([]);
  expect(asked(`provider=${providerId}&q=guest+17`)).toEqual(["Guest 17"]);
  expect(writeListCsv(instructorSource(ctx), new URLSearchParams("q=wells")).csv).toContain("Ida Wells");
});
