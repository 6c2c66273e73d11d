import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import { insertReferenceData } from "#seed/reference";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { systemContext } from "../../support/database";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { startReceiver } from "../../support/network/receiver";
import { makeWorkplace, type RunningServer, startServer } from "../server-process";
import { makeClient } from "./client-package";

const place = makeWorkplace();
let db: Database;
let server: RunningServer;
let hr: TestPerson;
let cookie: string;
let client: Awaited<ReturnType<typeof makeClient>>;
let creditId: string;

beforeAll(async () => {
  db = openDatabase(place.databaseFile);
  insertReferenceData(systemContext(db));
  hr = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  const ada = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline" });
  db.update(affiliations).set({ employeeId: "00042" }).where(eq(affiliations.personId, ada.personId)).run();
  makePerson(db, { first: "Kai", last: "Kentish", organisation: "Kent" });
  creditId = postCreditFor(db, ada).creditId;
  postCreditFor(db, ada, { day: "2027-04-09" });
  server = await startServer({ DATABASE_FILE: place.databaseFile, WEBHOOK_PRIVATE_ADDRESSES: "yes" });
  cookie = (await startSignInSession(db, hr.accountId)).split(";")[0]!;
  client = await makeClient(server.origin);
});

afterAll(async () => {
  client?.remove();
  await server?.stop();
  db?.$client.close();
  place.remove();
});

/** What HR's page shows once, of a form that was posted as a browser without scripts posts it. */
async function shownOnce(values: [string, string][], what: RegExp): Promise<string> {
  const body = new URLSearchParams([["organisationId", organisationId(db, "Highline")], ...values]);
  const headers = { Cookie: cookie, Origin: server.origin };
  const answer = await fetch(`${server.origin}/hr/api`, { method: "POST", headers, body });
  return what.exec(await answer.text())![0];
}

const makeToken = () =>
  shownOnce(
    [
      ["intent", "make-token"],
      ["name", `Payroll ${Math.random()}`],
      ["scopes", "credits"],
      ["scopes", "people"],
      ["scopes", "exports"],
      ["days", "365"],
    ],
    /hourbook_hr_[\w-]{43}/,
  );

test("a client that was generated from the description takes credits over, acknowledges, and sees a correction", async () => {
  const token = await makeToken();
  expect(await client.run(token)).toEqual({
    seen: ["posted", "posted"],
    minutes: [420, 420],
    acknowledged: true,
    names: ["Ames"],
    numbers: ["00042"],
    refused: 400,
    exports: 0,
    district: "Highline",
  });
  expect((await client.run(token)).seen).toEqual([]);
  correctCreditRow(db, creditId, 60, Date.now());
  expect(await client.run(token)).toMatchObject({ seen: ["corrected"], minutes: [60] });
});

test("a receiver is told of what was posted, with a signature that it can check", async () => {
  const receiver = await startReceiver();
  receiver.state.secret = await shownOnce(
    [
      ["intent", "add-endpoint"],
      ["url", receiver.url],
      ["events", "posted"],
    ],
    /whsec_[A-Za-z0-9+/=]+/,
  );
  postCreditFor(db, makePerson(db, { organisation: "Highline" }), { day: "2027-05-09" });
  await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBe(1);
  expect(receiver.received).toMatchObject([{ isGenuine: true, body: { type: "credits.posted", data: { count: 1 } } }]);
});

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${server.origin}/api/hr/v1${path}`, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

test("every failure is a problem, and goes through the same doors as a page", async () => {
  const token = await makeToken();
  const bearer = { Authorization: `Bearer ${token}` };
  const json = { ...bearer, "Content-Type": "application/json" };
  const put = (body: string, headers = {}) => ({ method: "PUT", headers: { ...json, ...headers }, body });
  const failures: [path: string, init: RequestInit, status: number][] = [
    ["/credits", {}, 401],
    ["/credits", { headers: { Cookie: cookie } }, 401],
    ["/nothing", { headers: bearer }, 404],
    ["", { headers: bearer }, 404],
    ["/exports/x/file", { headers: bearer }, 404],
    ["/credits", { method: "POST", headers: json, body: "{}" }, 405],
    ["/credits", { method: "DELETE", headers: bearer }, 405],
    ["/credits", { method: "OPTIONS" }, 405],
    ["/acknowledgement", { method: "POST", headers: json, body: "{}" }, 405],
    ["/credits", { headers: { ...bearer, Accept: "text/html" } }, 406],
    ["/acknowledgement", put("{"), 400],
    ["/acknowledgement", put('{"cursor":"0"}', { Origin: "https://evil.example" }), 403],
    ["/acknowledgement", put('{"cursor":"0"}', { "Content-Type": "text/plain" }), 415],
    ["/acknowledgement", put(`{"cursor":"${"0".repeat(300_000)}"}`), 413],
    ["/%zz", { headers: bearer }, 400],
  ];
  for (const [path, init, status] of failures) {
    const answer = await ask(path, init);
    const said = [path, answer.status, answer.headers.get("Content-Type")];
    expect(said).toEqual([path, status, "application/problem+json"]);
    expect(JSON.parse(answer.text)).toMatchObject({
      status,
      detail: expect.any(String) as string,
      title: expect.any(String) as string,
    });
    // An address that is none is refused before anything else looks at it.
    if (path !== "/%zz") expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    if (status === 405) expect(answer.headers.get("Allow")).toMatch(/GET, HEAD/);
  }
});

test("a good answer says its limit and its ETag, by HEAD as well, and nobody else keeps it", async () => {
  const headers = { Authorization: `Bearer ${await makeToken()}` };
  const first = await ask("/credits", { headers });
  expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(first.headers.get("RateLimit")).toMatch(/^"token";r=\d+;t=\d+$/);
  const etag = first.headers.get("ETag")!;
  expect(await ask("/credits", { headers: { ...headers, "If-None-Match": etag } })).toMatchObject({ status: 304 });
  const head = await ask("/credits", { method: "HEAD", headers });
  expect([head.status, head.text, head.headers.get("ETag")]).toEqual([200, "", etag]);
});

test("the description is a page for everybody, without a script, a form or another site", async () => {
  const answer = await fetch(`${server.origin}/api/hr`);
  const text = await answer.text();
  expect(answer.status).toBe(200);
  for (const words of ["/credits", "since", "CreditEvent", "webhook-signature", `${server.origin}/api/hr/v1`])
    expect(text).toContain(words);
  expect(text).not.toMatch(/(src|href)="https?:\/\/(?!localhost)/);
});
