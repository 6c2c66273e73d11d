import { listTitles } from "~/desks/lists/list-registry.server";
import type { findRoutes, FoundRoute } from "../access/extracted";
import type { AccessRow } from "../access/row";
import { TABLE } from "../access/table";
import { ELSEWHERE, FOREIGN, QUERIES } from "./foreign";

type Code = Awaited<ReturnType<typeof findRoutes>>;

/** Every route that stands under HR's desk, whatever folder it lies in. Its interface for programs is walked by its tokens. */
export const hrRoutes = ({ routes }: Code): FoundRoute[] => routes.filter(({ address }) => /^\/hr(\/|$)/.test(address));

export const hasParameter = ({ address }: FoundRoute): boolean => /[:*]/.test(address);

const ROW = { method: "GET", who: ["hr"], scope: "walked" } as const;

const lists = (): string[] =>
  Object.values(listTitles())
    .filter(({ path }) => path.startsWith("/hr"))
    .map(({ name }) => `/lists/${name}.csv`);

/** Every page, file and list of HR that can be opened, once for each of these queries, besides what a parameter names. */
export function rowsToOpen(code: Code, queries: readonly string[] = ["", ...QUERIES]): AccessRow[] {
  const pages = hrRoutes(code)
    .filter(({ module }) => module.loader)
    .map((route) => [route.name, hasParameter(route) ? FOREIGN[route.name]! : route.address] as const);
  const files = lists().map((at) => ["staff/lists.$name", at] as const);
  return [...pages, ...files, ...Object.entries(ELSEWHERE)].flatMap(([route, at]) =>
    queries.map((query) => ({ ...ROW, route, at: query ? `${at}${at.includes("?") ? "&" : "?"}${query}` : at })),
  );
}

/** Every form of HR, as the access table sends it. */
export function rowsToSend(code: Code): AccessRow[] {
  const names = new Set(hrRoutes(code).map(({ name }) => name));
  return TABLE.filter(({ route, method, send }) => names.has(route) && method === "POST" && send);
}
