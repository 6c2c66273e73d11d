import { globSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { formerNames, persons } from "#drizzle/schema/people";
import { allPeopleSource } from "~/people/persons/all-people-list.server";
import { BY_NAME, byLikeness, isNamedBy } from "~/people/persons/person-names.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { actingAs, listStatements, useTestDatabase } from "../../support/database";
import { give, makePerson, type TestPerson } from "../../support/factories";
import { pageOfList } from "../../support/request";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db, { first: "Ada", last: "Min" });
  give(db, admin, "admin");
});

const everybody = (q: string) =>
  pageOfList((search) => allPeopleSource(actingAs(db, admin), search), new URLSearchParams({ q }).toString());
const find = (q: string) => everybody(q).rows.map(({ name }) => name);

test.each([
  "dinh",
  "Đinh",
  "DINH hồng",
  "hong dinh",
  "Dinh, Hong",
  "inh ong",
  "đ",
  "o'brien",
  "O’Brien",
  "obrien",
  "o brien",
  "brien",
  "vandyke",
  "van dyke",
  "lukasz",
  "Ł",
])("%s finds who is meant", (q) => {
  for (const [first, last] of [
    ["Hồng", "Đinh"],
    ["Łukasz", "Weiß"],
    ["Sean", "O'Brien"],
    ["Jo", "Van Dyke"],
  ]) {
    makePerson(db, { first, last });
  }
  const expected: [RegExp, string][] = [
    [/brien|^o/i, "O'Brien, Sean"],
    [/dyke/i, "Van Dyke, Jo"],
    [/^(lukasz|ł)$/i, "Weiß, Łukasz"],
    [/./, "Đinh, Hồng"],
  ];
  expect(find(q)).toContain(expected.find(([typed]) => typed.test(q))![1]);
});

test("a name with a blank is found by the one without, and the other way round", () => {
  makePerson(db, { first: "Mary", last: "O Brien" });
  makePerson(db, { first: "Sean", last: "OBrien" });
  for (const q of ["obrien", "o brien", "O’Brien"]) expect(find(q)).toEqual(["O Brien, Mary", "OBrien, Sean"]);
});

test("every word must be found; nothing typed finds everybody, signs alone nobody", () => {
  makePerson(db, { first: "Hồng", last: "Đinh" });
  expect(find("dinh maya")).toEqual([]);
  expect(find("dinh a b c d e f g")).toEqual([]);
  expect(find("  ").length).toBeGreaterThan(1);
  for (const q of ["%", "_", "'", '"', "\0", "(*)", "--", "*"]) expect(find(q)).toEqual([]);
  expect(find('dinh" OR names:"')).toEqual([]);
  expect(find("hồng\0đinh")).toEqual(["Đinh, Hồng"]);
  expect(find("x".repeat(100_000))).toEqual([]);
});

test("former names and addresses are searched only by whom they are for", () => {
  const person = makePerson(db, { first: "Maya", last: "Reyes" });
  db.insert(formerNames).values({ id: newId(), personId: person.personId, name: "Maya Størmer", recordedAt: 1 }).run();
  db.update(persons).set({ email: "secret-box@kent.example" }).where(eq(persons.id, person.personId)).run();
  const counts = (typed: string) =>
    (["names", "former", "address"] as const).map(
      (part) =>
        db
          .select()
          .from(persons)
          .where(isNamedBy(persons.id, typed, [part]))
          .all().length,
    );
  expect(counts("stormer")).toEqual([0, 1, 0]);
  expect(counts("secret-box@kent.example")).toEqual([0, 0, 1]);
  expect(counts("reyes")).toEqual([1, 0, 0]);
  expect(find("secretbox reyes størmer")).toEqual(["Reyes, Maya"]);
});

test("lists of people sort Đ with D and Á with A, namesakes always alike", () => {
  const lasts = ["Zorn", "Đinh", "Álvarez", "dean", "Dinh", "Øst", "Ott", "Alva", "Dinh"];
  for (const last of lasts) makePerson(db, { first: "Q", last });
  const found = db
    .select()
    .from(persons)
    .where(isNamedBy(persons.id, "q", ["names"]))
    .orderBy(...BY_NAME);
  expect(found.all().map(({ legalLast }) => legalLast)).toEqual([
    "Alva",
    "Álvarez",
    "dean",
    "Đinh",
    "Dinh",
    "Dinh",
    "Øst",
    "Ott",
    "Zorn",
  ]);
});

test("whole names come before those that begin so, and these before those that it is part of", () => {
  for (const last of ["Abng", "Ngô", "Nguyễn", "Zzng", "Ng"]) makePerson(db, { first: "Q", last });
  const found = db
    .select()
    .from(persons)
    .where(isNamedBy(persons.id, "ng q", ["names"]))
    .orderBy(...byLikeness(persons.id, "ng q"));
  expect(found.all().map(({ legalLast }) => legalLast)).toEqual(["Ng", "Ngô", "Nguyễn", "Abng", "Zzng"]);
});

test("words of three letters use the index, and the number of statements does not grow with people or words", () => {
  const statements = (q: string) => listStatements(db, () => everybody(q));
  const few = statements("per").length;
  for (let i = 0; i < 30; i++) makePerson(db);
  expect(statements("per son test").length).toBe(few);
  const query = db
    .select()
    .from(persons)
    .where(isNamedBy(persons.id, "person", ["names"]))
    .toSQL();
  const plan = db.$client.prepare(`explain query plan ${query.sql}`).all(...query.params) as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join("\n")).toMatch(/person_search VIRTUAL TABLE INDEX/);
  expect(plan.map(({ detail }) => detail).join("\n")).not.toMatch(/SCAN person(s|_names)\b/);
});

test("no list of people is sorted by the names as they are written", () => {
  const inJavaScript = /localeCompare|\.(sort|toSorted)\([^;]*?\b(name|sortName|legalLast)\b/;
  const own = globSync("app/**/*.{ts,tsx}").filter((file) => {
    const source = readFileSync(file, "utf8");
    return inJavaScript.test(source) || /\b(asc|desc|orderBy)\(persons\.(legal|preferred)/.test(source);
  });
  expect(own).toEqual([]);
});
