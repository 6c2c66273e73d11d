import type { Request as IncomingRequest, Response as OutgoingResponse } from "express";
import { isForPrograms, PROBLEM_TYPE, problemOf } from "../http/problem";

/** Answers a program with a problem; false, and nothing is answered, where people read what is said. */
export function sayProblem(
  request: IncomingRequest,
  response: OutgoingResponse,
  status: number,
  detail: string,
): boolean {
  if (!isForPrograms(request.path)) return false;
  // The body of a refused request may still be on its way.
  response
    .status(status)
    .set("Content-Type", PROBLEM_TYPE)
    .end(JSON.stringify(problemOf(status, detail)));
  return true;
}

const DETAILS: Record<number, string> = {
  404: "There is no such address.",
  413: "The body is too large.",
  503: "Nothing was changed. Wait a few seconds and try again.",
};

/** The same for a failure that is no problem yet: a page of ours, or words for people. */
export function sayFailure(response: OutgoingResponse, answer: Response): boolean {
  if (!isForPrograms(response.req.path) || answer.headers.get("Content-Type") === PROBLEM_TYPE) return false;
  const wait = answer.headers.get("Retry-After");
  if (wait !== null) response.set("Retry-After", wait);
  response.set({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
  const reference = response.locals.requestId as string;
  const unforeseen = `Something went wrong. Its reference is ${reference}.`;
  return sayProblem(response.req, response, answer.status, DETAILS[answer.status] ?? unforeseen);
}
