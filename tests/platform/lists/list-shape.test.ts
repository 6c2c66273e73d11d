import { expect, test } from "vitest";
import { lastPage, type ListShape, nextSort, readListState, writeListState } from "~/platform/lists/list-shape";

const SHAPE: ListShape = {
  name: "things",
  title: "Things",
  path: "/things",
  kept: ["view"],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "hours", label: "Hours", sort: "desc" },
    { key: "place", label: "Place" },
    { key: "code", label: "Code", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Words" },
    { name: "from", kind: "date", label: "From" },
    { name: "open", kind: "flag", label: "Open" },
    { name: "state", kind: "choice", label: "State", any: "Any", options: [{ value: "done", label: "Done" }] },
    { name: "area", kind: "choice", label: "Area", any: "Any" },
  ],
  sort: "-hours",
  noun: "thing",
};

const read = (query: string) => readListState(SHAPE, new URLSearchParams(query));
const write = (query: string) => writeListState(SHAPE, new URLSearchParams(query));

test("an address that says nothing shows the first columns in the first order", () => {
  expect(read("")).toEqual({
    filters: {},
    sort: { key: "hours", direction: "desc" },
    page: 1,
    columns: ["name", "hours", "place"],
  });
});

test("filters, order, page and columns are read; columns stand in the order of the list, and the name always", () => {
  expect(read("q= ana &from=2026-09-01&open=1&state=done&area=x&sort=name&page=3&cols=code&cols=hours")).toEqual({
    filters: { q: "ana", from: "2026-09-01", open: "1", state: "done", area: "x" },
    sort: { key: "name", direction: "asc" },
    page: 3,
    columns: ["name", "hours", "code"],
  });
});

test.each([
  ["a day that is none", "from=2026-02-30", { filters: {} }],
  ["a choice that the list does not know", "state=constructor", { filters: {} }],
  ["a flag that is no flag", "open=yes", { filters: {} }],
  ["blanks", "q=%20%20", { filters: {} }],
  ["an order by what cannot be sorted", "sort=place", { sort: { key: "hours", direction: "desc" } }],
  ["an order by nothing", "sort=-", { sort: { key: "hours", direction: "desc" } }],
  ["a page that is none", "page=-2", { page: 1 }],
  ["a page in words", "page=two", { page: 1 }],
  ["no column that is known", "cols=nothing", { columns: ["name", "hours", "place"] }],
])("%s is left out", (_what, query, expected) => {
  expect(read(query)).toMatchObject(expected);
});

test("no filter is longer than people type", () => {
  expect(read(`q=${"x".repeat(5000)}`).filters.q).toHaveLength(200);
});

test("a view keeps what makes the list look as it does, and neither its page nor what is not its own", () => {
  expect(write("view=people&q=ana&page=7&evil=1&cols=code")).toBe("view=people&q=ana&sort=-hours&cols=name&cols=code");
  expect(write("sort=name")).toBe("sort=name");
});

test("a column's head sorts by its first direction, then turns round", () => {
  expect(nextSort(SHAPE, read("sort=name"), "hours")).toBe("-hours");
  expect(nextSort(SHAPE, read("sort=-hours"), "hours")).toBe("hours");
  expect(nextSort(SHAPE, read("sort=hours"), "hours")).toBe("-hours");
  expect(nextSort(SHAPE, read("sort=-hours"), "name")).toBe("name");
});

test.each([
  [0, 1],
  [1, 1],
  [50, 1],
  [51, 2],
  [101, 3],
])("%i rows of 50 end on page %i", (total, last) => {
  expect(lastPage(total, 50)).toBe(last);
});
