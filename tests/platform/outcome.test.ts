import { expect, test } from "vitest";
import { ok, refuse } from "~/platform/outcome";

test("an outcome is a value, or a reason with its figures", () => {
  expect(ok(null)).toEqual({ ok: true, value: null });
  expect(refuse("full")).toEqual({ ok: false, reason: "full", detail: {} });
  expect(refuse("full", { taken: 3 })).toEqual({ ok: false, reason: "full", detail: { taken: 3 } });
});
