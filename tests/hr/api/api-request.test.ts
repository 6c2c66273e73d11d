import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { attempts, auditEntries } from "#drizzle/schema/platform";
import { apiTokens } from "#drizzle/schema/staff/hr-api";
import { flushUses } from "~/hr/api/token-use.server";
import { flushReadings } from "~/platform/audit/reading-log.server";
import type { Database } from "~/platform/database/database.server";
import { env } from "~/platform/env.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { loader as openapi } from "~/routes/api/v1.openapi[.]json";
import { MINUTE, setClock, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { askApi } from "../../support/hr/ask-api";
import { exportNow } from "../../support/hr/exports";
import { tokenFor } from "../../support/hr/payroll";
import { done } from "../../support/done";

let db: Database;
let hr: TestPerson;
let made: { id: string; token: string };

beforeEach(() => {
  db = useTestDatabase();
  setClock(TEST_NOW);
  hr = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  postCreditFor(db, makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline" }));
  made = tokenFor(staff());
});

const staff = () => actingAs(db, hr, { now: TEST_NOW, scopeIds: [organisationId(db, "Highline")] });

async function problemOf(answer: Response) {
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  const body = (await answer.json()) as { status: number; detail: string };
  expect(body).toMatchObject({ status: answer.status, title: expect.any(String) as string, type: "about:blank" });
  return body;
}

test.each([
  ["/credits?since=-1", "since"],
  ["/credits?since=abc", "since"],
  ["/credits?since=99999", "restored from a backup"],
  ["/credits?since=9999999999999999", "since"],
  ["/credits?limit=0", "limit"],
  ["/credits?limit=201", "limit"],
  ["/credits?limit=1.5", "limit"],
  ["/credits?limit=", "limit"],
  ["/credits?after=x", "after"],
  ["/credits?since=0&since=1", "twice"],
  ["/people?after=ada", "after"],
  ["/exports?before=x'--", "before"],
  ["/token?x=1", "x"],
])("%s is refused in words", async (path, words) => {
  const answer = await askApi(path, made.token);
  expect([answer.status, (await problemOf(answer)).detail]).toEqual([400, expect.stringContaining(words)]);
});

test.each([
  ["no token", null, ""],
  ["an unknown one", "hourbook_hr_aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "invalid_token"],
  ["something else", "x", ""],
])("%s is a 401 that says how", async (_what, bearer, error) => {
  const answer = await askApi("/credits", bearer);
  await problemOf(answer);
  expect(answer.status).toBe(401);
  expect(answer.headers.get("WWW-Authenticate")).toMatch(new RegExp(`^Bearer realm="hourbook-hr".*${error}`));
});

test("a token opens its scopes alone, and each is told of what it may", async () => {
  const { token } = tokenFor(staff(), { scopes: ["people"] });
  for (const path of ["/credits", "/exports", "/acknowledgement"]) {
    const answer = await askApi(path, token);
    await problemOf(answer);
    expect([path, answer.status]).toEqual([path, 403]);
    expect(answer.headers.get("WWW-Authenticate")).toContain("insufficient_scope");
  }
  expect((await askApi("/people", token)).status).toBe(200);
  expect((await askApi("/token", token)).status).toBe(200);
});

test("what a program does not take is a 406, and a body that is no JSON a 415 or 400", async () => {
  for (const [accept, status] of [
    ["text/html", 406],
    ["application/json;q=0", 406],
    ["text/html, application/*;q=0.5", 200],
    ["application/json", 200],
  ] as const)
    expect([accept, (await askApi("/credits", made.token, { headers: { Accept: accept } })).status]).toEqual([
      accept,
      status,
    ]);
  const put = (body: unknown, headers = {}) => askApi("/acknowledgement", made.token, { body, headers });
  expect((await put({ cursor: "0" }, { "Content-Type": "text/plain" })).status).toBe(415);
  for (const body of [{}, { cursor: 1 }, { cursor: "x" }, { cursor: "0", more: 1 }, null, []])
    expect((await problemOf(await put(body))).status).toBe(400);
  expect((await put({ cursor: "99999" })).status).toBe(400);
});

test("an answer that a program has comes as 304, without a reading; whatever changes it comes anew", async () => {
  const first = await askApi("/credits", made.token);
  const etag = first.headers.get("ETag")!;
  const again = await askApi("/credits", made.token, { headers: { "If-None-Match": `"other", W/${etag}` } });
  expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
  flushReadings();
  const readings = () => db.select().from(auditEntries).where(eq(auditEntries.action, "hr.api-read")).all();
  expect(readings()).toMatchObject([
    { actorId: null, subjectId: made.id, detail: { asked: "/api/hr/v1/credits", token: expect.any(String) as string } },
  ]);
  postCreditFor(db, makePerson(db, { organisation: "Highline" }));
  expect((await askApi("/credits", made.token, { headers: { "If-None-Match": etag } })).status).toBe(200);
});

test("the file of an export comes byte for byte, with its SHA-256 as its ETag", async () => {
  const order = { organisationId: organisationId(db, "Highline"), from: null, to: null, onlyNew: true };
  const { exportId, bytes } = done(await exportNow(staff(), order));
  const list = (await (await askApi("/exports", made.token)).json()) as { data: Record<string, unknown>[] };
  expect(list.data).toMatchObject([{ id: exportId, rows: 1, bytes: bytes.length, sha256: sha256(bytes) }]);
  const file = await askApi(`/exports/${exportId}/file`, made.token);
  expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  const etag = file.headers.get("ETag")!;
  expect(etag).toBe(`"${sha256(bytes)}"`);
  expect((await askApi(`/exports/${exportId}/file`, made.token, { headers: { "If-None-Match": etag } })).status).toBe(
    304,
  );
  expect((await problemOf(await askApi("/exports/nothing/file", made.token))).status).toBe(404);
});

test("a token asks so often a minute, counted in the database for all processes, and is told when it may again", async () => {
  const at = (left: number) => ({
    policy: `"token";q=${env.LIMIT_API_PER_TOKEN};w=60`,
    left: `"token";r=${left};t=60`,
  });
  const headersOf = ({ headers }: Response) => ({
    policy: headers.get("RateLimit-Policy"),
    left: headers.get("RateLimit"),
  });
  expect(headersOf(await askApi("/token", made.token))).toEqual(at(env.LIMIT_API_PER_TOKEN - 1));
  flushUses();
  // Another process has counted the rest.
  db.update(attempts)
    .set({ count: env.LIMIT_API_PER_TOKEN - 1 })
    .run();
  expect(headersOf(await askApi("/token", made.token))).toEqual(at(0));
  const refused = await askApi("/token", made.token);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  await problemOf(refused);
  expect((await askApi("/token", tokenFor(staff()).token)).status).toBe(200);
  setClock(TEST_NOW + MINUTE);
  expect((await askApi("/token", made.token)).status).toBe(200);
  flushUses();
});

test("the last use is written at most once a minute", async () => {
  const used = () => db.select().from(apiTokens).where(eq(apiTokens.id, made.id)).get()!.lastUsedAt;
  const ask = async (at: number) => {
    setClock(at);
    expect((await askApi("/token", made.token)).status).toBe(200);
    flushUses();
  };
  await ask(TEST_NOW);
  await ask(TEST_NOW + MINUTE - 1);
  expect(used()).toBe(TEST_NOW);
  await ask(TEST_NOW + MINUTE);
  expect(used()).toBe(TEST_NOW + MINUTE);
});

test("tokens that are guessed are counted by network", async () => {
  const statuses: number[] = [];
  for (let count = 0; count <= env.LIMIT_LINKS_PER_ADDRESS; count++)
    statuses.push(
      (await askApi("/token", `hourbook_hr_guess${"a".repeat(20)}${count}`, { address: "198.51.100.9" })).status,
    );
  expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
  expect((await askApi("/token", made.token)).status).toBe(200);
});

test("the description is for everybody, and has an ETag of its own", async () => {
  const ask = (headers = {}) =>
    openapi({
      request: new Request("http://hourbook.test/api/hr/v1/openapi.json", { headers }),
      params: {},
      context: {},
    });
  const first = ask();
  expect(((await first.json()) as { openapi: string }).openapi).toBe("3.1.0");
  expect(ask({ "If-None-Match": first.headers.get("ETag")! }).status).toBe(304);
});
