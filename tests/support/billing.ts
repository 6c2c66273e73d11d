import { eq } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { at, HOUR } from "./clock";
import { makeOffering, makePerson, type TestPerson } from "./factories";

/** T5: the affidavit in force in every new Hourbook: a migration inserts it. */
export const AFFIDAVIT = {
  version: "2026-1",
  text:
    "I attended this training in person or online as recorded, and I earned the clock hours that I claim by actual " +
    "attendance. I do not seek college credit for the same course. I declare this under penalty of perjury under the " +
    "laws of the State of Washington. I understand that a false statement may cost me my certificate.",
} as const;

/** The ESD 113 fee of domain section 5, T8. */
export const ESD_113_FEE: Partial<ProviderPolicy> = {
  feeBaseCents: 500,
  feePerHourCents: 300,
  feeMinimumCents: 0,
  latePercent: 20,
  lateAfterDays: 90,
  cooperativeWaives: false,
};

/** A claim that was made and evaluated and waits for its fee; of an offering on 9 March 2027 unless given. */
export function makeClaim(
  db: Database,
  input: {
    person?: TestPerson;
    minutes?: number;
    policy?: Partial<ProviderPolicy>;
    offering?: { id: string };
    status?: "claimed" | "evaluated" | "settled";
    earnedMinutes?: number;
  } = {},
) {
  const person = input.person ?? makePerson(db);
  const minutes = input.minutes ?? 420;
  const offering =
    input.offering ??
    makeOffering(db, {
      ...(input.policy && { policy: input.policy }),
      values: { approvedMinutes: Math.max(420, minutes) },
    });
  const status = input.status ?? "evaluated";
  const claimedAt = at("2027-03-09T16:00") + HOUR;
  const id = newId();
  db.insert(claims)
    .values({
      id,
      offeringId: offering.id,
      personId: person.personId,
      status,
      earnedMinutes: input.earnedMinutes ?? minutes,
      requestedMinutes: minutes,
      affidavitVersion: AFFIDAVIT.version,
      affidavitText: AFFIDAVIT.text,
      claimedAt,
      evaluated: status !== "claimed",
      settled: status === "settled",
      createdAt: claimedAt,
      updatedAt: claimedAt,
    })
    .run();
  return { id, person, read: () => db.select().from(claims).where(eq(claims.id, id)).get()! };
}
