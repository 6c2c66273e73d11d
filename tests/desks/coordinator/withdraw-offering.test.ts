import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { approvalDecisions } from "#drizzle/schema/approval";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { publishOffering } from "~/catalog/offerings/publication.server";
import { deleteDraft, unpublishOffering } from "~/desks/coordinator/withdraw-offering.server";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";

let db: Database;
let cora: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  cora = makePerson(db);
  give(db, cora, "coordinator", psesd(db).id);
});
const acting = () => actingAs(db, cora, { scopeIds: [psesd(db).id] });
const find = (id: string) => db.select().from(offerings).where(eq(offerings.id, id)).get();
const DRAFT = { state: "draft", claimCode: null, publishedAt: null } as const;

test("a draft is deleted with its sessions and instructors", () => {
  const { id } = makeOffering(db, { values: DRAFT, instructor: makePerson(db) });
  expect(deleteDraft(acting(), id)).toMatchObject({ ok: true });
  expect(find(id)).toBeUndefined();
  expect(db.select().from(sessions).where(eq(sessions.offeringId, id)).all()).toEqual([]);
});

test("what a committee decided on, or is public, or is another provider's, is not deleted", () => {
  const { id } = makeOffering(db, { values: DRAFT });
  db.insert(approvalDecisions)
    .values({
      id: "decision",
      offeringId: id,
      decision: "declined",
      decidedAt: TEST_NOW,
      decidedBy: cora.personId,
      committeeMetOn: "2026-10-01",
    })
    .run();
  expect(deleteDraft(acting(), id)).toMatchObject({ reason: "decided-already" });
  expect(deleteDraft(acting(), makeOffering(db).id)).toMatchObject({ reason: "not-possible-now" });
  const theirs = makeOffering(db, { values: DRAFT }).id;
  expect(deleteDraft(actingAs(db, cora, { scopeIds: [] }), theirs)).toMatchObject({ reason: "unknown-offering" });
  expect([find(id), find(theirs)].map(Boolean)).toEqual([true, true]);
});

test("an offering leaves the catalog while nobody has registered, keeps its approval and is published again", () => {
  const { id } = makeOffering(db);
  const before = find(id)!;
  expect(unpublishOffering(acting(), id)).toEqual({ ok: true, value: { id } });
  expect(find(id)).toMatchObject({
    state: "approved",
    claimCode: null,
    publishedAt: null,
    inServiceNumber: before.inServiceNumber,
    approvedMinutes: before.approvedMinutes,
  });
  expect(register(actingAs(db, makePerson(db)), { offeringId: id }).ok).toBe(false);
  expect(publishOffering(acting(), id)).toMatchObject({ ok: true });
  expect(find(id)?.claimCode).not.toBe(before.claimCode);
});

test("once somebody has registered it stays public, also after they have withdrawn", () => {
  const { id } = makeOffering(db);
  expect(register(actingAs(db, makePerson(db)), { offeringId: id }).ok).toBe(true);
  expect(unpublishOffering(acting(), id)).toMatchObject({ reason: "has-registrations" });
  expect(find(id)?.state).toBe("published");
});
