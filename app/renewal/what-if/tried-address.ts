/** The page as an address has it, with other hours tried: what is tried stands in the address alone. */
function hrefOf(search: URLSearchParams, ids: string[]): string {
  const modality = search.get("modality");
  const pairs = [...ids.map((id) => ["try", id]), ...(modality ? [["modality", modality]] : [])];
  return `?${new URLSearchParams(pairs).toString()}`;
}

/** The page with one more tried. */
export const hrefAnd = (search: URLSearchParams, id: string): string => hrefOf(search, [...search.getAll("try"), id]);

/** The page with one left out. */
export const hrefWithout = (search: URLSearchParams, id: string): string =>
  hrefOf(
    search,
    search.getAll("try").filter((each) => each !== id),
  );
