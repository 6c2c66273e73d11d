import { expect, test } from "vitest";
import { isForPrograms, problem, problemOf } from "~/platform/http/problem";

test("a problem says its status, what that means, and what is wrong (RFC 9457)", async () => {
  expect(problemOf(404, "No such export.")).toEqual({
    type: "about:blank",
    title: "Not found",
    status: 404,
    detail: "No such export.",
  });
  const answer = problem(429, "Too often.", { "Retry-After": "7" });
  expect([answer.status, answer.headers.get("Content-Type"), answer.headers.get("Retry-After")]).toEqual([
    429,
    "application/problem+json",
    "7",
  ]);
  expect(await answer.json()).toMatchObject({ status: 429, detail: "Too often." });
  expect(problemOf(418, "").title).toBe("Status 418");
});

test.each([
  ["/api/hr/v1", true],
  ["/api/hr/v1/credits", true],
  ["/API/hr/v1/credits", true],
  ["/api/hr/v1x", false],
  ["/api/hr", false],
  ["/hr/api", false],
])("%s is for programs: %s", (path, is) => {
  expect(isForPrograms(path)).toBe(is);
});
