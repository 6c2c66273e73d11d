import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { affiliations } from "#drizzle/schema/people";
import { webhookDeliveries } from "#drizzle/schema/staff/hr-api";
import { apiDocument } from "~/hr/api/api-document";
import { revokeToken } from "~/hr/api/api-token.server";
import { flushReadings } from "~/platform/audit/reading-log.server";
import { setDatabase } from "~/platform/database/database.server";
import { queueMessages } from "~/hr/webhooks/queue-messages.server";
import { DAY, setClock, TEST_NOW } from "../support/clock";
import { postCreditFor } from "../support/credits";
import { actingAs, systemContext } from "../support/database";
import { affiliate } from "../support/factories";
import { askApi } from "../support/hr/ask-api";
import { tokenFor } from "../support/hr/payroll";
import { LEARNERS, OWNERS, type Owner } from "./access/cast";
import { listTold, namedFor } from "./access/visit";
import { makeWorld, type World } from "./access/world";

/** Every address of the API, made from its description: with each id that it takes, of each owner, and each way on. */
const PATHS = Object.keys(apiDocument("").paths ?? {});

let world: World;
const tokens = {} as Record<Owner | "revoked" | "expired", string>;
let mover: World["cast"]["learners"]["ash"];

beforeAll(async () => {
  world = await makeWorld();
  const { db, cast } = world;
  setDatabase(db);
  setClock(TEST_NOW);
  // Ash's learner moved to Birch's district, and earned something in each.
  mover = cast.learners.ash;
  db.update(affiliations).set({ toDate: "2027-01-31" }).where(eq(affiliations.personId, mover.personId)).run();
  affiliate(db, mover, { organisation: "Birch School District", from: "2027-02-01", confirmed: true });
  postCreditFor(db, mover, { day: "2027-01-20", title: "Ashen hours" });
  postCreditFor(db, mover, { day: "2027-03-20", title: "Birchen hours" });
  const hr = (owner: Owner) =>
    actingAs(db, cast.staff[`hr ${owner}`], { now: TEST_NOW, scopeIds: [cast.districts[owner]] });
  for (const owner of OWNERS) tokens[owner] = tokenFor(hr(owner)).token;
  const revoked = tokenFor(hr("ash"));
  revokeToken(hr("ash"), revoked.id);
  tokens.revoked = revoked.token;
  tokens.expired = tokenFor({ ...hr("ash"), now: TEST_NOW - 2 * DAY }, { days: 1 }).token;
});

/** An address with everything that it can be asked, by ids of an owner. */
function addressesOf(path: string, owner: Owner): string[] {
  const { export: exportId, person } = world.ids[owner];
  const at = path.replace("{id}", exportId!);
  const ways: Record<string, string[]> = {
    "/credits": ["", "?since=0&limit=200", "?since=acknowledged"],
    "/people": ["", `?after=${person}`, "?limit=200"],
    "/exports": ["", `?before=${exportId}`],
  };
  return (ways[path] ?? [""]).map((way) => `${at}${way}`);
}

/** What must never be told to a district: everybody who never belonged to it, and what others earned elsewhere. */
function forbiddenFor(owner: Owner): string[] {
  const { learners } = world.cast;
  const others = (Object.keys(LEARNERS) as (keyof typeof LEARNERS)[]).filter(
    (name) => LEARNERS[name].district !== owner && learners[name].personId !== mover.personId,
  );
  const emails = Object.values(learners).map(({ email }) => email);
  const own = owner === "ash" ? "Birchen hours" : "Ashen hours";
  const gone = owner === "birch" ? [] : ["2027-02-01"];
  const { export: exportId, "claim.posted": claimId } = world.ids[owner === "ash" ? "birch" : "ash"];
  const ids = [...others.map((name) => learners[name].personId), exportId!, ...(owner === "ash" ? [claimId!] : [])];
  return [...others.map((name) => LEARNERS[name].word), ...emails, own, ...gone, ...ids];
}

describe.each(PATHS)("%s", (path) => {
  test.each(OWNERS)("with the token of %s tells nothing of the other district", async (owner) => {
    for (const ids of OWNERS) {
      for (const address of addressesOf(path, ids)) {
        const answer = await askApi(address, tokens[owner]);
        const told = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
        expect(listTold(told, forbiddenFor(owner)), address).toEqual([]);
        if (path.includes("{id}")) expect([address, answer.status]).toEqual([address, ids === owner ? 200 : 404]);
        else expect([address, answer.status]).toEqual([address, 200]);
      }
    }
  });

  test("without a token, with one that was revoked or has expired, and with a cookie alone tells nothing", async () => {
    for (const address of addressesOf(path, "ash")) {
      for (const bearer of [null, tokens.revoked, tokens.expired, `${tokens.ash}x`, tokens.ash.slice(0, -1)]) {
        const answer = await askApi(address, bearer, { headers: { Cookie: "hourbook_session=anything" } });
        expect([address, answer.status]).toEqual([address, 401]);
        expect(
          listTold(
            await answer.text(),
            Object.values(LEARNERS).map(({ word }) => word),
          ),
        ).toEqual([]);
      }
    }
  });
});

test("an id of another district is answered as one that nothing has", async () => {
  const [foreign, unknown] = await Promise.all(
    [world.ids.birch.export!, "01890000-0000-7000-8000-000000000000"].map(async (id) => {
      const answer = await askApi(`/exports/${id}/file`, tokens.ash);
      return [answer.status, await answer.text()];
    }),
  );
  expect(foreign).toEqual(unknown);
});

test("S1 somebody who moved shows each district its own part, and what each sees is there to be seen", async () => {
  const told = async (owner: Owner) => (await askApi("/credits?limit=200", tokens[owner])).text();
  expect(await told("ash")).toContain("Ashen hours");
  expect(await told("birch")).toContain("Birchen hours");
});

test("P5 everybody whom an answer names stands in the audit log, under its request", async () => {
  for (const path of ["/credits?limit=200", "/people?limit=200"]) {
    const told = await (await askApi(path, tokens.ash)).text();
    flushReadings();
    const named = namedFor(world.db, `ask ${path}`);
    const shown = Object.entries(LEARNERS).filter(([, { word }]) => listTold(told, [word]).length > 0);
    expect(shown.length).toBeGreaterThan(0);
    for (const [name] of shown) expect(named).toContain(world.cast.learners[name as keyof typeof LEARNERS].personId);
  }
});

test("a message of a webhook names nobody", () => {
  queueMessages({ ...systemContext(world.db), now: TEST_NOW });
  const messages = world.db.select().from(webhookDeliveries).all();
  expect(messages.length).toBeGreaterThan(0);
  const people = Object.values(world.cast.learners);
  const words = [
    ...Object.values(LEARNERS).map(({ word }) => word),
    ...people.flatMap(({ email, personId }) => [email, personId]),
  ];
  expect(listTold(messages.map(({ body }) => body).join("\n"), words)).toEqual([]);
});
