import { expect, test } from "vitest";
import {
  canFollow,
  isWritable,
  LIVE_STATUSES,
  PORTFOLIO_STATUSES,
} from "~/microcredentials/portfolios/portfolio-status";

test("nothing follows an award or a withdrawal", () => {
  for (const to of PORTFOLIO_STATUSES)
    expect([canFollow("awarded", to), canFollow("withdrawn", to)]).toEqual([false, false]);
});

test("a portfolio is taken back before it is read, and not while it is", () => {
  expect(canFollow("submitted", "draft")).toBe(true);
  expect(canFollow("in-review", "draft")).toBe(false);
});

test("its author writes while nobody reads", () => {
  expect(LIVE_STATUSES.filter(isWritable)).toEqual(["draft", "not-yet"]);
});
