import type { ServerBuild } from "@remix-run/node";
import { isBusy } from "./database.server";
import { logger } from "./logger.server";

const RETRY_AFTER_SECONDS = 3;

/** What people are told when another writer held the database for too long: nothing was changed, try again. */
export function busyResponse(): Response {
  return new Response(null, {
    status: 503,
    statusText: "Service Unavailable",
    headers: { "Retry-After": String(RETRY_AFTER_SECONDS) },
  });
}

/** The build with every loader and action made to answer 503, in words, where the database is busy for too long. */
export function withBusyAnswers(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    const guarded = { ...(loader && { loader: guard(loader) }), ...(action && { action: guard(action) }) };
    return [id, { ...route, module: { ...route.module, ...guarded } }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function guard<Args extends unknown[], Answer>(run: (...args: Args) => Answer | Promise<Answer>) {
  return async (...args: Args): Promise<Answer> => {
    try {
      return await run(...args);
    } catch (error) {
      if (!isBusy(error)) throw error;
      logger.warn("The database was busy for too long");
      throw busyResponse();
    }
  };
}
