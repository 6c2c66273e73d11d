import { X509Certificate } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { providers } from "#drizzle/schema/providers";
import { signingKeys } from "#drizzle/schema/signing-keys";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import {
  ensureSigningKey,
  getSigningKey,
  listPublicKeys,
  listSigningKeys,
  rotateSigningKey,
} from "~/platform/signing/signing-key.server";
import type { KeyUse, SigningPurpose } from "~/platform/signing/signing-purpose";
import { systemContext, useTestDatabase } from "../../support/database";
import { organisationId, psesd } from "../../support/factories";

/** A purpose that no subject has, as the next one will be; the database has to be told not to mind. */
const ANOTHER = "something-else" as SigningPurpose;

let db: Database;
let documents: KeyUse;
let another: KeyUse;
beforeEach(() => {
  db = useTestDatabase();
  documents = { owner: psesd(db), purpose: "documents" };
  another = { owner: psesd(db), purpose: ANOTHER };
});

test("D5 the database knows the purposes, and no other", async () => {
  await expect(getSigningKey(systemContext(db), another)).rejects.toThrow("signing_keys_purpose");
  const { id } = db.select().from(signingKeys).get()!;
  expect(() => db.update(signingKeys).set({ purpose: ANOTHER }).where(eq(signingKeys.id, id)).run()).toThrow(
    "D5: a signing key is frozen",
  );
});

test("D5 each purpose has a key of its own, named in its certificate, and is listed under no other", async () => {
  db.$client.pragma("ignore_check_constraints = ON");
  const ctx = systemContext(db);
  const listed = listPublicKeys(db, "documents");
  const [first, second] = [await getSigningKey(ctx, documents), await getSigningKey(ctx, another)];
  expect(second.id).not.toBe(first.id);
  expect(new X509Certificate(second.certificate).subject).toContain(`CN=${psesd(db).name}: something-else`);
  expect(listPublicKeys(db, "documents")).toEqual(listed);
  expect(listPublicKeys(db, ANOTHER)).toMatchObject([{ id: second.id, ownerId: psesd(db).id }]);
  expect(JSON.stringify(listPublicKeys(db, ANOTHER))).not.toMatch(/sealed|PRIVATE/);

  await rotateSigningKey(systemContext(db, ctx.now + 1), another);
  expect(listSigningKeys(db, psesd(db).id, ANOTHER).map(({ retiredAt }) => retiredAt === null)).toEqual([false, true]);
  expect((await getSigningKey(ctx, documents)).id).toBe(first.id);
});

test("D5 a key is made once, however many ask for the first one at the same time", async () => {
  db.$client.pragma("ignore_check_constraints = ON");
  const ctx = systemContext(db);
  const both = await Promise.all([getSigningKey(ctx, another), getSigningKey(ctx, another)]);
  expect(both[0].id).toBe(both[1].id);
  await ensureSigningKey(ctx, another);
  expect(listSigningKeys(db, psesd(db).id, ANOTHER)).toMatchObject([{ id: both[0].id, opens: true }]);
});

test("D5 an owner has a key of their own for the same purpose", async () => {
  const ours = await getSigningKey(systemContext(db), documents);
  const other = { ...psesd(db), id: newId(), organisationId: organisationId(db, "Kent"), shortName: "OTHER" };
  db.insert(providers).values(other).run();
  const theirs = await getSigningKey(systemContext(db), { owner: other, purpose: "documents" });
  expect(theirs.id).not.toBe(ours.id);
  expect(listSigningKeys(db, other.id, "documents").map(({ id }) => id)).toEqual([theirs.id]);
  expect(
    listPublicKeys(db, "documents")
      .map(({ id }) => id)
      .sort(),
  ).toEqual([ours.id, theirs.id].sort());
});
