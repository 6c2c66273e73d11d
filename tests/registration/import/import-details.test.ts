import { expect, test } from "vitest";
import { type RawDetails, readDetails, roleOf } from "~/registration/import/import-details";

const NOTHING: RawDetails = { district: "", building: "", employeeId: "", role: "", firstDay: "", certificate: "" };
const WHOLE = { ...NOTHING, district: "Kent", role: "Para", firstDay: "9/1/2026" };

test("a line that says nothing of a workplace is fine, and one that says all of it is kept whole", () => {
  expect(readDetails(NOTHING)).toEqual({ ok: true, value: { workplace: null, certificateNumber: null } });
  expect(readDetails({ ...WHOLE, building: "Hilltop", employeeId: "00417", certificate: "512345F" })).toEqual({
    ok: true,
    value: {
      workplace: {
        district: "Kent",
        roleKind: "paraeducator",
        firstDay: "2026-09-01",
        building: "Hilltop",
        employeeId: "00417",
      },
      certificateNumber: "512345F",
    },
  });
});

test.each<[Partial<RawDetails>, string]>([
  [{ district: "" }, "The district is missing"],
  [{ role: "" }, "What they do in Kent is missing"],
  [{ role: "Wizard" }, "“Wizard” is no role"],
  [{ firstDay: "" }, "The first day in Kent is missing"],
  [{ firstDay: "2/30/2026" }, "“2/30/2026” is no date"],
  [{ certificate: "123-45-6789" }, "looks like a Social Security number"],
  [{ employeeId: "123-45-6789" }, "looks like a Social Security number"],
  [{ employeeId: "9".repeat(31) }, "more than 30 characters"],
  [{ building: "x".repeat(121) }, "more than 120 characters"],
])("S1 nothing of a workplace is guessed: %o", (change, words) => {
  expect(readDetails({ ...WHOLE, ...change })).toMatchObject({
    ok: false,
    reason: expect.stringContaining(words) as string,
  });
});

test.each([
  ["Teacher", "teacher"],
  [" ESA ", "esa"],
  ["Educational staff associate (ESA)", "esa"],
  ["Assistant Principal", "administrator"],
  ["classified", "other"],
  ["facilitator", null],
])("what a district calls %s is %s", (text, role) => {
  expect(roleOf(text)).toBe(role);
});
