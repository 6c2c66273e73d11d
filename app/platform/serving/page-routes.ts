import { matchRoutes } from "@remix-run/react";

/** What of a route matters for finding it by an address. */
export interface RouteEntry {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
  caseSensitive?: boolean;
}

/** A route with those below it, as the router matches them. */
type RouteTree = Parameters<typeof matchRoutes>[0];

/** How many kinds of address are remembered; with numbers taken out, the pages have some three hundred. */
const MOST_KINDS = 2_000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** The routes as a tree. */
export function treeOf(routes: readonly RouteEntry[]): RouteTree {
  const below = Map.groupBy(routes, ({ parentId }) => parentId);
  const grow = (parentId: string | undefined): RouteTree =>
    (below.get(parentId) ?? []).map(({ id, path, index, caseSensitive }) =>
      index ? { id, path, index, caseSensitive } : { id, path, caseSensitive, children: grow(id) },
    );
  return grow(undefined);
}

/** The address of the page whose data an address asks for, as the framework writes it. */
export const pageOf = (pathname: string): string => pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");

/**
 * Which routes a page needs: those of its address, and, for going up from there, those of each address above. The router
 * ranks all routes for each question, a fifth of a page's time; kinds of address are asked once.
 */
export function routesNeeded(tree: RouteTree): (pathname: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (pathname) => {
    const kind = pageOf(pathname).replaceAll(UUID, "0");
    const found = known.get(kind) ?? namesOf(tree, kind);
    if (known.size >= MOST_KINDS) known.clear();
    known.set(kind, found);
    return found;
  };
}

function namesOf(tree: RouteTree, pathname: string): readonly string[] {
  const segments = pathname.split("/").filter(Boolean);
  const above = segments.map((_, index) => `/${segments.slice(0, index).join("/")}`);
  const ids = ["/", ...above, pathname].flatMap((each) => matchRoutes(tree, each)?.map(({ route }) => route.id!) ?? []);
  return [...new Set(ids)].sort();
}
