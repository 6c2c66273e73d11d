import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { isBusy } from "~/platform/database/database.server";
import { failureText } from "~/platform/http/failure";
import { newId } from "~/platform/ids";
import { logger } from "~/platform/logging/logger.server";
import { REFUSED_BODY_ANSWERS, REFUSED_BODY_HEADER, type RefusedBody } from "../http/refused-body";

const RETRY_AFTER_SECONDS = 3;

/** What people are told when another writer held the database for too long: nothing was changed, try again. */
export function busyResponse(): Response {
  return new Response(null, {
    status: 503,
    statusText: "Service Unavailable",
    headers: { "Retry-After": String(RETRY_AFTER_SECONDS) },
  });
}

/**
 * The build with every loader and action made to answer 503, in words, where the database is busy for too long; to answer
 * 500 with the reference under which the log has it, where something else goes wrong; and every action to answer in words
 * where the body was not taken. The reference goes with the error itself: whatever shows it, shows the right one.
 */
export function guardBuild(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    const guarded = { ...(loader && { loader: guard(loader) }), ...(action && { action: guard(withBody(action)) }) };
    return [id, { ...route, module: { ...route.module, ...guarded } }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function withBody<Answer>(action: (args: ActionFunctionArgs) => Answer) {
  return (args: ActionFunctionArgs): Answer => {
    const refused = args.request.headers.get(REFUSED_BODY_HEADER);
    if (!refused) return action(args);
    const { words, status } = REFUSED_BODY_ANSWERS[refused as RefusedBody];
    throw new Response(words, { status });
  };
}

function guard<Args extends { request: Request }, Answer>(run: (args: Args) => Answer | Promise<Answer>) {
  return async (args: Args): Promise<Answer> => {
    try {
      return await run(args);
    } catch (error) {
      if (isBusy(error)) {
        logger.warn("The database was busy for too long");
        throw busyResponse();
      }
      throw args.request.signal.aborted || !(error instanceof Error) ? error : failedResponse(error, args.request);
    }
  };
}

/** Logs what went wrong and answers with its reference. */
function failedResponse(error: Error, request: Request): Response {
  const reference = request.headers.get("X-Request-Id") ?? newId();
  logger.error({ err: error, reference, url: request.url }, "A request failed");
  return new Response(failureText(reference), { status: 500, statusText: "Internal Server Error" });
}
