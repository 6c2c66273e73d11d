import type { OfferingFormValue, OfferingPageForm } from "~/catalog/offerings/offering-form";
import { findScopedOffering, type Offering } from "~/catalog/offerings/offering.server";
import { toOfferingInput, UNKNOWN_INSTRUCTOR } from "~/catalog/offerings/offering-input.server";
import { publishOffering } from "~/catalog/offerings/publication.server";
import { type CatalogRefusal, catalogRefusalText } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { formatHours, plural } from "~/platform/format";
import type { Outcome } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import { cancelOffering } from "~/registration/staff/cancel-offering.server";
import { approveAnew, approveOffering, declineOffering } from "./approve-offering.server";
import { deleteDraft, unpublishOffering } from "./withdraw-offering.server";
import { updateOffering } from "./update-offering.server";

/** What came of a coordinator's post: what to say, or what was wrong and at which field. */
type Answer = { ok: true; said: string } | { ok: false; words: string; field?: string };

/**
 * Runs what a coordinator's page of an offering asks for, and says in words what came of it.
 * @param registrationIds whose registrations end, where it is cancelled in parts
 * @throws Response 404 when the offering is not one that the actor coordinates
 */
export function runOfferingAction(
  ctx: ScopedContext,
  offeringId: string,
  form: OfferingPageForm,
  registrationIds?: readonly string[],
): Answer {
  const offering = findScopedOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  switch (form.intent) {
    case "save":
      return save(ctx, offering, form);
    case "approve":
      return say(
        approveOffering(ctx, {
          offeringId,
          committeeMetOn: form.committeeMetOn,
          approvedMinutes: form.approvedHours,
          note: form.note,
        }),
        ({ inServiceNumber, approvedMinutes }) =>
          `Approved as ${inServiceNumber} for ${formatHours(approvedMinutes)} hours. Publish it next.`,
      );
    case "approve-anew":
      return say(
        approveAnew(ctx, {
          offeringId,
          committeeMetOn: form.committeeMetOn,
          approvedMinutes: form.approvedHours,
          note: form.note,
        }),
        ({ approvedMinutes }) => `The new decision is recorded, for ${formatHours(approvedMinutes)} hours.`,
      );
    case "decline":
      return say(declineOffering(ctx, { ...form, offeringId }), () => "The committee's decision is recorded.");
    case "publish":
      return say(publishOffering(ctx, offeringId), () => "The offering is public and takes registrations.");
    case "unpublish":
      return say(
        unpublishOffering(ctx, offeringId),
        () => "It is out of the catalog. Publish it again when it is ready.",
      );
    case "delete":
      return say(deleteDraft(ctx, offeringId), () => "The draft is deleted.");
    case "cancel":
      return say(
        cancelOffering(ctx, { offeringId, reason: form.reason, registrationIds }),
        ({ told }) => `The offering is cancelled. ${plural(told, "person is", "people are")} told by email.`,
      );
  }
}

function save(ctx: ScopedContext, offering: Offering, form: OfferingFormValue): Answer {
  const offeringId = offering.id;
  const input = toOfferingInput(ctx.db, form, offering);
  if (!input.ok) return { ok: false, words: UNKNOWN_INSTRUCTOR, field: `instructors[${input.detail.row}].email` };
  return say(updateOffering(ctx, { ...input.value, offeringId, base: form.base, reason: form.reason }), ({ told }) =>
    told === 0 ? "Saved." : `Saved. ${plural(told, "person is", "people are")} told of the change by email.`,
  );
}

function say<Value>(outcome: Outcome<Value, CatalogRefusal>, said: (value: Value) => string): Answer {
  if (outcome.ok) return { ok: true, said: said(outcome.value) };
  return {
    ok: false,
    words: catalogRefusalText(outcome),
    ...(outcome.reason === "no-reason" ? { field: "reason" } : {}),
  };
}
