import { type Designation, DESIGNATION_CODES } from "~/catalog/courses/designation";
import { MODALITIES, type Modality } from "~/catalog/offerings/offering-state";
import { isPlainDate } from "~/platform/time/plain-date";

/** What narrows the catalog. Dates are `YYYY-MM-DD`, the last one included. */
export interface CatalogFilters {
  words: string;
  area: string | null;
  designation: Designation | null;
  /** Code of an audience. */
  audience: string | null;
  modality: Modality | null;
  /** Id of the organization that hosts. */
  host: string | null;
  from: string | null;
  to: string | null;
  onlyOpen: boolean;
  /** By next date, even where words could be ranked by how well they fit. */
  byDate: boolean;
}

const LONGEST_QUERY = 200;

/** The catalog's filters as they stand in its URL; what makes no sense is left out. */
export function readCatalogFilters(params: URLSearchParams): CatalogFilters {
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === params.get(name)) ?? null;
  const date = (name: string) => {
    const value = params.get(name) ?? "";
    return isPlainDate(value) ? value : null;
  };
  const words = (params.get("q") ?? "").slice(0, LONGEST_QUERY);
  return {
    words,
    area: params.get("area") || null,
    designation: oneOf("designation", DESIGNATION_CODES),
    audience: params.get("audience") || null,
    modality: oneOf("modality", MODALITIES),
    host: params.get("host") || null,
    from: date("from"),
    to: date("to"),
    onlyOpen: params.get("open") === "1",
    byDate: params.get("order") === "date",
  };
}
