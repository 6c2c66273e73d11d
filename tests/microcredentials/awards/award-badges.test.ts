import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { awardChanges, awards } from "#drizzle/schema/microcredentials/awards";
import { persons } from "#drizzle/schema/people";
import { changeAward } from "~/microcredentials/awards/award.server";
import { findAwardPage, getMyAward, renewMyBadge, saveAwardPage } from "~/microcredentials/awards/award-page.server";
import { readShownAward } from "~/microcredentials/awards/shown-award.server";
import { findCurrentBadge } from "~/microcredentials/badges/badge.server";
import { bakedPng, bakedSvg } from "~/microcredentials/badges/badge-response.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { generateKeyPairSync } from "node:crypto";
import { fromJwk } from "@digitalbazaar/ed25519-multikey";
import { composeBadge } from "~/microcredentials/badges/badge";
import { signCredential } from "~/microcredentials/badges/linked-data.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { action as dropFile } from "~/routes/public/verify._index";
import { loader as lookUp } from "~/routes/public/verify.$code";
import { loader as badgeJson } from "~/routes/services/badges.$code._index";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, psesd, type TestPerson } from "../../support/factories";
import { makeAward, signed } from "../../support/microcredentials/awards";
import { parameters } from "../../support/microcredentials/badges";
import { makeAssessor, makeCoordinator } from "../../support/microcredentials/portfolios";
import { get, thrownBy } from "../../support/request";

let db: Database;
let cora: ScopedContext;
let ada: TestPerson;
let awardId: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  ada = makePerson(db, { first: "Ada", last: "Ames" });
  awardId = makeAward(db, { coordinator: cora, assessor: makeAssessor(db), providerId: psesd(db).id }, ada).award.id;
});
const mine = (now = TEST_NOW) => actingAs(db, ada, { now });

async function drop(bytes: Buffer | string, name = "badge.json") {
  const body = new FormData();
  body.append("file", new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name));
  const headers = { Origin: "http://hourbook.test", "X-Client-Address": "203.0.113.7" };
  const request = new Request("http://hourbook.test/verify", { method: "POST", body, headers });
  return (await dropFile({ request, params: {}, context: {} })).data.badge;
}
const change = (kind: "revoked" | "suspended" | "resumed" | "replaced", more: { awardedOn?: string } = {}) =>
  changeAward(cora, { awardId, kind, reason: "Asked for", ...more });

describe("a badge at the page for checking", () => {
  test("is genuine as JSON, SVG and PNG, and by its code", async () => {
    const { badge } = await signed(db, awardId);
    const whole = { ...badge, credential: badge.credential! };
    for (const file of [badge.credential!, bakedSvg(whole), bakedPng(whole, 200)])
      expect(await drop(file)).toMatchObject({ verdict: "genuine", record: { code: badge.code } });
    const found = await lookUp({ request: await get(db, "/"), params: { code: badge.code }, context: {} });
    expect(found.data.badge).toMatchObject({ verdict: "genuine", words: { title: "Calm classrooms" } });
  });

  test("is told as suspended, valid again, superseded and revoked, with the reason", async () => {
    const { badge } = await signed(db, awardId);
    const told = async () => {
      const checked = await drop(badge.credential!);
      return [checked?.verdict, checked?.record?.standing.reason];
    };
    done(change("suspended"));
    expect(await told()).toEqual(["suspended", "Asked for"]);
    done(change("resumed"));
    expect(await told()).toEqual(["genuine", null]);
    done(change("replaced"));
    expect(await told()).toEqual(["superseded", null]);
    expect((await drop(badge.credential!))?.record?.standing.successor).toBe(findCurrentBadge(db, awardId)!.code);
    done(change("revoked"));
    expect(await told()).toEqual(["revoked", "Asked for"]);
  });

  test("is expired after its last day", async () => {
    const { badge } = await signed(db, awardId);
    db.$client.exec("drop trigger awards_date");
    db.update(awards)
      .set({ expiresAt: TEST_NOW - 1 })
      .where(eq(awards.id, awardId))
      .run();
    expect(await drop(badge.credential!)).toMatchObject({ verdict: "expired" });
  });

  test("is altered with one letter changed, and leads to what is on record", async () => {
    const { badge } = await signed(db, awardId);
    const altered = badge.credential!.replace("Calm classrooms", "Calm Classrooms");
    expect(await drop(altered)).toMatchObject({
      ...{ verdict: "altered", problems: ["not-signed-by-issuer"], record: { code: badge.code } },
    });
  });

  test("is unknown without a badge inside, and signed by us but not on record", async () => {
    const { badge } = await signed(db, awardId);
    expect(await drop('{"a":1}')).toMatchObject({ verdict: "unknown", problems: ["not-a-credential"] });
    expect(await drop("<svg/>")).toMatchObject({ verdict: "unknown", problems: ["no-badge"] });
    db.$client.exec("drop trigger badges_no_delete");
    db.$client.exec("delete from badges");
    expect(await drop(badge.credential!)).toMatchObject({ verdict: "unknown", problems: ["not-on-record"] });
  });

  test("of another issuer is checked against the key inside it, and never against one elsewhere", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const { publicKeyMultibase } = await (
      await fromJwk({ jwk: privateKey.export({ format: "jwk" }) })
    ).export({ publicKey: true });
    const did = `did:key:${publicKeyMultibase}`;
    const key = {
      id: publicKeyMultibase,
      dataPrivateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    };
    const unsigned = composeBadge(
      parameters(),
      { code: "X", list: 1, index: 1 },
      { origin: "https://elsewhere.example", hash: sha256 },
    );
    const foreign = await signCredential({ ...unsigned, issuer: did }, { did, key, now: TEST_NOW });
    expect(await drop(JSON.stringify(foreign))).toMatchObject({
      ...{ verdict: "foreign", problems: ["foreign-signature-holds"], record: null },
    });
    expect(await drop(JSON.stringify({ ...foreign, name: "Another" }))).toMatchObject({
      ...{ verdict: "foreign", problems: ["foreign-signature-fails"] },
    });
    const elsewhere = { ...foreign, issuer: "did:web:elsewhere.example" };
    expect(await drop(JSON.stringify(elsewhere))).toMatchObject({ problems: ["foreign-key-elsewhere"] });
  });

  test("hostile JSON is an answer, never a fault", async () => {
    for (const text of [
      "{",
      "[".repeat(5),
      `{"a":${"[".repeat(9_000)}${"]".repeat(9_000)}}`,
      `<svg>${"<g>".repeat(500)}`,
    ])
      expect((await drop(text))?.verdict ?? "unknown").toBe("unknown");
  });
});

describe("replacing", () => {
  test("a corrected date stands on the award, in the new badge and on record; the person is told", async () => {
    await signed(db, awardId);
    expect(change("replaced", { awardedOn: "2099-01-01" })).toMatchObject({ ok: false, reason: "in-future" });
    done(change("replaced", { awardedOn: "2026-09-30" }));
    expect(findCurrentBadge(db, awardId)!.parameters.awardedOn).toBe("2026-09-30");
    const [row] = db.select().from(awardChanges).where(eq(awardChanges.awardId, awardId)).all();
    expect(row).toMatchObject({ kind: "replaced", reason: "Asked for", awardedOn: "2026-09-30" });
    expect(getMyAward(mine(), awardId).award.awardedOn).toBe("2026-09-30");
  });

  test("its holder makes a new badge once a name is another, and not without need", async () => {
    await signed(db, awardId);
    expect(renewMyBadge(mine(), awardId)).toMatchObject({ ok: false, reason: "nothing-to-renew" });
    db.update(persons).set({ legalLast: "Abel" }).where(eq(persons.id, ada.personId)).run();
    expect(getMyAward(mine(), awardId).outdated).toEqual(["name"]);
    done(renewMyBadge(mine(), awardId));
    expect(findCurrentBadge(db, awardId)!.parameters.recipient.legalName).toBe("Ada Abel");
    expect(getMyAward(mine(), awardId).outdated).toEqual([]);
  });

  test("nothing new is made of a revoked award", async () => {
    await signed(db, awardId);
    done(change("revoked"));
    db.update(persons).set({ legalLast: "Abel" }).where(eq(persons.id, ada.personId)).run();
    expect(renewMyBadge(mine(), awardId)).toMatchObject({ ok: false, reason: "not-possible-now" });
    expect(change("replaced")).toMatchObject({ ok: false, reason: "not-possible-now" });
  });
});

describe("the public page", () => {
  const save = (more: Partial<Parameters<typeof saveAwardPage>[1]> = {}) =>
    saveAwardPage(mine(), {
      ...{ awardId, isPublic: true, shown: [], shownFiles: [], inBadge: false },
      ...{ revision: findAwardPage(db, awardId)?.revision ?? 0, ...more },
    });
  const partKey = () => getMyAward(mine(), awardId).evidence[0]!.key;
  const read = (code: string) => readShownAward({ ...mine(), actor: null }, code);

  test("is there only while its holder turns it on, at the same address each time", async () => {
    await signed(db, awardId);
    done(save());
    const { code } = findAwardPage(db, awardId)!;
    const shown = await read(code);
    expect(shown).toMatchObject({ holder: "Ada Ames", evidence: [], isMine: false });
    expect(shown.steps.map(({ holds }) => holds)).toEqual([true, true, true, true]);
    done(save({ isPublic: false }));
    expect((await thrownBy(() => read(code))).status).toBe(404);
    done(save());
    expect(findAwardPage(db, awardId)!.code).toBe(code);
  });

  test("shows only the evidence that was chosen, and nothing that is not there", async () => {
    await signed(db, awardId);
    done(save());
    const { code } = findAwardPage(db, awardId)!;
    expect(JSON.stringify(await read(code))).not.toContain("I greet everybody");
    done(save({ shown: [partKey(), "no-such-part"], shownFiles: ["no-such-file"] }));
    expect(findAwardPage(db, awardId)).toMatchObject({ shown: [partKey()], shownFiles: [] });
    expect(JSON.stringify(await read(code))).toContain("I greet everybody");
  });

  test("a badge names evidence only by choice, and a new one takes it back", async () => {
    await signed(db, awardId);
    const first = findCurrentBadge(db, awardId)!;
    expect(done(save({ shown: [partKey()] }))).toMatchObject({ isReplaced: false });
    expect(done(save({ shown: [partKey()], inBadge: true }))).toMatchObject({ isReplaced: true });
    const named = await signed(db, awardId);
    expect(named.credential.evidence).toMatchObject([{ name: "Plan" }]);
    expect(named.badge.id).not.toBe(first.id);
    expect(done(save({ isPublic: false, shown: [partKey()], inBadge: true }))).toMatchObject({ isReplaced: true });
    expect((await signed(db, awardId)).credential).not.toHaveProperty("evidence");
  });

  test("what another window saved is not overwritten", () => {
    done(save());
    expect(save({ revision: 0 })).toMatchObject({ ok: false, reason: "changed-meanwhile" });
  });

  test("a revoked award says so there, step by step", async () => {
    await signed(db, awardId);
    done(save());
    done(change("revoked"));
    const shown = await read(findAwardPage(db, awardId)!.code);
    expect(shown.badge?.standing).toMatchObject({ verdict: "revoked", reason: "Asked for" });
    expect(shown.steps.filter(({ holds }) => !holds).map(({ label }) => label)).toEqual([
      "It is not revoked or suspended",
    ]);
  });
});

test("a badge's own address gives the credential to machines and leads people to what is on record", async () => {
  const { badge } = await signed(db, awardId);
  const ask = async (accept: string) => {
    const request = await get(db, `/badges/${badge.code}`);
    request.headers.set("Accept", accept);
    return badgeJson({ request, params: { code: badge.code }, context: {} });
  };
  const machine = await ask("application/vc");
  expect(machine.headers.get("Content-Type")).toBe("application/vc");
  expect(await machine.text()).toBe(badge.credential);
  expect((await ask("text/html,application/xhtml+xml")).headers.get("Location")).toBe(`/verify/${badge.code}`);
});
