import fc from "fast-check";
import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { newSecret } from "~/platform/secrets/codes.server";
import { newId } from "~/platform/ids";
import { describeError, withoutSecrets } from "~/platform/logging/log-line";
import { useTestDatabase } from "../../support/database";

test.each([
  [
    "a reset link",
    "http://h.example/reset-password?token=abcDEF123_-xyz&next=/desk",
    "http://h.example/reset-password?token=…&next=…",
  ],
  ["a verification link", "GET /verify-email?token=short", "GET /verify-email?token=…"],
  ["an approval link", "/approvals/J0FzNn2tQ1bTqGm3jU0qkz1v4xI", "/approvals/…"],
  ["a calendar", 'url":"/calendar/J0FzNn2tQ1bTqGm3jU0qkz1v4xI"', 'url":"/calendar/…"'],
  ["a document's page", "/verify/ABCD-EFGH-JKLM.data", "/verify/…"],
  [
    "an address in a mail server's answer",
    "550 5.1.1 <ana.sample+x@sub.district.example>: unknown",
    "550 5.1.1 <[address]>: unknown",
  ],
  ["an address of another script", "to <jürg@schüle.example> now", "to <[address]> now"],
])("%s does not reach the log", (_what, line, expected) => {
  expect(withoutSecrets(line)).toBe(expected);
});

test("what says where a fault is stays readable", () => {
  const line =
    '{"stack":"Error\\n    at listRegistrations (app/registration/registration-list.server.ts:24:3)\\n    at node_modules/@remix-run/server-runtime/dist/data.js:61:10"}';
  expect(withoutSecrets(line)).toBe(line);
  const id = newId();
  expect(withoutSecrets(`message <${id}@hourbook.example> of ${id}`)).toBe(`message <${id}@hourbook.example> of ${id}`);
});

test("no secret of a link stays in a line, wherever it stands", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (around) => {
      const secret = newSecret();
      // One secret in some thousands has no digit or no capital; those are known by where they stand.
      fc.pre(/[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret));
      fc.pre(!/[\w-]$/.test(around) && !/(?:[A-Za-z]+-){3}/.test(secret));
      return !withoutSecrets(`${around}${secret} and more`).includes(secret);
    }),
  );
});

test("a failed statement does not bring its values to the log", () => {
  const db = useTestDatabase();
  const insert = () =>
    db
      .insert(persons)
      .values({ id: "p", legalFirst: "Ana", legalLast: "Sample", email: "ana@x.example", createdAt: 1, updatedAt: 1 })
      .run();
  insert();
  let thrown: unknown;
  try {
    insert();
  } catch (error) {
    thrown = error;
  }
  const logged = JSON.stringify(describeError(thrown));
  expect(logged).toContain("UNIQUE constraint failed");
  expect(logged).not.toMatch(/Ana|Sample|ana@x/);
});
