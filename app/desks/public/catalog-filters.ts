import { type Designation, DESIGNATION_CODES } from "~/catalog/courses/designation";
import { MODALITIES, type Modality } from "~/catalog/offerings/offering-state";
import type { PartOfWeek } from "~/platform/time/part-of-week";
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
  /** Keys of `TIMES`, `PRICES` and `HOURS`; null for any. */
  times: string | null;
  price: string | null;
  hours: string | null;
  onlyOpen: boolean;
  /** Nothing that clashes with what the person who looks holds a seat in, or teaches. */
  fitsMine: boolean;
  /** `fit`: how well the words fit; `date`: the next one; `gap`: what closes most of what the renewal of whoever looks still takes. */
  order: "fit" | "date" | "gap";
}

const LONGEST_QUERY = 200;

/** One thing that can be chosen, with what it means. */
interface Choice<Meaning> {
  label: string;
  meaning: Meaning;
}

/** What can be chosen of times, prices and lengths, by what stands in the address. */
export const TIMES = new Map<string, Choice<readonly PartOfWeek[]>>([
  ["evenings", { label: "Evenings, from 4 PM", meaning: ["evening"] }],
  ["weekends", { label: "Weekends", meaning: ["weekend"] }],
  ["free-time", { label: "Evenings and weekends", meaning: ["evening", "weekend"] }],
]);
export const PRICES = new Map<string, Choice<number>>([
  ["0", { label: "No charge", meaning: 0 }],
  ["50", { label: "Up to $50", meaning: 5_000 }],
  ["100", { label: "Up to $100", meaning: 10_000 }],
]);
export const HOURS = new Map<string, Choice<{ from: number; to: number }>>([
  ["short", { label: "Up to 3 hours", meaning: { from: 0, to: 180 } }],
  ["day", { label: "More than 3, up to 8 hours", meaning: { from: 181, to: 480 } }],
  ["long", { label: "More than 8 hours", meaning: { from: 481, to: 100_000 } }],
]);

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
    times: oneOf("times", [...TIMES.keys()]),
    price: oneOf("price", [...PRICES.keys()]),
    hours: oneOf("hours", [...HOURS.keys()]),
    fitsMine: params.get("fits") === "1",
    onlyOpen: params.get("open") === "1",
    order: oneOf("order", ["date", "gap"]) ?? "fit",
  };
}
