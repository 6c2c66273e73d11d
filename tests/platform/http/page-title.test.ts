import { expect, test } from "vitest";
import { pageTitle } from "~/platform/http/page-title";

test("a page's title names the page before Hourbook", () => {
  expect(pageTitle("Transcript")).toEqual([{ title: "Transcript · Hourbook" }]);
});
