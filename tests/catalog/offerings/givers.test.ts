import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { courses, offeringDesignations, offerings } from "#drizzle/schema/catalog";
import { providerDesignations } from "#drizzle/schema/providers";
import type { Designation } from "~/catalog/courses/designation";
import { barredOf } from "~/catalog/offerings/offering-input.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { changeProvider, getProviderPage } from "~/catalog/providers/provider.server";
import { catalogRefusalText } from "~/catalog/refusal";
import { approveOffering } from "~/desks/coordinator/approve-offering.server";
import { readOfferingView } from "~/desks/coordinator/offering-page.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import type { Database } from "~/platform/database/database.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson, psesd } from "../../support/factories";

let db: Database;
let providerId: string;
beforeEach(() => {
  db = useTestDatabase();
  providerId = psesd(db).id;
});

const ctx = () => actingAs(db, makePerson(db), { now: TEST_NOW, scopeIds: [providerId] });

/** A draft of PSESD on 9 March 2027 that counts for a designation. */
function draft(designation: Designation): string {
  const { id } = makeOffering(db, { designations: [{ designation, minutes: 60 }] });
  db.update(offerings)
    .set({ state: "draft", policy: null, inServiceNumber: null, approvedMinutes: null })
    .where(eq(offerings.id, id))
    .run();
  return id;
}

const approve = (offeringId: string) => approveOffering(ctx(), { offeringId, committeeMetOn: "2026-10-02" });
const list = (fromDate: string, toDate?: string) =>
  changeProvider(ctx(), providerId, {
    intent: "list-designation",
    designation: "G2G",
    fromDate,
    toDate,
    basis: "The list of experts",
  });

test("A4 government-to-government hours are approved only for a provider on the list on that day", () => {
  const offeringId = draft("G2G");
  const refused = approve(offeringId);
  expect(refused).toMatchObject({ reason: "designation-not-given" });
  if (!refused.ok)
    expect(catalogRefusalText(refused)).toMatch(
      /^The provider may not give hours for Government-to-government on Tue, Mar 9, 2027\./,
    );
  done(list("2026-10-01", "2027-03-08"));
  expect(approve(offeringId).ok).toBe(false);
  done(list("2027-03-09"));
  expect(approve(offeringId).ok).toBe(true);
});

test("A4 an ESD gives equity without a list, but not without public objectives", () => {
  const offeringId = draft("EQUITY");
  db.update(courses).set({ objectives: [] }).run();
  expect(approve(offeringId)).toMatchObject({ reason: "objectives-not-public", detail: { designations: "Equity" } });
  db.update(courses)
    .set({ objectives: ["say what equity means"] })
    .run();
  expect(approve(offeringId).ok).toBe(true);
});

test("A4 the form and the page of a draft mark what the provider may not give", () => {
  const offering = getOffering(db, draft("G2G"));
  expect(barredOf(db, TEST_NOW, offering)).toEqual({ designations: ["G2G"], day: "Tue, Mar 9, 2027" });
  const overview = () => readOfferingView(ctx(), offering, "overview").overview!;
  expect(overview().barred).toEqual({ names: "Government-to-government", day: "Tue, Mar 9, 2027" });
  done(list("2027-01-01"));
  expect(overview().barred).toBeNull();
});

test("A4 an approved offering keeps what it has; what is added or moved must be the provider's to give", () => {
  done(list("2020-01-01"));
  const offeringId = draft("G2G");
  done(approve(offeringId));
  const [listing] = db.select().from(providerDesignations).all();
  done(changeProvider(ctx(), providerId, { intent: "end-listing", listingId: listing!.id, toDate: "2026-12-31" }));
  const { place, capacity } = getOffering(db, offeringId);
  const save = (date: string, codes: Designation[]) =>
    updateOffering(ctx(), {
      offeringId,
      reason: "Snow",
      modality: "in-person",
      place,
      capacity,
      priceCents: 0,
      sessions: [{ date, startTime: "08:00", endTime: "16:00", pauses: [] }],
      instructors: [],
      designations: codes.map((designation) => ({ designation, minutes: 60 })),
    });
  expect(save("2027-03-09", ["G2G"]).ok).toBe(true);
  expect(save("2027-03-10", ["G2G"])).toMatchObject({ reason: "designation-not-given" });
  expect(save("2027-03-09", []).ok).toBe(true);
  expect(db.select().from(offeringDesignations).all()).toEqual([]);
  expect(save("2027-03-09", ["G2G"])).toMatchObject({ reason: "designation-not-given" });
});

test("A4 a listing that something was approved with is ended, not removed; old and new days are on record", () => {
  done(list("2027-01-01"));
  done(approve(draft("G2G")));
  const page = () => getProviderPage(ctx(), providerId);
  const [used] = page().permissions;
  expect(used).toMatchObject({ offerings: 1, toDate: null });
  const change = (form: Parameters<typeof changeProvider>[2]) => changeProvider(ctx(), providerId, form);
  expect(change({ intent: "remove-listing", listingId: used!.id })).toMatchObject({ reason: "listing-used" });
  const end = { intent: "end-listing" as const, listingId: used!.id };
  expect(change({ ...end, toDate: "2026-12-31" })).toMatchObject({ reason: "listing-ends-early" });
  done(change({ ...end, toDate: "2027-06-30" }));
  expect(list("2027-01-01")).toMatchObject({ reason: "listing-known" });
  expect(list("2028-01-01", "2027-12-31")).toMatchObject({ reason: "listing-ends-early" });
  done(list("2029-01-01"));
  const unused = page().permissions.find(({ fromDate }) => fromDate === "2029-01-01")!;
  done(change({ intent: "remove-listing", listingId: unused.id }));
  expect(change({ intent: "remove-listing", listingId: unused.id })).toMatchObject({ reason: "unknown-listing" });
  expect(page().history.map(({ what }) => what)).toContain(
    "Ended a listing for a designation: designation Government-to-government; last day Wed, Jun 30, 2027",
  );
});
