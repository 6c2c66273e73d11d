import type { RequestHandler } from "express";
import { comesFromElsewhere, FOREIGN_ORIGIN_MESSAGE } from "../http/same-origin";
import { sayProblem } from "./problem-answer.server";

/** Of more hosts than these nothing is said: whoever scans a network makes them up. */
const MOST_NAMED = 5;

/**
 * The one guard against changes that another site's page makes a browser send. It stands before every page, and before
 * the framework's own, which knows neither ORIGIN nor what a proxy does to the Host header.
 * @param origin where people reach Hourbook
 */
export function refuseForeignForms(origin: string): RequestHandler {
  const own = new URL(origin).host;
  return (request, response, next) => {
    const from = { origin: request.get("Origin"), site: request.get("Sec-Fetch-Site") };
    const changes = !["GET", "HEAD", "OPTIONS"].includes(request.method);
    if (changes && comesFromElsewhere(from, [request.get("Host") ?? "", own])) {
      if (!sayProblem(request, response, 403, FOREIGN_ORIGIN_MESSAGE))
        response.status(403).type("text").send(FOREIGN_ORIGIN_MESSAGE);
    } else next();
  };
}

/**
 * Says once of each host by which pages are asked for and which ORIGIN does not name: a proxy that does not pass the Host
 * header on, or an ORIGIN that people do not use. Links in mail and documents lead to ORIGIN.
 */
export function noticeForeignHosts(
  origin: string,
  warn: (facts: { host: string }, words: string) => void,
): RequestHandler {
  const own = new URL(origin).hostname;
  const named = new Set<string>();
  return (request, _response, next) => {
    // Without the port, in which a proxy and what is behind it may differ.
    const host = request.hostname ?? "";
    if (host !== own && !named.has(host) && named.size < MOST_NAMED) {
      named.add(host);
      warn(
        { host },
        `Pages are asked for at the host ${host}, but ORIGIN is ${origin}, where all links lead. Set ORIGIN to the address ` +
          "that people use, and let a proxy pass the Host header on: docs/operations.md",
      );
    }
    next();
  };
}
