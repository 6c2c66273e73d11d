import { eq } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import type { Reader } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { readPass } from "./check-in-pass";
import type { PassKey } from "./pass-check";
import { checkPassNow } from "./pass-key.server";

/** Whom a pass is of, and how their registration stands to an offering. */
export interface PassBearer {
  personId: string;
  /** Expected there; registered once and no more; or registered for another offering. */
  standing: "expected" | "left" | "elsewhere";
}

/** Reads a pass, checks it against the provider's keys, and says whom it is of. */
export function readBearer(
  db: Reader,
  text: string,
  { offeringId, keys }: { offeringId: string; keys: readonly PassKey[] },
): Outcome<PassBearer, "forged-pass" | "unknown-pass-key" | "not-on-roster"> {
  const reading = readPass(text);
  if (reading.is !== "pass") return refuse("forged-pass");
  const check = checkPassNow(reading.pass, keys);
  if (check !== "good") return refuse(check === "forged" ? "forged-pass" : "unknown-pass-key");
  const row = db.select().from(registrations).where(eq(registrations.id, reading.pass.registrationId)).get();
  if (!row) return refuse("not-on-roster");
  const isExpected = (ROSTER_STATUSES as readonly string[]).includes(row.status);
  const standing = row.offeringId !== offeringId ? "elsewhere" : isExpected ? "expected" : "left";
  return ok({ personId: row.personId, standing });
}
