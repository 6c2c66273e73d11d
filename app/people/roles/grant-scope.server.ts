import { eq } from "drizzle-orm";
import type { z } from "zod";
import { offerings } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { type Outcome, refuse } from "~/platform/outcome";
import { grantRole } from "./grant.server";
import type { grantForm } from "~/people/persons/person-admin-form";
import { GRANT_SCOPES } from "./role";
import { byLetters } from "~/platform/database/letter-order.server";

type GrantInput = Omit<z.output<typeof grantForm>, "intent">;

/**
 * An administrator grants a role for what the form names: a provider, an organization, or an offering by its in-service
 * number. Refused when that does not exist, or when two providers use the number.
 */
export function grantRoleFor(
  ctx: ActorContext,
  personId: string,
  input: GrantInput,
): Outcome<null, "unknown-scope" | "unknown-person" | "ambiguous-number"> {
  const scope = GRANT_SCOPES[input.role];
  if (scope !== "offering") {
    const scopeId = { system: null, provider: input.providerId, organisation: input.organisationId }[scope] ?? null;
    return grantRole(ctx, { personId, role: input.role, scopeId });
  }
  const found = listOfferingIds(ctx.db, input.inServiceNumber ?? "");
  if (found.length > 1) return refuse("ambiguous-number");
  return grantRole(ctx, { personId, role: input.role, scopeId: found[0] ?? null });
}

/** The providers by name, for a choice. */
export function listProviderOptions(db: Reader): { value: string; label: string }[] {
  return db
    .select({ value: providers.id, label: providers.name })
    .from(providers)
    .orderBy(byLetters(providers.name))
    .all();
}

function listOfferingIds(db: Reader, inServiceNumber: string): string[] {
  return db
    .select({ id: offerings.id })
    .from(offerings)
    .where(eq(offerings.inServiceNumber, inServiceNumber))
    .all()
    .map((row) => row.id);
}
