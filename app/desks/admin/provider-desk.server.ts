import { and, count, eq, isNotNull } from "drizzle-orm";
import { documents, providerImages } from "#drizzle/schema/documents";
import { grants } from "#drizzle/schema/grants";
import { signingKeys } from "#drizzle/schema/signing-keys";
import type { NewProviderForm } from "~/catalog/providers/provider-form";
import { createProvider, providerUses, removeProvider } from "~/catalog/providers/provider-edit.server";
import { policyOn } from "~/catalog/providers/provider-policy.server";
import type { ProviderRefusal } from "~/catalog/providers/provider-refusal";
import { findProvider } from "~/catalog/providers/provider.server";
import { findFormOn, insertEvaluationForm, removeEvaluationForms } from "~/credits/evaluation/form-versions.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { plural } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { removeSigningKeys } from "~/platform/signing/signing-key.server";
import { dateOf } from "~/platform/time/time-zone";

/**
 * An administrator adds a provider. From today on it has the rules and the evaluation form of another; its provider years
 * are added on its page. Returns its id.
 */
export function addProvider(ctx: ActorContext, form: NewProviderForm): Outcome<string, ProviderRefusal> {
  const { modelId, ...values } = form;
  return inTransaction(ctx.db, (tx) => {
    if (!findProvider(tx, modelId)) return refuse("unknown-provider");
    const fromDate = dateOf(ctx.now, form.timeZone);
    const added = createProvider(tx, ctx, { ...values, address: null }, [
      { fromDate, policy: { ...policyOn(tx, modelId, fromDate), name: form.shortName } },
    ]);
    if (!added.ok) return added;
    const questions = findFormOn(tx, modelId, fromDate)?.questions;
    if (questions) insertEvaluationForm(tx, ctx, { providerId: added.value, fromDate, questions });
    return added;
  });
}

/** An administrator deletes a provider under which nothing stands; returns its name. */
export function deleteProvider(ctx: ActorContext, providerId: string): Outcome<string, ProviderRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const provider = findProvider(tx, providerId);
    if (!provider) return refuse("unknown-provider");
    if (getHomeProvider(tx).id === providerId) return refuse("home-provider");
    const uses = listUses(tx, providerId);
    if (uses.length > 0) return refuse("provider-used", { uses: uses.join(", ") });
    removeEvaluationForms(tx, providerId);
    removeSigningKeys(tx, providerId);
    removeProvider(tx, ctx, provider);
    return ok(provider.name);
  });
}

/** What keeps a provider on record, in words; empty when it can be deleted. */
export function listProviderUses(db: Reader, providerId: string): string[] {
  return getHomeProvider(db).id === providerId ? ["all of Hourbook to run"] : listUses(db, providerId);
}

function listUses(db: Reader, providerId: string): string[] {
  const roles = countOf(db.select({ count: count() }).from(grants).where(eq(grants.providerId, providerId)));
  const pictures = countOf(
    db.select({ count: count() }).from(providerImages).where(eq(providerImages.providerId, providerId)),
  );
  const signed = countOf(
    db
      .select({ count: count() })
      .from(documents)
      .innerJoin(signingKeys, and(eq(signingKeys.id, documents.keyId), eq(signingKeys.ownerId, providerId))),
  );
  const retired = and(eq(signingKeys.ownerId, providerId), isNotNull(signingKeys.retiredAt));
  const keys = countOf(db.select({ count: count() }).from(signingKeys).where(retired));
  return [
    providerUses(db, providerId) ?? [],
    roles > 0 ? `${plural(roles, "role")} given for it` : [],
    pictures > 0 ? plural(pictures, "picture") : [],
    signed > 0 ? plural(signed, "signed document") : [],
    keys > 0 ? plural(keys, "retired signing key") : [],
  ].flat();
}
