import { expect, test } from "vitest";
import { bodyLimitOf, methodsOf, USUAL_LIMIT } from "~/platform/http/body-limit";

const [KB, MB] = [1024, 1024 * 1024];

test.each([
  ["/sign-in", USUAL_LIMIT],
  ["/sign-in.data", USUAL_LIMIT],
  ["/verify", 5 * MB + 64 * KB],
  ["/verify.data", 5 * MB + 64 * KB],
  ["/hr/verify", 40 * MB + 64 * KB],
  ["/hr/verify/file", 5 * MB + 64 * KB],
  ["/hr/staff-list", 8 * MB + 64 * KB],
  ["/admin/providers/x/documents", 500 * KB + 64 * KB],
  ["/coordinator/offerings/x/register", 3 * MB + 64 * KB],
  ["/facilitator/offerings/x/message", 10 * MB + 64 * KB],
  ["/facilitator/offerings/x/materials", 20 * MB + 64 * KB],
  ["/portfolios/x", 20 * MB + 64 * KB],
  ["/portfolios/x/uploads", USUAL_LIMIT],
  ["/portfolios/x/uploads/y", 2 * MB],
  ["/webhooks/mail-bounce", MB],
])("%s takes %i bytes", (path, limit) => {
  expect(bodyLimitOf(path)).toBe(limit);
});

test.each([
  "/Verify",
  "/verify/",
  "//verify",
  "/%76erify",
  "/verify/ABCDE",
  "/verify.data.data",
  "/verify\n",
  "/x/verify",
  "/coordinator/offerings/x/y/register",
  "/coordinator/offerings//register",
  "",
])("%j, spelled strangely, takes no more than usual", (path) => {
  expect(bodyLimitOf(path)).toBe(USUAL_LIMIT);
});

test("only pieces of a file are put to what is there already", () => {
  expect(methodsOf("/portfolios/x/uploads/y")).toEqual(["GET", "HEAD", "POST", "PATCH"]);
  for (const path of ["/portfolios/x/uploads", "/portfolios/x/uploads/y/", "/portfolios/x", "/sign-in"])
    expect(methodsOf(path)).toEqual(["GET", "HEAD", "POST"]);
});
