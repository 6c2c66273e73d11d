import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { FENCES } from "#drizzle/fences";
import { formerNames, namesToFold, personNames, persons } from "#drizzle/schema/people";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { upgradeDatabase } from "~/platform/database/upgrade.server";
import { newId } from "~/platform/ids";
import { unpackBefore } from "../../drizzle/before";
import { useTestDatabase } from "../../support/database";

function fileOfTest(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-folding-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, "hourbook.sqlite");
}

function add(db: Database, name: { legalFirst: string; legalLast: string; preferredName?: string; email?: string }) {
  const id = newId();
  db.insert(persons)
    .values({ id, ...name, createdAt: 1, updatedAt: 1 })
    .run();
  return id;
}

function foldedOf(db: Database, personId: string) {
  const { names, former, address } = personNames;
  const kept = db.select({ names, former, address }).from(personNames).where(eq(personNames.personId, personId)).get();
  const person = db.select({ sortName: persons.sortName }).from(persons).where(eq(persons.id, personId)).get();
  return kept && { ...kept, ...person };
}

const hits = (db: Database, expression: string) =>
  db.$client.prepare("select count(*) from person_search where person_search match ?").pluck().get(expression);

test("a name is folded in the statement that writes it, whichever that is", () => {
  const db = useTestDatabase();
  const id = add(db, { legalFirst: "Hồng", legalLast: "Đinh", email: "h.dinh@kent.example" });
  expect(foldedOf(db, id)).toEqual({
    names: "dinh hong",
    former: "",
    address: "hdinh@kentexample",
    sortName: "dinh  hong",
  });
  db.update(persons).set({ legalLast: "Łuk", preferredName: "Zoé" }).where(eq(persons.id, id)).run();
  db.insert(formerNames)
    .values([
      { id: newId(), personId: id, name: "Hồng Đinh", recordedAt: 1 },
      { id: newId(), personId: id, name: "Hồng O’Brien", recordedAt: 2 },
    ])
    .onConflictDoNothing()
    .run();
  db.run(sql`update or ignore persons set email = null where id = ${id}`);
  expect(foldedOf(db, id)).toMatchObject({ names: "luk hong zoe", address: "", sortName: "luk  hong" });
  expect(foldedOf(db, id)!.former).toContain("hong dinh");
  expect([hits(db, '"dinh"'), hits(db, '"luk"'), hits(db, '"kent"')]).toEqual([1, 1, 0]);
  db.delete(formerNames).where(eq(formerNames.personId, id)).run();
  expect([foldedOf(db, id)!.former, hits(db, '"dinh"')]).toEqual(["", 0]);
  db.delete(persons).where(eq(persons.id, id)).run();
  expect([foldedOf(db, id), hits(db, '"luk"')]).toEqual([undefined, 0]);
  expect(db.select().from(namesToFold).all()).toEqual([]);
});

test("what a transaction took back is not found", () => {
  const db = useTestDatabase();
  expect(() =>
    db.transaction((tx) => {
      add(tx as unknown as Database, { legalFirst: "A", legalLast: "Vanishing" });
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(hits(db, '"vanishing"')).toBe(0);
});

test("another program can write names; they are folded with the next name or at the next start", () => {
  const file = fileOfTest();
  const first = openDatabase(file);
  const [one, two] = [
    add(first, { legalFirst: "Maya", legalLast: "Reyes" }),
    add(first, { legalFirst: "Ana", legalLast: "Silva" }),
  ];
  const other = new SqliteDatabase(file);
  other.prepare("update persons set legal_last = 'Đặng' where id = ?").run(one);
  other
    .prepare(
      "insert into persons (id, legal_first, legal_last, created_at, updated_at) values ('x', 'Bo', 'Øst', 1, 1)",
    )
    .run();
  expect(foldedOf(first, one)!.sortName).toBe("reyes  maya");
  expect(first.select().from(namesToFold).all()).toHaveLength(2);
  first.update(persons).set({ legalFirst: "Anna" }).where(eq(persons.id, two)).run();
  expect([foldedOf(first, one)!.sortName, foldedOf(first, "x")!.sortName]).toEqual(["dang  maya", "ost  bo"]);

  other.prepare("update persons set legal_first = 'Eşe' where id = ?").run(one);
  other.close();
  first.$client.close();
  const second = openDatabase(file);
  onTestFinished(() => void second.$client.close());
  expect(foldedOf(second, one)).toMatchObject({ names: "dang ese", sortName: "dang  ese" });
  expect(second.select().from(namesToFold).all()).toEqual([]);
});

test("a new edition of the rule folds everybody anew; what did not change keeps its number", () => {
  const file = fileOfTest();
  const db = openDatabase(file);
  onTestFinished(() => void db.$client.close());
  const [one, two] = [
    add(db, { legalFirst: "Maya", legalLast: "Reyes" }),
    add(db, { legalFirst: "Ana", legalLast: "Silva" }),
  ];
  const numbers = () => db.select({ number: personNames.number }).from(personNames).all();
  const before = numbers();
  db.update(personNames).set({ names: "by an older rule" }).where(eq(personNames.personId, one)).run();
  db.update(persons).set({ sortName: "older" }).where(eq(persons.id, two)).run();
  upgradeDatabase(db.$client, { fences: { ...FENCES, folding: { ...FENCES.folding, edition: -1 } } });
  expect([foldedOf(db, one)!.names, foldedOf(db, two)!.sortName]).toEqual(["reyes maya", "silva  ana"]);
  expect([hits(db, '"older"'), hits(db, '"reyes"'), numbers()]).toEqual([0, 1, before]);
});

test("0024: everybody is found and sorted by their folded name", () => {
  const client = openDatabase(unpackBefore(path.dirname(fileOfTest()))).$client;
  onTestFinished(() => void client.close());
  const rows = client
    .prepare(
      `select sort_name = sort_key(legal_last, legal_first) and names = searchable_text(legal_last, legal_first, preferred_name)
       from persons left join person_names on person_id = persons.id`,
    )
    .pluck()
    .all();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((each) => each === 1)).toBe(true);
});
