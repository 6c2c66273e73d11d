import { and, eq, like, type SQL } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "#drizzle/schema/people";
import { newId } from "~/platform/ids";
import { countViews, readList } from "~/platform/lists/list-page.server";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { TEST_NOW } from "../../support/clock";
import { countStatements, useTestDatabase } from "../../support/database";

type Row = typeof organisations.$inferSelect;

const ALL = 1_120;

/** Partners that are found by their ids, each with a number of its own as its name. */
function openPartners() {
  const db = useTestDatabase();
  const isPartner = eq(organisations.kind, "partner");
  const numbered = Array.from({ length: ALL }, (_, each) => String(each + 1).padStart(4, "0"));
  const named = (name: string): Row =>
    ({ id: newId(), name, code: `1${name}`, kind: "partner", county: "King", createdAt: TEST_NOW }) as Row;
  for (let start = 0; start < ALL; start += 100)
    db.insert(organisations)
      .values(numbered.slice(start, start + 100).map(named))
      .run();
  const select = (where: SQL | undefined) => db.select().from(organisations).where(and(isPartner, where));
  const source: ListSource<Row> = {
    shape: {
      name: "partners",
      title: "Partners",
      path: "/partners",
      columns: [{ key: "name", label: "Name", sort: "asc", primary: true }],
      filters: [{ name: "q", kind: "words", label: "Name" }],
      sort: "name",
      noun: "partner",
    },
    tie: organisations.id,
    order: { name: [organisations.name] },
    where: { q: (words) => like(organisations.name, `${words}%`) },
    ...rowsOf(db, select, {
      id: ({ id }) => id,
      narrow: {
        select: (where) => db.select({ id: organisations.id }).from(organisations).where(and(isPartner, where)),
        of: organisations.id,
      },
      describe: (rows) => rows,
    }),
    cells: { name: ({ name }) => name },
  };
  const page = (query: string, from = source) => {
    const { rows, total, state } = readList(from, new URLSearchParams(query));
    return [rows[0]?.name, rows.at(-1)?.name, rows.length, total, state.page];
  };
  /** The same rows, as a list has them that is read whole. */
  const { ids: _ids, readThese: _these, ...rest } = source;
  const whole: ListSource<Row> = { ...rest, ...rowsOf(db, select, { describe: (rows) => rows }) };
  return { db, page, source, whole };
}

test("rows found by their ids stand on their pages, before and behind the last that is counted", () => {
  const { page } = openPartners();
  const more = 1_001;
  expect(page("")).toEqual(["0001", "0050", 50, more, 1]);
  expect(page("page=20")).toEqual(["0951", "1000", 50, more, 20]);
  expect(page("page=21")).toEqual(["1001", "1050", 50, more, 21]);
  expect(page("page=23")).toEqual(["1101", "1120", 20, more, 23]);
  expect(page("page=99")).toEqual(["1101", "1120", 20, more, 23]);
  expect(page("q=00&page=2")).toEqual(["0051", "0099", 49, 99, 2]);
  expect(page("q=00&page=9")).toEqual(["0051", "0099", 49, 99, 2]);
  expect(page("q=nobody&page=4")).toEqual([undefined, undefined, 0, 0, 1]);
});

test("they are looked for once: what is counted is what is found", () => {
  const { db, page } = openPartners();
  expect(countStatements(db, () => page("sort=-name&page=3"))).toBe(2);
});

test("rows that are read whole are counted only where their first page is full", () => {
  const { db, page, whole } = openPartners();
  expect(page("q=000", whole)).toEqual(["0001", "0009", 9, 9, 1]);
  expect(countStatements(db, () => page("q=000", whole))).toBe(1);
  expect(page("q=00", whole)).toEqual(["0001", "0050", 50, 99, 1]);
  expect(countStatements(db, () => page("q=00", whole))).toBe(2);
  expect(page("q=00&page=2", whole)).toEqual(["0051", "0099", 49, 99, 2]);
  expect(page("q=nobody", whole)).toEqual([undefined, undefined, 0, 0, 1]);
  expect(page("page=99", whole)).toEqual(["1101", "1120", 20, 1_001, 23]);
});

test("each view of a list is counted by its own rows, to a thousand and one; the one that is shown is not counted again", () => {
  const { db, source } = openPartners();
  const begins = { few: "000", many: "0", all: "" };
  const sourceOf = (search: URLSearchParams): ListSource<Row> => ({
    ...source,
    where: { q: (words) => like(organisations.name, `${begins[search.get("view") as keyof typeof begins]}${words}%`) },
  });
  const count = (view: keyof typeof begins, total: number, query: string) =>
    countViews(["few", "many", "all"] as const, { view, total }, new URLSearchParams(query), sourceOf);
  expect(count("few", 1, "q=1&view=few")).toEqual({ few: 1, many: 100, all: 121 });
  expect(count("all", 121, "q=1&view=all&page=3")).toEqual({ few: 1, many: 100, all: 121 });
  expect(countStatements(db, () => count("few", 1, "q=1"))).toBe(2);
});
