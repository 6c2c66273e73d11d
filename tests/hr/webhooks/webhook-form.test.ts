import { expect, test } from "vitest";
import { endpointPageForm } from "~/hr/webhooks/webhook-form";

const faults = (fields: Record<string, unknown>) =>
  endpointPageForm.safeParse({ intent: "save", ...fields }).error?.issues.map(({ path }) => path[0]) ?? [];

test.each([
  [{ url: "https://payroll.example/hook", events: ["posted", "corrected"] }, []],
  [{ url: "https://payroll.example/hook", events: "posted" }, []],
  [{ url: "https://payroll.example/hook" }, ["events"]],
  [{ url: "https://payroll.example/hook", events: ["deleted"] }, ["events"]],
  [{ url: "ftp://payroll.example/hook", events: "posted" }, ["url"]],
  [{ url: "https://me:secret@payroll.example/", events: "posted" }, ["url"]],
  [{ url: "payroll", events: "posted" }, ["url"]],
  [{ url: `https://payroll.example/${"x".repeat(500)}`, events: "posted" }, ["url"]],
])("%j: %j", (fields, expected) => {
  expect(faults(fields)).toEqual(expected);
});
