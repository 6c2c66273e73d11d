import { expect, test } from "vitest";
import { readCatalogFilters } from "~/desks/public/catalog-filters";

const NOTHING = {
  words: "",
  area: null,
  designation: null,
  audience: null,
  modality: null,
  host: null,
  from: null,
  to: null,
  times: null,
  price: null,
  hours: null,
  fitsMine: false,
  onlyOpen: false,
  order: "fit",
};

test.each([
  ["", {}],
  ["q=tide+pools&area=science&host=0190", { words: "tide pools", area: "science", host: "0190" }],
  ["designation=EQUITY&audience=esa&modality=hybrid", { designation: "EQUITY", audience: "esa", modality: "hybrid" }],
  ["designation=TPEP", { designation: "TPEP" }],
  ["from=2028-02-29&to=2028-03-01", { from: "2028-02-29", to: "2028-03-01" }],
  ["times=evenings&price=50&hours=day&fits=1", { times: "evenings", price: "50", hours: "day", fitsMine: true }],
  ["times=nights&price=51&hours=&fits=on", {}],
  ["open=1&order=date", { onlyOpen: true, order: "date" }],
  ["designation=equity&audience=&modality=by+mail", {}],
  ["from=2027-02-29&to=tomorrow", {}],
  ["area=&host=&open=on&order=price", {}],
])("the catalog at ?%s is narrowed by %j", (search, expected) => {
  expect(readCatalogFilters(new URLSearchParams(search))).toEqual({ ...NOTHING, ...expected });
});

test("no more than 200 characters are searched for", () => {
  const { words } = readCatalogFilters(new URLSearchParams({ q: "x".repeat(201) }));
  expect(words).toHaveLength(200);
});
