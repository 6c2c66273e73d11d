import { beforeEach, expect, test } from "vitest";
import type { Database } from "~/platform/database/database.server";
import { action as forgot } from "~/routes/account/forgot-password";
import { action as reset, loader as resetPage } from "~/routes/account/reset-password";
import { action as signUp } from "~/routes/account/sign-up";
import { action as verify, loader as verifyPage } from "~/routes/account/verify-email";
import { useTestDatabase } from "../../support/database";
import { makePerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";

const NEXT = "/offerings/1/register?from=catalog";
const PASSWORD = "eleven quiet herons";

let db: Database;
beforeEach(() => {
  db = useTestDatabase();
});

const args = (request: Request) => ({ request, params: {}, context: {} });
const linkIn = (kind: string) => new URL(String(messagesOf(db, kind)[0]!.payload.actionUrl));

async function signUpThen(next: string) {
  await signUp(
    args(await post(db, "/sign-up", { legalFirst: "Ana", legalLast: "New", email: "ana@new.example", next })),
  );
  const link = linkIn("verify-address");
  const page = await verifyPage(args(await get(db, link.pathname + link.search)));
  const fields = {
    token: page.data.token,
    next: page.data.next,
    legalFirst: "Ana",
    legalLast: "New",
    password: PASSWORD,
  };
  return thrownBy(async () => verify(args(await post(db, "/verify-email", workplaceOf(page.data, fields)))));
}

/** Where somebody works is asked where nothing is on record. */
const workplaceOf = (page: { organisations: { value: string }[] }, fields: Record<string, string>) =>
  page.organisations.length > 0
    ? {
        ...fields,
        "workplace.organisationId": page.organisations[0]!.value,
        "workplace.roleKind": "teacher",
        "workplace.fromDate": "2026-09-01",
      }
    : fields;

test("whoever signs up for an offering comes back to it", async () => {
  expect((await signUpThen(NEXT)).headers.get("Location")).toBe(NEXT);
});

test("without a page to go on to, a new account begins with the profile", async () => {
  expect((await signUpThen("")).headers.get("Location")).toBe("/profile");
});

test("a new password leads on to where it was asked for, and never to another site", async () => {
  for (const [next, expected] of [
    [NEXT, NEXT],
    ["https://evil.example/", "/desk"],
    ["//evil.example", "/desk"],
  ] as const) {
    db = useTestDatabase();
    const person = makePerson(db);
    await forgot(args(await post(db, "/forgot-password", { email: person.email, next })));
    const link = linkIn("reset-password");
    const page = await resetPage(args(await get(db, link.pathname + link.search)));
    const fields = { token: page.data.token, next: page.data.next, password: PASSWORD };
    const answer = await thrownBy(async () => reset(args(await post(db, "/reset-password", fields))));
    expect([next, answer.headers.get("Location")]).toEqual([next, expected]);
  }
});
