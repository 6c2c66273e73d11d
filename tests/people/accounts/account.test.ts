import { expect, test } from "vitest";
import { accounts, accountSessions } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { setUpFirstAdministrator } from "~/people/accounts/account.server";
import { issueToken } from "~/people/accounts/account-token.server";
import { findSignedInAccount, startSignInSession } from "~/people/accounts/sign-in-session.server";
import { inTransaction } from "~/platform/database/database.server";
import { action, loader } from "~/routes/account/setup";
import { makeAccount, MARIA } from "../../support/accounts";
import { systemContext, useTestDatabase } from "../../support/database";
import { get, post, thrownBy } from "../../support/request";

test("the database holds no session id that signs anybody in", async () => {
  const db = useTestDatabase();
  const cookie = (await startSignInSession(db, await makeAccount(systemContext(db)))).split(";")[0]!;
  const stored = db.select().from(accountSessions).get()!.id;
  expect(cookie).not.toContain(stored);
  const signedIn = (value: string) =>
    findSignedInAccount(db, new Request("http://hourbook.test/", { headers: { Cookie: value } }));
  expect(await signedIn(cookie)).not.toBeNull();
  expect(await signedIn(`hourbook_session=${stored}`)).toBeNull();
  expect(await findSignedInAccount(db, await get(db, "/"))).toBeNull();
});

test("the first administrator sets up once, and only while nobody has an account", async () => {
  const db = useTestDatabase();
  const ctx = systemContext(db);
  const token = inTransaction(db, (tx) => issueToken(tx, ctx, "setup", {}));
  expect(await setUpFirstAdministrator(ctx, { ...MARIA, token: "guessed" })).toMatchObject({ ok: false });
  expect((await setUpFirstAdministrator(ctx, { ...MARIA, token })).ok).toBe(true);
  expect(db.select().from(grants).all()).toMatchObject([{ role: "admin" }]);
  const again = inTransaction(db, (tx) => issueToken(tx, ctx, "setup", {}));
  const second = { ...MARIA, email: "second@test.example", token: again };
  expect(await setUpFirstAdministrator(ctx, second)).toMatchObject({ reason: "link-expired" });
});

test("a common password of the first administrator comes back at its field", async () => {
  const db = useTestDatabase();
  const token = inTransaction(db, (tx) => issueToken(tx, systemContext(db, Date.now()), "setup", {}));
  const args = (request: Request) => ({ request, params: {}, context: {} });
  const answer = await action(args(await post(db, "/setup", { ...MARIA, password: "administrator", token })));
  expect(answer.data.result.error).toMatchObject({ password: [expect.stringContaining("Many people use") as string] });
  expect(db.select().from(accounts).all()).toEqual([]);
  expect((await loader(args(await get(db, `/setup?token=${token}`)))).data.token).toBe(token);
  expect((await thrownBy(async () => loader(args(await get(db, "/setup?token=guessed"))))).status).toBe(404);
});
