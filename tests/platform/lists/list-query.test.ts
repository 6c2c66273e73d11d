import { and, count, eq, like, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { organisations } from "#drizzle/schema/people";
import type { Database } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { writeListCsv } from "~/platform/lists/list-csv.server";
import { readList } from "~/platform/lists/list-page.server";
import { ageSince, type ListSource, readMatching } from "~/platform/lists/list-query.server";
import type { ListShape } from "~/platform/lists/list-shape";
import { TEST_NOW } from "../../support/clock";
import { useTestDatabase } from "../../support/database";

const SHAPE: ListShape = {
  name: "partners",
  title: "Partners",
  path: "/partners",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "county", label: "County", sort: "asc" },
    { key: "code", label: "Code", extra: true },
  ],
  filters: [{ name: "q", kind: "words", label: "Name" }],
  sort: "county",
  noun: "partner",
};

let db: Database;
beforeEach(() => {
  db = useTestDatabase();
  for (let each = 1; each <= 120; each++)
    db.insert(organisations)
      .values({
        id: newId(),
        code: `0${1000 + each}`,
        name: each === 7 ? "=SUM(1)" : `Partner ${String(each).padStart(3, "0")}`,
        kind: "partner",
        county: each % 2 ? "King" : "Pierce",
        // Two at a time.
        createdAt: TEST_NOW + Math.ceil(each / 2),
      })
      .run();
});

type Row = typeof organisations.$inferSelect;

function source(): ListSource<Row> {
  const partners = eq(organisations.kind, "partner");
  return {
    shape: SHAPE,
    tie: organisations.id,
    order: {
      name: [organisations.name],
      county: [organisations.county, organisations.name],
      age: [ageSince(organisations.createdAt)],
    },
    where: { q: (words) => like(sql`lower(${organisations.name})`, `%${words}%`) },
    count: (where) => countOf(db.select({ count: count() }).from(organisations).where(and(partners, where))),
    read: ({ where, orderBy, limit, offset }) =>
      db
        .select()
        .from(organisations)
        .where(and(partners, where))
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
        .all(),
    cells: { name: (row) => row.name, county: (row) => row.county, code: (row) => row.code },
  };
}

const page = (query: string) => readList(source(), new URLSearchParams(query));

test("a list comes by pages of fifty, in its order, each row once", () => {
  const pages = [1, 2, 3].map((number) => page(`page=${number}`));
  expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
  const names = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(new Set(names).size).toBe(120);
  expect(pages[0]!.rows[0]).toMatchObject({ county: "King", name: "=SUM(1)" });
  expect(pages[2]!.rows.at(-1)).toMatchObject({ county: "Pierce", name: "Partner 120" });
});

test("of ages, the oldest began first; those of one age are in the order of an index, and each row stands once", () => {
  const columns = [...SHAPE.columns, { key: "age", label: "Age", sort: "desc" as const }];
  const aged = { ...source(), shape: { ...SHAPE, columns, sort: "-age" } };
  const whole = (sort: string) =>
    [1, 2, 3].flatMap((number) =>
      readList(aged, new URLSearchParams(`sort=${sort}&page=${number}`)).rows.map(({ id, createdAt }) => ({
        id,
        createdAt,
      })),
    );
  const oldestFirst = db
    .select({ id: organisations.id, createdAt: organisations.createdAt })
    .from(organisations)
    .where(eq(organisations.kind, "partner"))
    .orderBy(organisations.createdAt, organisations.id)
    .all();
  expect(whole("-age")).toEqual(oldestFirst);
  expect(whole("age")).toEqual(oldestFirst.toReversed());
});

test("a page past the end is the last one, and that of nothing the first", () => {
  expect(page("page=99")).toMatchObject({ total: 120, state: { page: 3 } });
  expect(page("page=99").rows).toHaveLength(20);
  expect(page("q=nobody&page=4")).toMatchObject({ rows: [], total: 0, state: { page: 1 } });
});

test("falling order falls in every part of it", () => {
  expect(page("sort=-county").rows[0]).toMatchObject({ county: "Pierce", name: "Partner 120" });
});

test("rows that an order leaves alike stand in the list's usual order", () => {
  db.update(organisations).set({ code: null }).where(eq(organisations.kind, "partner")).run();
  const all = { ...source(), order: { ...source().order, name: [organisations.code] } };
  const { rows } = readList(all, new URLSearchParams("sort=-name"));
  expect(rows[0]).toMatchObject({ county: "King", name: "=SUM(1)" });
});

test("the CSV holds exactly the rows, the order and the columns in sight, on every page", () => {
  const { csv, rows } = writeListCsv(source(), new URLSearchParams("q=partner 0&sort=-name&cols=code&page=2"));
  const lines = csv.replace("\ufeff", "").trim().split("\r\n");
  expect(rows).toBe(98);
  expect(lines).toHaveLength(99);
  expect(lines.slice(0, 3)).toEqual(['"Name","Code"', '"Partner 099","01099"', '"Partner 098","01098"']);
});

test("S3 a cell that a spreadsheet would run is neutralised", () => {
  expect(writeListCsv(source(), new URLSearchParams("q==sum")).csv).toContain(`"'=SUM(1)"`);
});

test("everything that matches is read in parts, up to the most that is asked for", () => {
  expect(readMatching(source(), new URLSearchParams(), 1000)).toHaveLength(120);
  expect(readMatching(source(), new URLSearchParams(), 30)).toHaveLength(30);
});

test("a CSV tells how many rows there are, when it cannot hold all", () => {
  expect(writeListCsv(source(), new URLSearchParams())).toMatchObject({ rows: 120, total: 120 });
  expect(writeListCsv(source(), new URLSearchParams(), 120)).toMatchObject({ rows: 120, total: 120 });
  expect(writeListCsv(source(), new URLSearchParams("q=partner 0"), 30)).toMatchObject({ rows: 30, total: 98 });
});
