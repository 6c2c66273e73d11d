import type { ScopedContext } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { REGISTRATION_REFUSALS, type RegistrationRefusal } from "~/registration/seats/refusal";
import { transfer, withdrawByStaff } from "~/registration/staff/staff-registration.server";

/** What is done to many registrations of an offering at once. */
export interface BulkChange {
  offeringId: string;
  registrationIds: string[];
  /** For everybody to read. */
  reason: string;
  /** Where they are moved to; absent where they are withdrawn. */
  toOfferingId?: string | undefined;
}

/** What came of it: how many, and why others stayed as they were. */
export interface BulkOutcome {
  done: number;
  /** In words, each once, with how many. */
  refused: string[];
}

/**
 * Withdraws people or moves them to other dates, one after the other: one whose registration cannot follow never keeps the
 * others back. Each is told by mail.
 */
export function changeMany(ctx: ScopedContext, input: BulkChange): BulkOutcome {
  const { offeringId, reason, toOfferingId } = input;
  const refusals = new Map<RegistrationRefusal, number>();
  let done = 0;
  for (const registrationId of new Set(input.registrationIds)) {
    const change = { offeringId, registrationId, reason };
    const outcome = toOfferingId ? transfer(ctx, { ...change, toOfferingId }) : withdrawByStaff(ctx, change);
    if (outcome.ok) done++;
    else refusals.set(outcome.reason, (refusals.get(outcome.reason) ?? 0) + 1);
  }
  return {
    done,
    refused: [...refusals].map(([why, count]) => `${plural(count, "person", "people")}: ${REGISTRATION_REFUSALS[why]}`),
  };
}
