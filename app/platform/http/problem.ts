/** RFC 9457: what went wrong, for programs. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
}

export const PROBLEM_TYPE = "application/problem+json";

const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "No valid token",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  406: "Not available in that form",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported kind of body",
  429: "Too many requests",
  500: "Something went wrong",
  503: "Busy",
};

/** A problem as its body says it. */
export const problemOf = (status: number, detail: string): Problem => ({
  type: "about:blank",
  title: TITLES[status] ?? `Status ${status}`,
  status,
  detail,
});

/** The same as an answer; thrown or returned. */
export function problem(status: number, detail: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problemOf(status, detail)), {
    status,
    headers: { ...headers, "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store" },
  });
}

/** Whether an address is asked by programs, which read every failure as a problem. */
export const isForPrograms = (pathname: string): boolean => /^\/api\/hr\/v\d+(\/|$)/i.test(pathname);
