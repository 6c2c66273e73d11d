import { expect, test } from "vitest";
import { isJoinPage } from "~/platform/serving/join-page";

test("the join page's form alone may lead to other sites", () => {
  for (const url of ["/join/0197", "/join/0197?x=1", "/join/0197.data"]) expect(isJoinPage(url)).toBe(true);
  for (const url of [
    "/join",
    "/join/",
    "/join//evil.example",
    "/sign-in?next=/join/0197",
    "/x/join/0197",
    "",
    undefined,
  ])
    expect(isJoinPage(url)).toBe(false);
});
