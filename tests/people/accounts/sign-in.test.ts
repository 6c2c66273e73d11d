import { beforeEach, expect, test } from "vitest";
import { accounts } from "#drizzle/schema/people";
import { attempts } from "#drizzle/schema/platform";
import { resetPassword, requestPasswordReset } from "~/people/accounts/password-reset.server";
import { signIn } from "~/people/accounts/sign-in.server";
import type { Context } from "~/platform/context";
import type { Database } from "~/platform/database/database.server";
import { action, loader } from "~/routes/account/sign-in";
import { makeAccount, MARIA, secretSent } from "../../support/accounts";
import { DAY, MINUTE, setClock, TEST_NOW } from "../../support/clock";
import { systemContext, useTestDatabase } from "../../support/database";
import { get, post, thrownBy } from "../../support/request";

const args = (request: Request) => ({ request, params: {}, context: {} });
const RIGHT = { email: MARIA.email, password: MARIA.password };
const WRONG = { email: MARIA.email, password: "wrong words" };

let db: Database;
beforeEach(async () => {
  db = useTestDatabase();
  await makeAccount(systemContext(db));
});

const ctxAt = (now: number, address: string | null = null): Context => ({ ...systemContext(db, now), address });
const send = async (values: Record<string, string>) => action(args(await post(db, "/sign-in", values)));

test("signing in sets a cookie and returns to the page that asked for it", async () => {
  const response = await thrownBy(() =>
    send({ email: " Maria@Test.example", password: MARIA.password, next: "/hours?x=1" }),
  );
  expect(response.headers.get("Location")).toBe("/hours?x=1");
  expect(response.headers.get("Set-Cookie")).toMatch(/^hourbook_session=.+HttpOnly/);
});

test.each(["/\t/evil.example", "//evil.example", "/hours\r\nX-Evil: 1", "/\\evil.example"])(
  "signing in leads on to the desk, not to %j",
  async (next) => {
    expect((await thrownBy(() => send({ ...RIGHT, next }))).headers.get("Location")).toBe("/desk");
    const { data } = await loader(args(await get(db, `/sign-in?next=${encodeURIComponent(next)}`)));
    expect(data.next).toBe("");
  },
);

test("a wrong password comes back as an error, without the password", async () => {
  const answer = await send(WRONG);
  expect(answer.init?.status).toBe(409);
  expect(JSON.stringify(answer.data)).not.toContain("wrong words");
});

test("an unknown address and a wrong password get the same answers, waits included", async () => {
  for (let i = 0; i < 8; i++) {
    const wrong = await signIn(ctxAt(TEST_NOW), WRONG);
    const unknown = await signIn(ctxAt(TEST_NOW), { ...WRONG, email: "nobody@test.example" });
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ reason: i < 6 ? "wrong-password" : "too-many-tries" });
  }
});

test("after five wrong passwords the next ones wait, longer each time, and the page says how long", async () => {
  for (let i = 0; i < 6; i++) expect((await send(WRONG)).init?.status).toBe(409);
  const answer = await send(RIGHT);
  expect(answer.init).toMatchObject({ status: 429, headers: { "Retry-After": "30" } });
  expect(answer.data.result.error?.[""]?.[0]).toBe(
    "That was tried too often. Wait 30 seconds, then try again. If you forgot your password, a link for a new one ends the wait.",
  );
  setClock(TEST_NOW + 30_000);
  expect((await send(WRONG)).init?.status).toBe(409);
  expect((await send(RIGHT)).init).toMatchObject({ status: 429, headers: { "Retry-After": "60" } });
  setClock(TEST_NOW + 90_000);
  expect((await thrownBy(() => send(RIGHT))).status).toBe(302);
  expect((await send(WRONG)).init?.status).toBe(409);
});

test("however the address is typed, it is one account that is guessed at", async () => {
  for (const email of [
    MARIA.email,
    "MARIA@test.example",
    " maria@TEST.example ",
    "Maria@test.EXAMPLE",
    MARIA.email,
    MARIA.email,
  ])
    expect((await send({ ...WRONG, email })).init?.status).toBe(409);
  expect((await send({ ...RIGHT, email: "mArIa@test.example" })).init?.status).toBe(429);
});

test("guesses at the same time do not slip through", async () => {
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => signIn(ctxAt(TEST_NOW), WRONG)));
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "wrong-password")).toHaveLength(6);
});

test("wrong passwords are forgotten after a day without one", async () => {
  for (let i = 0; i < 5; i++) await signIn(ctxAt(TEST_NOW), WRONG);
  for (let i = 0; i < 5; i++)
    expect(await signIn(ctxAt(TEST_NOW + DAY), WRONG)).toMatchObject({ reason: "wrong-password" });
  expect((await signIn(ctxAt(TEST_NOW + DAY), RIGHT)).ok).toBe(true);
});

test("a link for a new password ends the wait", async () => {
  for (let i = 0; i < 6; i++) await signIn(ctxAt(TEST_NOW), WRONG);
  requestPasswordReset(ctxAt(TEST_NOW), MARIA.email);
  await resetPassword(ctxAt(TEST_NOW), { token: secretSent(db), password: "the next password" });
  expect((await signIn(ctxAt(TEST_NOW), { ...RIGHT, password: "the next password" })).ok).toBe(true);
});

test("a whole school behind one address signs in on a Monday, all at once", async () => {
  const outcomes = await Promise.all(Array.from({ length: 150 }, () => signIn(ctxAt(TEST_NOW, "203.0.113.7"), RIGHT)));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
});

test("100 failures in a quarter of an hour are taken from one network, whatever the accounts", async () => {
  const from = (network: string, i: number, now = TEST_NOW) =>
    signIn(ctxAt(now, network), { email: `p${i}@test.example`, password: "wrong words" });
  const all = await Promise.all(Array.from({ length: 110 }, (_, i) => from(`2001:db8:1:2::${i}`, i)));
  expect(all.filter((outcome) => !outcome.ok && outcome.reason === "wrong-password")).toHaveLength(100);
  expect(await signIn(ctxAt(TEST_NOW, "2001:db8:1:2::ffff"), RIGHT)).toMatchObject({
    reason: "too-many-tries",
    detail: { retryAt: TEST_NOW + 15 * MINUTE },
  });
  expect((await signIn(ctxAt(TEST_NOW, "2001:db8:1:3::1"), RIGHT)).ok).toBe(true);
  expect((await signIn(ctxAt(TEST_NOW + 15 * MINUTE, "2001:db8:1:2::1"), RIGHT)).ok).toBe(true);
  expect(JSON.stringify(db.select().from(attempts).all())).not.toMatch(/test\.example|2001/);
});

test("an account whose address is not proved does not sign in, and its right password is no failure", async () => {
  db.update(accounts).set({ emailVerifiedAt: null }).run();
  for (let i = 0; i < 8; i++) expect(await signIn(ctxAt(TEST_NOW), RIGHT)).toMatchObject({ reason: "not-verified" });
});

test("cookies that nobody can read are none, and those of others on the same host sign nobody out", async () => {
  for (const cookie of ["hourbook_session=%", "other=%zz", "hourbook_session=%E0%A4%A; ;=;", "=%"]) {
    const { data } = await loader(args(new Request("http://hourbook.test/sign-in", { headers: { Cookie: cookie } })));
    expect(data.next).toBe("");
  }
  const signedIn = (await thrownBy(() => send(RIGHT))).headers.get("Set-Cookie")!.split(";")[0]!;
  const request = new Request("http://hourbook.test/sign-in", { headers: { Cookie: `other=%zz; ${signedIn}` } });
  expect((await thrownBy(() => loader(args(request)))).headers.get("Location")).toBe("/desk");
});
