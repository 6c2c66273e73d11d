import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { apiTokens } from "#drizzle/schema/staff/hr-api";
import { listTokens, makeToken, TOKEN_REFUSALS } from "~/hr/api/api-token.server";
import { MOST_TOKENS } from "~/hr/api/api-token";
import { MOST_ENDPOINTS } from "~/hr/webhooks/webhook";
import { listEndpoints } from "~/hr/webhooks/webhook.server";
import { revokeGrant } from "~/people/roles/grant.server";
import { grants } from "#drizzle/schema/grants";
import type { Database } from "~/platform/database/database.server";
import { action, loader } from "~/routes/hr-api/_index";
import { action as endpointAction, loader as endpointPage } from "~/routes/hr-api/endpoints.$id";
import { DAY, setClock, TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { askApi } from "../../support/hr/ask-api";
import { endpointFor, endpointOf, tokenFor } from "../../support/hr/payroll";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let hr: TestPerson;

beforeEach(() => {
  db = useTestDatabase();
  setClock(TEST_NOW);
  hr = makePerson(db, { first: "Hana", last: "Ames" });
  give(db, hr, "hr", highline());
});

const highline = () => organisationId(db, "Highline");
const staff = () => actingAs(db, hr, { now: TEST_NOW, scopeIds: [highline()] });
const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });

/** What the page answers a post: its data, and its status. */
async function send(values: Record<string, string | string[]>) {
  const answer = await action(args(await post(db, "/hr/api", values, hr)));
  const { data, init } = answer as { data: { result: unknown; shown?: { secret: string } }; init: ResponseInit | null };
  return { ...data, status: init?.status ?? 200 };
}

const TOKEN = () => ({
  intent: "make-token",
  organisationId: highline(),
  name: "Payroll",
  scopes: "credits",
  days: "90",
});

test("HR makes a token: it is shown once, works, and is kept as a digest alone", async () => {
  const { shown } = await send(TOKEN());
  expect(shown!.secret).toMatch(/^hourbook_hr_[\w-]{43}$/);
  expect((await askApi("/token", shown!.secret)).status).toBe(200);
  expect(JSON.stringify(db.select().from(apiTokens).all())).not.toContain(shown!.secret);
  const page = JSON.stringify(await loader(args(await get(db, "/hr/api", hr))));
  expect(page).not.toContain(shown!.secret);
  expect(page).not.toContain("hash");
  expect(db.select().from(auditEntries).where(eq(auditEntries.action, "hr-api.token-made")).all()).toHaveLength(1);
});

test("a double tap makes one token, and shows it both times", async () => {
  const once = "0123456789abcdef0123456789abcdef";
  const [first, second] = [await send({ ...TOKEN(), once }), await send({ ...TOKEN(), once })];
  expect(second.shown).toEqual(first.shown);
  expect(db.select().from(apiTokens).all()).toHaveLength(1);
  const others = await send({ ...TOKEN(), name: "Other", once });
  expect(others.shown).not.toEqual(first.shown);
});

test.each([
  [{ name: "" }, 400],
  [{ scopes: [] }, 400],
  [{ scopes: "everything" }, 400],
  [{ days: "0" }, 400],
  [{ days: "367" }, 400],
])("%j is refused with what was typed", async (wrong, status) => {
  expect((await send({ ...TOKEN(), ...wrong })).status).toBe(status);
  expect(db.select().from(apiTokens).all()).toEqual([]);
});

test("names are told apart, there is an end to how many, and another district's is not there", async () => {
  await send(TOKEN());
  expect((await send({ ...TOKEN(), name: "PAYROLL" })).status).toBe(409);
  for (let count = 1; count < MOST_TOKENS; count++) tokenFor(staff());
  const input = { organisationId: highline(), name: "One more", scopes: ["credits" as const], days: 1 };
  expect(makeToken(staff(), input, "x")).toMatchObject({ reason: "too-many" });
  const foreign = { ...TOKEN(), organisationId: organisationId(db, "Kent") };
  expect((await thrownBy(async () => action(args(await post(db, "/hr/api", foreign, hr))))).status).toBe(404);
});

test("a revoked or expired token opens nothing from then on; an expired one's name is free once it is revoked", async () => {
  const revoked = tokenFor(staff());
  const short = tokenFor(staff(), { days: 1 });
  const form = { intent: "revoke-token", tokenId: revoked.id };
  expect((await thrownBy(async () => action(args(await post(db, "/hr/api", form, hr))))).status).toBe(302);
  expect((await askApi("/token", revoked.token)).status).toBe(401);
  expect((await askApi("/token", short.token)).status).toBe(200);
  setClock(TEST_NOW + DAY);
  expect((await askApi("/token", short.token)).status).toBe(401);
  const states = listTokens({ ...staff(), now: TEST_NOW + DAY }, highline()).map(({ state }) => state);
  expect(states).toEqual(["expired", "revoked"]);
  expect((await send(form)).result).toMatchObject({ error: { "": [TOKEN_REFUSALS.revoked] } });
});

test("a token stays its district's when whoever made it leaves HR, and rests while nobody is HR there", async () => {
  const { token } = tokenFor(staff());
  const colleague = makePerson(db, { first: "Cora" });
  give(db, colleague, "hr", highline());
  const leave = (person: TestPerson) => {
    const [grant] = db.select().from(grants).where(eq(grants.personId, person.personId)).all();
    done(revokeGrant(actingAs(db, hr), { personId: person.personId, grantId: grant!.id }));
  };
  leave(hr);
  expect((await askApi("/token", token)).status).toBe(200);
  expect(listTokens(staff(), highline())).toMatchObject([{ hasMakerLeft: true }]);
  leave(colleague);
  expect((await askApi("/token", token)).status).toBe(401);
});

test("HR adds an endpoint: its secret is shown once and is not in the database; there is an end to how many", async () => {
  const endpoint = (url: string) => ({ intent: "add-endpoint", organisationId: highline(), url, events: "posted" });
  const { shown } = await send(endpoint("https://payroll.example/hook"));
  expect(shown!.secret).toMatch(/^whsec_/);
  expect(JSON.stringify(listEndpoints(db, highline()))).not.toContain("ecret");
  expect((await send(endpoint("https://payroll.example/hook"))).status).toBe(409);
  expect((await send(endpoint("https://127.0.0.1/hook"))).status).toBe(409);
  expect((await send(endpoint("http://payroll.example/hook"))).status).toBe(409);
  for (let count = 1; count < MOST_ENDPOINTS; count++) endpointFor(staff(), `https://payroll.example/${count}`);
  expect((await send(endpoint("https://payroll.example/more"))).status).toBe(409);
});

test("an endpoint is changed, switched, given a secret and removed on its page, and its history stays", async () => {
  const { id } = endpointFor(staff(), "https://payroll.example/hook");
  const act = async (values: Record<string, string | string[]>) =>
    endpointAction(args(await post(db, `/hr/api/endpoints/${id}`, values, hr), { id }));
  await thrownBy(() => act({ intent: "save", url: "https://payroll.example/new", events: ["posted", "corrected"] }));
  await thrownBy(() => act({ intent: "switch-off" }));
  expect(endpointOf(db, id)).toMatchObject({ url: "https://payroll.example/new", offReason: "by-hand" });
  const answer = (await act({ intent: "new-secret" })) as { data: { shown: string } };
  expect(answer.data.shown).toMatch(/^whsec_/);
  const page = (await endpointPage(args(await get(db, `/hr/api/endpoints/${id}`, hr), { id }))) as {
    data: { history: { what: string }[] };
  };
  expect(page.data.history.map(({ what }) => what.split(":")[0])).toEqual(
    expect.arrayContaining(["Added", "Changed", "Switched off", "New secret"]),
  );
  expect(JSON.stringify(page)).not.toContain("sealedSecret");
  await thrownBy(() => act({ intent: "remove" }));
  expect(listEndpoints(db, highline())).toEqual([]);
});
