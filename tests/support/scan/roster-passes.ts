import { eq } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import { registrations } from "#drizzle/schema/registration";
import { makePasses } from "~/attendance/scan/pass-key.server";
import { rowOf } from "~/platform/database/rows.server";
import type { makeRoster } from "../attendance";

type Roster = Pick<ReturnType<typeof makeRoster>, "db" | "offering" | "people" | "after">;

/** The registrations of a roster's people, in their order. */
export function registrationsOf({ db, offering, people }: Roster) {
  const rows = db.select().from(registrations).where(eq(registrations.offeringId, offering.id)).all();
  return people.map(({ personId }) => rows.find((row) => row.personId === personId)!);
}

/** The pass of a registration, as the provider of this roster makes it. */
export async function makePassOf(
  { db, offering, after }: Roster,
  of: { id: string; offeringId: string },
): Promise<string> {
  const provider = rowOf(db.select().from(providers).where(eq(providers.id, offering.providerId)), "the provider");
  const [pass] = await makePasses(after, provider, [of]);
  return pass!;
}
