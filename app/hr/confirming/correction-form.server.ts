import { affiliationForm } from "~/people/affiliations/affiliation-form";
import type { Affiliation } from "~/people/affiliations/affiliation.server";
import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";
import { findLastChange } from "~/people/persons/last-change.server";
import type { Context } from "~/platform/context";
import { parseForm } from "~/platform/http/form.server";
import { checkVersion, staleReply } from "~/platform/http/stale-form.server";

/**
 * The form that corrects a workplace, its version compared to the entry as it stands.
 * @param affiliation one that the actor may see; null for a new entry, or one that is not theirs: the command then says so
 */
export function parseCorrection(ctx: Context, fields: FormData, affiliation: Affiliation | null) {
  if (!affiliation) return parseForm(fields, affiliationForm);
  const version = checkVersion(fields, toAffiliationDraft(affiliation), () => findLastChange(ctx.db, affiliation.id));
  if (version.stale) return { ok: false as const, reply: staleReply(fields, version.stale) };
  return parseForm(version.fields, affiliationForm);
}
