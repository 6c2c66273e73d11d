import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { outboxMessages } from "#drizzle/schema/messages";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { badges } from "#drizzle/schema/microcredentials/badges";
import { messageFiles } from "~/desks/jobs/message-files.server";
import { unbakePng } from "~/microcredentials/badges/baking.server";
import { findCurrentBadge, prepareBadge } from "~/microcredentials/badges/badge.server";
import { bakedPng, bakedSvg } from "~/microcredentials/badges/badge-response.server";
import { findDid, listIssuers } from "~/microcredentials/badges/issuer.server";
import { signDueBadges } from "~/microcredentials/badges/sign-badges.server";
import { getStatusList } from "~/microcredentials/badges/status-list.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { listDueFaults } from "~/platform/jobs/each-due.server";
import { logger } from "~/platform/logging/logger.server";
import { rotateSigningKey } from "~/platform/signing/signing-key.server";
import { badgeKeyOf } from "~/microcredentials/badges/issuer.server";
import { TEST_NOW } from "../../support/clock";
import { systemContext, useTestDatabase } from "../../support/database";
import { makePerson, psesd } from "../../support/factories";
import { makeAward, signed } from "../../support/microcredentials/awards";
import { makeAssessor, makeCoordinator } from "../../support/microcredentials/portfolios";
import { verifyFresh } from "../../support/microcredentials/strangers";

let db: Database;
beforeEach(() => (db = useTestDatabase()));

const give = (title = "Calm classrooms") => {
  const by = { coordinator: makeCoordinator(db), assessor: makeAssessor(db), providerId: psesd(db).id };
  return makeAward(db, by, makePerson(db, { first: "Ada", last: "Ames" }), { title });
};
const told = () => db.select().from(outboxMessages).where(eq(outboxMessages.kind, "award-issued")).all();

async function savedLists(list = 1) {
  const providerId = psesd(db).id;
  const lists = await Promise.all(
    (["revocation", "suspension", "refresh"] as const).map((purpose) =>
      getStatusList(systemContext(db), { providerId, purpose, list }),
    ),
  );
  return lists.map((each) => each!);
}

test("M3 an award of this very system verifies for a stranger, status lists and all", async () => {
  const { award } = give();
  const { credential } = await signed(db, award.id);
  const did = (await findDid(db, psesd(db).id))!;
  expect(await verifyFresh(credential, { did, lists: await savedLists() }, new Date(TEST_NOW))).toBe(true);
});

test("signing again, or twice at once, keeps one signature and one mail", async () => {
  const { award } = give();
  const counts = await Promise.all([1, 2, 3].map(() => signDueBadges(systemContext(db))));
  expect(counts.reduce((sum, each) => sum + each)).toBe(1);
  const first = findCurrentBadge(db, award.id)!.credential;
  expect(await signDueBadges(systemContext(db))).toBe(0);
  expect(findCurrentBadge(db, award.id)!.credential).toBe(first);
  expect(told()).toHaveLength(1);
  const actions = db.select().from(auditEntries).where(eq(auditEntries.action, "badge.signed")).all();
  expect(actions).toHaveLength(1);
});

test("the mail of an award brings the badge along, as a picture that holds the credential", async () => {
  const { award } = give();
  const { badge } = await signed(db, award.id);
  const [message] = told();
  const [file] = await messageFiles(() => systemContext(db))(message!);
  expect(file).toMatchObject({ contentType: "image/png", filename: `badge-${badge.code}.png` });
  expect(unbakePng(file!.content as Buffer)).toBe(badge.credential);
});

test("one that cannot be signed is told to administrators and does not stop the next", async () => {
  const { award: broken } = give();
  const id = findCurrentBadge(db, broken.id)!.id;
  db.$client.exec("drop trigger badges_frozen");
  db.update(badges)
    .set({ parameters: { ...findCurrentBadge(db, broken.id)!.parameters, validFrom: 1e20 } })
    .where(eq(badges.id, id))
    .run();
  const { award } = give("Another");
  const error = vi.spyOn(logger, "error").mockReturnValue();
  expect(await signDueBadges(systemContext(db))).toBe(1);
  expect(error).toHaveBeenCalledOnce();
  expect(findCurrentBadge(db, award.id)!.signedAt).not.toBeNull();
  expect(listDueFaults(db).rows).toMatchObject([{ kind: "badge to sign", rowId: id }]);
});

test("a new badge takes the place of the old one; both have a place of their own in the lists", async () => {
  const { award } = give();
  const { badge: old } = await signed(db, award.id);
  inTransaction(db, (tx) => prepareBadge(tx, systemContext(db), award.id, "A new name"));
  const { badge, credential } = await signed(db, award.id);
  expect(badge.code).not.toBe(old.code);
  expect([badge.statusList, badge.statusIndex]).not.toEqual([old.statusList, old.statusIndex]);
  // Told as awarded once only.
  expect(told()).toHaveLength(1);
  const saved = { did: (await findDid(db, psesd(db).id))!, lists: await savedLists() };
  expect(await verifyFresh(credential, saved, new Date(TEST_NOW))).toBe(true);
  expect(await verifyFresh(JSON.parse(old.credential!) as object as never, saved, new Date(TEST_NOW))).toBe(false);
});

test("after a key is changed, old and new badges verify with the one DID document", async () => {
  const { award } = give();
  const { credential: before } = await signed(db, award.id);
  await rotateSigningKey(systemContext(db), badgeKeyOf(psesd(db)));
  const { credential: after } = await signed(db, give("Another").award.id);
  const saved = { did: (await findDid(db, psesd(db).id))!, lists: await savedLists() };
  expect(saved.did.verificationMethod).toHaveLength(2);
  for (const credential of [before, after]) expect(await verifyFresh(credential, saved, new Date(TEST_NOW))).toBe(true);
});

test("there is no list but those that badges stand in", async () => {
  const ask = (list: number, providerId = psesd(db).id) =>
    getStatusList(systemContext(db), { providerId, purpose: "revocation", list });
  expect(await ask(1)).not.toBeNull();
  expect(await ask(2)).toBeNull();
  expect(await ask(0)).toBeNull();
  expect(await ask(1, "nobody")).toBeNull();
});

test("npm run verify checks badges offline: keys and lists that were saved, nothing else", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-verify-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = (name: string, content: Buffer | string) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const { award } = give();
  const { badge } = await signed(db, award.id);
  const whole = { ...badge, credential: badge.credential! };
  const keys = place("keys.json", JSON.stringify({ keys: [], issuers: await listIssuers(db) }));
  const files = [
    place("badge.json", badge.credential!),
    place("badge.svg", bakedSvg(whole)),
    place("badge.png", bakedPng(whole, 200)),
  ];
  const run = (...more: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/verify.ts", "--keys", keys, ...more], {
      env: { PATH: process.env.PATH, NODE_ENV: "production" },
      encoding: "utf8",
    });
  const good = run(...files);
  expect(good.stdout.match(/: genuine$/gm)).toHaveLength(3);
  expect(good.stdout).toContain("give them with --status");
  expect(good.status).toBe(0);
  db.update(awards).set({ revokedAt: TEST_NOW }).where(eq(awards.id, award.id)).run();
  const lists = (await savedLists()).map((list, index) => place(`list-${index}.json`, JSON.stringify(list)));
  const altered = place("altered.json", badge.credential!.replace("Calm", "Calmer"));
  const bad = run(...lists.flatMap((list) => ["--status", list]), files[0]!, altered);
  expect(bad.stdout).toMatch(/badge\.json: revoked$/m);
  expect(bad.stdout).toMatch(/altered\.json: altered$/m);
  expect(bad.status).toBe(1);
});
