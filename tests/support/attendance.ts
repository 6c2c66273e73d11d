import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { register } from "~/registration/seats/registration.server";
import { HOUR, MINUTE } from "./clock";
import { actingAs, useTestDatabase } from "./database";
import { makeOffering, makePerson } from "./factories";

/** An offering of one day with a facilitator and people on its roster, and a bystander who facilitates another. */
export function makeRoster(options: { people?: number; capacity?: number; policy?: Partial<ProviderPolicy> } = {}) {
  const db = useTestDatabase();
  const facilitator = makePerson(db, { first: "Fay", last: "Cilitator" });
  const stranger = makePerson(db);
  const offering = makeOffering(db, {
    instructor: facilitator,
    capacity: options.capacity ?? 400,
    policy: options.policy ?? {},
  });
  makeOffering(db, { instructor: stranger });
  const people = Array.from({ length: options.people ?? 2 }, () => makePerson(db));
  for (const person of people) {
    const outcome = register(actingAs(db, person), { offeringId: offering.id });
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  const session = offering.sessions[0]!;
  /** The facilitator acts so many minutes after the start. */
  const during = (minutes: number) => actingAs(db, facilitator, { now: session.startsAt + minutes * MINUTE });
  const after = actingAs(db, facilitator, { now: session.endsAt + HOUR });
  return { db, facilitator, stranger, offering, session, people, during, after };
}
