/** What narrows the public list of micro-credentials. */
export interface PublicFilters {
  words: string;
  /** Code of a program area. */
  area: string | null;
  /** Id of a provider. */
  provider: string | null;
  /** Code of an audience. */
  audience: string | null;
  /** Whether a committee approved clock hours for it. */
  hours: "with" | "without" | null;
}

const LONGEST_QUERY = 200;

/** The filters as they stand in the address; what makes no sense is left out. The names are those of the catalog. */
export function readPublicFilters(params: URLSearchParams): PublicFilters {
  const hours = params.get("hours");
  return {
    words: (params.get("q") ?? "").slice(0, LONGEST_QUERY),
    area: params.get("area") || null,
    provider: params.get("provider") || null,
    audience: params.get("audience") || null,
    hours: hours === "with" || hours === "without" ? hours : null,
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = ({ words, ...others }: PublicFilters): boolean =>
  words.trim() !== "" || Object.values(others).some((value) => value !== null);
