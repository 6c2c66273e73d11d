import { expect, test } from "vitest";
import { EXPORT_RUN_STATES, isOpenRun } from "~/hr/exports/making/export-order";

test("an export is worked on until it has ended in one way or another", () => {
  expect(EXPORT_RUN_STATES.filter(isOpenRun)).toEqual(["waiting", "running"]);
});
