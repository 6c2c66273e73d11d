import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { routesNeeded, treeOf } from "./page-routes";

/** The framework's own question for routes that a browser met a link to. */
const MANIFEST = "/__manifest";

/**
 * The framework's handler, given for each kind of address a build that holds the routes of that address and no others: it
 * prepares, ranks and renders by all the routes that it knows, for every page anew. What a browser needs beside them it
 * discovers by itself.
 */
export function pageHandlers(build: ServerBuild, mode: "development" | "production"): RequestHandler {
  const entries = Object.values(build.routes).filter((route) => route !== undefined);
  const needed = routesNeeded(treeOf(entries));
  const whole = createRequestHandler(build, mode);
  const kept = new Map<string, RequestHandler>();
  const handlerFor = (ids: readonly string[]): RequestHandler => {
    const key = ids.join(" ");
    const found = kept.get(key) ?? createRequestHandler(only(build, ids), mode);
    kept.set(key, found);
    return found;
  };
  return (request, context) => {
    const { pathname } = new URL(request.url);
    return (pathname === MANIFEST ? whole : handlerFor(needed(pathname)))(request, context);
  };
}

function only(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const wanted = new Set([...ids, "root"]);
  const pick = <Value>(all: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => wanted.has(id)));
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } };
}
