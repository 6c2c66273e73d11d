import { expect, test } from "vitest";
import { signUp, verifyAddress } from "~/people/account.server";
import { outboxMessages } from "#drizzle/schema/platform";
import { action } from "~/routes/sign-in";
import { safePath } from "~/platform/responses.server";
import { systemContext, useTestDatabase } from "../support/database";
import { post, thrownBy } from "../support/request";

const args = (request: Request) => ({ request, params: {}, context: {} });

async function withAccount() {
  const db = useTestDatabase();
  const ctx = systemContext(db);
  await signUp(ctx, { legalFirst: "Ana", legalLast: "Example", email: "ana@test.example", password: "words in a row" });
  const { actionUrl } = db.select().from(outboxMessages).get()!.payload as { actionUrl: string };
  verifyAddress(ctx, new URL(actionUrl).searchParams.get("token")!);
  return db;
}

test("signing in sets a cookie and returns to the page that asked for it", async () => {
  const db = await withAccount();
  const form = { email: " Ana@Test.example", password: "words in a row", next: "/hours?x=1" };
  const response = await thrownBy(async () => action(args(await post(db, "/sign-in", form))));
  expect(response.headers.get("Location")).toBe("/hours?x=1");
  expect(response.headers.get("Set-Cookie")).toMatch(/^hourbook_session=.+HttpOnly/);
});

test("a wrong password comes back as an error, without the password", async () => {
  const db = await withAccount();
  const answer = await action(args(await post(db, "/sign-in", { email: "ana@test.example", password: "wrong words" })));
  expect(answer.init?.status).toBe(409);
  expect(JSON.stringify(answer.data)).not.toContain("wrong words");
});

test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""])(
  "nobody is sent on to %j after signing in",
  (next) => {
    expect(safePath(next, "/desk")).toBe("/desk");
  },
);
