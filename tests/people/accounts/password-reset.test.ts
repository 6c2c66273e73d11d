import { beforeEach, expect, test } from "vitest";
import { accounts, accountSessions, accountTokens } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { issueToken } from "~/people/accounts/account-token.server";
import { isResetOpen, requestPasswordReset, resetPassword } from "~/people/accounts/password-reset.server";
import { signIn } from "~/people/accounts/sign-in.server";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { findFeedAddress, renewFeed } from "~/registration/calendar/calendar-feed.server";
import { action as forgot } from "~/routes/account/forgot-password";
import { action, loader } from "~/routes/account/reset-password";
import { makeAccount, MARIA, secretSent } from "../../support/accounts";
import { HOUR, MINUTE, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { messagesOf } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";

const NEXT = "the next password";
const args = (request: Request) => ({ request, params: {}, context: {} });

let db: Database;
let accountId: string;
beforeEach(async () => {
  db = useTestDatabase();
  accountId = await makeAccount(systemContext(db));
});

const ctxAt = (now = TEST_NOW) => systemContext(db, now);
const account = () => db.select().from(accounts).get()!;
const me = () => actingAs(db, { personId: account().personId, accountId, name: "Maria Example" });

function ask(now = TEST_NOW): string {
  requestPasswordReset(ctxAt(now), MARIA.email);
  return secretSent(db);
}

test("a reset works once and lapses after an hour; looking does not use it up (R5)", async () => {
  const token = ask();
  expect(await resetPassword(ctxAt(TEST_NOW + HOUR), { token, password: NEXT })).toMatchObject({
    reason: "link-expired",
  });
  for (let i = 0; i < 3; i++) expect(isResetOpen(ctxAt(), token)).toBe(true);
  expect((await resetPassword(ctxAt(), { token, password: NEXT })).ok).toBe(true);
  expect((await signIn(ctxAt(), { ...MARIA, password: NEXT })).ok).toBe(true);
  expect(await signIn(ctxAt(), MARIA)).toMatchObject({ reason: "wrong-password" });
  expect(await resetPassword(ctxAt(), { token, password: "yet another one" })).toMatchObject({ ok: false });
});

test("a reset ends every signed-in browser and every open link, a pending change of address among them", async () => {
  await startSignInSession(db, accountId);
  inTransaction(db, (tx) => {
    const { personId } = account();
    issueToken(tx, ctxAt(), "change-address", { accountId, email: "thief@test.example", sessionId: "theirs" });
    issueToken(tx, ctxAt(), "verify-address", { email: MARIA.email, legalFirst: "A", legalLast: "B" });
    issueToken(tx, ctxAt(), "verify-address", { accountId, email: "thief@test.example" });
    issueToken(tx, ctxAt(), "invitation", { personId, email: MARIA.email });
    issueToken(tx, ctxAt(), "verify-address", { email: "other@test.example", legalFirst: "O", legalLast: "T" });
  });
  const token = ask();
  expect((await resetPassword(ctxAt(), { token, password: NEXT })).ok).toBe(true);
  expect(db.select().from(accountSessions).all()).toEqual([]);
  const open = db.select().from(accountTokens).all();
  expect(open.filter(({ usedAt }) => usedAt === null).map(({ email }) => email)).toEqual(["other@test.example"]);
});

test("when something fails, the password, the browsers and the link stay as they were", async () => {
  await startSignInSession(db, accountId);
  const token = ask();
  const failing = resetPassword(ctxAt(), { token, password: NEXT }, () => {
    throw new Error("the disk is full");
  });
  await expect(failing).rejects.toThrow("the disk is full");
  expect(db.select().from(accountSessions).all()).toHaveLength(1);
  expect(isResetOpen(ctxAt(), token)).toBe(true);
  expect((await signIn(ctxAt(), MARIA)).ok).toBe(true);
});

test.each([
  [{}, false],
  [{ renewCalendar: "on" }, true],
])("with %j, the private calendar address ends: %j", async (choice, ends) => {
  renewFeed(me());
  const before = findFeedAddress(me());
  const token = ask();
  const done = await thrownBy(async () =>
    action(args(await post(db, "/reset-password", { token, password: NEXT, ...choice }))),
  );
  expect(done.headers.get("Location")).toBe("/desk");
  expect(findFeedAddress(me()) !== before).toBe(ends);
  const audited = db.select().from(auditEntries).all();
  expect(audited.filter(({ action }) => action === "calendar-feed.renewed")).toHaveLength(ends ? 2 : 1);
});

test("whoever has no calendar address gets none by a reset", async () => {
  const token = ask();
  await thrownBy(async () =>
    action(args(await post(db, "/reset-password", { token, password: NEXT, renewCalendar: "on" }))),
  );
  expect(findFeedAddress(me())).toBeNull();
});

test("a common password comes back at its field, the link unused", async () => {
  const token = ask();
  const answer = await action(args(await post(db, "/reset-password", { token, password: "passwordpassword" })));
  expect(answer.data.result.error).toMatchObject({ password: [expect.stringContaining("Many people") as string] });
  expect((await loader(args(await get(db, `/reset-password?token=${token}`)))).data.works).toBe(true);
});

test("a reset for an unknown address sends nothing and looks the same", () => {
  expect(requestPasswordReset(ctxAt(), "nobody@test.example")).toEqual(requestPasswordReset(ctxAt(), MARIA.email));
  expect(messagesOf(db, "reset-password")).toHaveLength(1);
});

test("an account gets three mails an hour, and the rest are dropped in silence", () => {
  for (let i = 0; i < 5; i++) expect(requestPasswordReset(ctxAt(TEST_NOW + i), MARIA.email).ok).toBe(true);
  expect(messagesOf(db, "reset-password")).toHaveLength(3);
  ask(TEST_NOW + HOUR);
  expect(messagesOf(db, "reset-password")).toHaveLength(4);
});

test("30 requests in a quarter of an hour are taken from one network, then the form says when to try again", async () => {
  const send = async (i: number) => forgot(args(await post(db, "/forgot-password", { email: `p${i}@test.example` })));
  for (let i = 0; i < 30; i++) expect((await send(i)).data).toMatchObject({ sentTo: `p${i}@test.example` });
  const answer = await send(30);
  expect(answer.init).toMatchObject({ status: 429, headers: { "Retry-After": String((15 * MINUTE) / 1000) } });
});

test("100 links that stand for nothing are opened from one network, then none is for a while", async () => {
  const token = ask();
  const open = async (secret: string) => loader(args(await get(db, `/reset-password?token=${secret}`)));
  for (let i = 0; i < 100; i++) expect((await open(`guess-${i}`)).data.works).toBe(false);
  const refused = await thrownBy(() => open(token));
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "900"]);
  const posted = await action(args(await post(db, "/reset-password", { token, password: NEXT })));
  expect(posted.init?.status).toBe(429);
  expect(isResetOpen({ ...ctxAt(), address: "198.51.100.1" }, token)).toBe(true);
});
