import { expect, test } from "vitest";
import { ok, refuse, withValue } from "~/platform/outcome";

test("an outcome is a value, or a reason with its figures", () => {
  expect(ok(null)).toEqual({ ok: true, value: null });
  expect(refuse("full")).toEqual({ ok: false, reason: "full", detail: {} });
  expect(refuse("full", { taken: 3 })).toEqual({ ok: false, reason: "full", detail: { taken: 3 } });
});

test("something else is made of a value, and a refusal stays what it is", () => {
  expect(withValue(ok(3), (count) => `${count} marks`)).toEqual(ok("3 marks"));
  expect(withValue(refuse("full", { taken: 3 }), () => "never said")).toEqual(refuse("full", { taken: 3 }));
});
