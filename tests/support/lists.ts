import { type ListSource, readList } from "~/platform/lists/list-query.server";

type Made<Row> = (search: URLSearchParams) => ListSource<Row>;

/** One page of a list, as an address asks for it. */
export function pageOfList<Row>(make: Made<Row>, query = "") {
  const search = new URLSearchParams(query);
  return readList(make(search), search);
}
