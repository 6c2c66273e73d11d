import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { accounts, organisations } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { findPerson } from "~/people/persons/person.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { GRANT_SCOPES, type GrantRole } from "./role";

/** A role that a person holds, and for what. */
export interface Grant {
  role: GrantRole;
  /** Id of the provider, offering or organisation; null for administrators. */
  scopeId: string | null;
}

/** The roles that a person holds now. */
export function listGrantsOf(db: Reader, personId: string): Grant[] {
  return db
    .select()
    .from(grants)
    .where(and(eq(grants.personId, personId), isNull(grants.revokedAt)))
    .all()
    .map((row) => ({ role: row.role, scopeId: row.providerId ?? row.offeringId ?? row.organisationId }));
}

/** Grants a role for its scope; a grant that is there already stays as it is. */
export function insertGrant(tx: Transaction, ctx: Context, personId: string, grant: Grant): void {
  const scope = GRANT_SCOPES[grant.role];
  const result = tx
    .insert(grants)
    .values({
      id: newId(),
      personId,
      role: grant.role,
      providerId: scope === "provider" ? grant.scopeId : null,
      offeringId: scope === "offering" ? grant.scopeId : null,
      organisationId: scope === "organisation" ? grant.scopeId : null,
      grantedBy: ctx.actor?.personId ?? null,
      grantedAt: ctx.now,
    })
    .onConflictDoNothing()
    .run();
  if (result.changes > 0)
    recordAudit(tx, ctx, { action: "grant.given", subjectId: personId, personId, detail: { ...grant } });
}

/** Ends a live grant of a role for its scope, in the transaction of the change that takes away its ground. */
export function endGrant(tx: Transaction, ctx: Context, personId: string, grant: Grant): void {
  const scope = GRANT_SCOPES[grant.role];
  const column = { provider: grants.providerId, offering: grants.offeringId, organisation: grants.organisationId };
  const result = tx
    .update(grants)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor?.personId ?? null })
    .where(
      and(
        eq(grants.personId, personId),
        eq(grants.role, grant.role),
        scope === "system" ? undefined : eq(column[scope], grant.scopeId ?? ""),
        isNull(grants.revokedAt),
      ),
    )
    .run();
  if (result.changes > 0)
    recordAudit(tx, ctx, { action: "grant.revoked", subjectId: personId, personId, detail: { ...grant } });
}

/** An administrator grants a role. Refused when the scope does not exist. */
export function grantRole(
  ctx: ActorContext,
  input: { personId: string; role: GrantRole; scopeId: string | null },
): Outcome<null, "unknown-scope" | "unknown-person"> {
  return inTransaction(ctx.db, (tx) => {
    if (!findPerson(tx, input.personId)) return refuse("unknown-person");
    if (!scopeExists(tx, input.role, input.scopeId)) return refuse("unknown-scope");
    insertGrant(tx, ctx, input.personId, input);
    return ok(null);
  });
}

/** An administrator takes away a role of the person whose page they are on. The last administrator who can sign in keeps theirs. */
export function revokeGrant(
  ctx: ActorContext,
  { personId, grantId }: { personId: string; grantId: string },
): Outcome<null, "unknown-grant" | "last-administrator"> {
  return inTransaction(ctx.db, (tx) => {
    const live = and(eq(grants.id, grantId), eq(grants.personId, personId), isNull(grants.revokedAt));
    const grant = tx.select().from(grants).where(live).get();
    if (!grant) return refuse("unknown-grant");
    if (grant.role === "admin" && !hasOtherAdministrator(tx, grant.id)) return refuse("last-administrator");
    tx.update(grants).set({ revokedAt: ctx.now, revokedBy: ctx.actor.personId }).where(live).run();
    recordAudit(tx, ctx, {
      action: "grant.revoked",
      subjectId: grant.personId,
      personId: grant.personId,
      detail: { role: grant.role },
    });
    return ok(null);
  });
}

/** The roles that a person holds, with the names of what they are for; for administrators. */
export function listGrantRows(db: Reader, personId: string) {
  return db
    .select({
      id: grants.id,
      role: grants.role,
      grantedAt: grants.grantedAt,
      provider: providers.name,
      inServiceNumber: offerings.inServiceNumber,
      organisation: organisations.name,
    })
    .from(grants)
    .leftJoin(providers, eq(providers.id, grants.providerId))
    .leftJoin(offerings, eq(offerings.id, grants.offeringId))
    .leftJoin(organisations, eq(organisations.id, grants.organisationId))
    .where(and(eq(grants.personId, personId), isNull(grants.revokedAt)))
    .orderBy(asc(grants.grantedAt))
    .all()
    .map(({ provider, inServiceNumber, organisation, ...row }) => ({
      ...row,
      scope: provider ?? inServiceNumber ?? organisation ?? null,
    }));
}

/** Whether somebody else is an administrator whom nobody keeps from signing in. */
function hasOtherAdministrator(tx: Transaction, grantId: string): boolean {
  const other = and(eq(grants.role, "admin"), isNull(grants.revokedAt), ne(grants.id, grantId));
  const open = and(eq(accounts.personId, grants.personId), isNull(accounts.lockedAt), isNull(accounts.closedAt));
  return tx.select({ id: grants.id }).from(grants).innerJoin(accounts, open).where(other).get() !== undefined;
}

function scopeExists(tx: Transaction, role: GrantRole, scopeId: string | null): boolean {
  const scope = GRANT_SCOPES[role];
  if (scope === "system") return scopeId === null;
  if (!scopeId) return false;
  const table = { provider: providers, offering: offerings, organisation: organisations }[scope];
  return tx.select({ id: table.id }).from(table).where(eq(table.id, scopeId)).get() !== undefined;
}
