import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { accountTokens, persons } from "#drizzle/schema/people";
import { invitationTo, inviteAgainTo, listUninvited } from "~/registration/staff/invite-again.server";
import { getPublishedFacts } from "~/catalog/offerings/offering-facts.server";
import { importPeople, planImport } from "~/registration/import/import.server";
import { readList } from "~/registration/import/import-rows.server";
import { withdrawByStaff } from "~/registration/staff/staff-registration.server";
import { registrations } from "#drizzle/schema/registration";
import { at, DAY, TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson, psesd } from "../../support/factories";

function imported() {
  const db = useTestDatabase();
  const offering = makeOffering(db);
  const coordinator = makePerson(db);
  const staff = (now = TEST_NOW) => actingAs(db, coordinator, { now, scopeIds: [psesd(db).id] });
  const known = makePerson(db);
  const list = readList(`ana@district.example, Ana, Sample\nbo@district.example, Bo, Sample\n${known.email}`);
  const { digest } = done(planImport(staff(), { offeringId: offering.id, list }));
  done(importPeople(staff(), { offeringId: offering.id, list, digest, reason: "by list" }));
  const invitations = () => db.select().from(outboxMessages).where(eq(outboxMessages.kind, "account-invitation")).all();
  return { db, offering, staff, invitations };
}

test("R8 an invitation to an offering works until its hours can no longer be claimed", () => {
  const { db, offering } = imported();
  const { until } = invitationTo(getPublishedFacts(db, offering.id));
  expect(until).toBe(offering.endsAt + 365 * DAY);
  expect(
    db
      .select()
      .from(accountTokens)
      .all()
      .map(({ expiresAt }) => expiresAt),
  ).toEqual([until, until]);
});

test("R8, T3 where the policy has a deadline for claims, invitations work until it", () => {
  const db = useTestDatabase();
  const offering = makeOffering(db, { policy: { claimDays: 30 } });
  expect(invitationTo(getPublishedFacts(db, offering.id)).until).toBe(at("2027-04-09T00:00"));
});

test("R8 everyone without an account is invited again, once a day; whoever withdrew or has no address is not", () => {
  const { db, offering, staff, invitations } = imported();
  expect(listUninvited(db, offering.id).map(({ legalFirst }) => legalFirst)).toEqual(["Ana", "Bo"]);
  expect(inviteAgainTo(staff(), offering.id, null)).toMatchObject({ reason: "nobody-to-invite" });
  expect(done(inviteAgainTo(staff(TEST_NOW + DAY), offering.id, null))).toBe(2);
  const asked = invitations().map(({ recipient }) => recipient.split("@")[0]);
  expect(asked.sort()).toEqual(["ana", "ana", "bo", "bo"]);
  const [ana, bo] = listUninvited(db, offering.id);
  const registration = db.select().from(registrations).where(eq(registrations.personId, ana!.id)).get()!;
  done(withdrawByStaff(staff(), { offeringId: offering.id, registrationId: registration.id, reason: "mistake" }));
  db.update(persons).set({ email: null }).where(eq(persons.id, bo!.id)).run();
  expect(inviteAgainTo(staff(TEST_NOW + 3 * DAY), offering.id, null)).toMatchObject({ reason: "nobody-to-invite" });
  const elsewhere = actingAs(db, makePerson(db), { scopeIds: ["another"] });
  expect(inviteAgainTo(elsewhere, offering.id, null)).toMatchObject({ reason: "unknown-offering" });
});
