import { expect, test } from "vitest";
import { listPublishedKeys } from "~/documents/signing/published-keys.server";
import { getSigningKey } from "~/platform/signing/signing-key.server";
import type { SigningPurpose } from "~/platform/signing/signing-purpose";
import { systemContext, useTestDatabase } from "../../support/database";
import { psesd } from "../../support/factories";

test("D5 a key of another purpose is not published as one that signs documents", async () => {
  const db = useTestDatabase();
  const before = listPublishedKeys(db);
  expect(before).toMatchObject([{ provider: psesd(db).name, usedUntil: null }]);
  // As the next purpose will be; today the database knows none but documents.
  db.$client.pragma("ignore_check_constraints = ON");
  await getSigningKey(systemContext(db), { owner: psesd(db), purpose: "something-else" as SigningPurpose });
  expect(listPublishedKeys(db)).toEqual(before);
});
