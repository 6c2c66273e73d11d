import type { OfferingFormValue, OfferingPageForm } from "~/catalog/offering-form";
import { findScopedOffering } from "~/catalog/offering.server";
import { toOfferingInput, UNKNOWN_INSTRUCTOR } from "~/catalog/offering-input.server";
import { publishOffering } from "~/catalog/publication.server";
import { type CatalogRefusal, catalogRefusalText } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/permission.server";
import { formatHours, plural } from "~/platform/format";
import type { Outcome } from "~/platform/outcome";
import { notFound } from "~/platform/responses.server";
import { cancelOffering } from "~/registration/cancel-offering.server";
import { REGISTRATION_REFUSALS } from "~/registration/refusal";
import { withdrawByStaff } from "~/registration/staff-registration.server";
import { approveOffering } from "./approve-offering.server";
import { updateOffering } from "./update-offering.server";

/** What came of a coordinator's post: what to say, or what was wrong and at which field. */
type Answer = { ok: true; said: string } | { ok: false; words: string; field?: string };

/**
 * Runs what a coordinator's page of an offering asks for, and says in words what came of it.
 * @throws Response 404 when the offering is not one that the actor coordinates
 */
export function runOfferingAction(ctx: ScopedContext, offeringId: string, form: OfferingPageForm): Answer {
  const offering = findScopedOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  switch (form.intent) {
    case "save":
      return save(ctx, offeringId, form, offering.timeZone);
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
    case "publish":
      return say(publishOffering(ctx, offeringId), () => "The offering is public and takes registrations.");
    case "cancel":
      return say(
        cancelOffering(ctx, { offeringId, reason: form.reason }),
        ({ told }) => `The offering is cancelled. ${plural(told, "person is", "people are")} told by email.`,
      );
    case "withdraw": {
      const outcome = withdrawByStaff(ctx, { offeringId, registrationId: form.registrationId, reason: form.reason });
      if (outcome.ok) return { ok: true, said: "The registration is ended, and the person is told by email." };
      return { ok: false, words: REGISTRATION_REFUSALS[outcome.reason] };
    }
  }
}

function save(ctx: ScopedContext, offeringId: string, form: OfferingFormValue, timeZone: string): Answer {
  const input = toOfferingInput(ctx.db, form, timeZone);
  if (!input.ok) return { ok: false, words: UNKNOWN_INSTRUCTOR, field: `instructors[${input.detail.row}].email` };
  return say(updateOffering(ctx, { ...input.value, offeringId }), ({ told }) =>
    told === 0 ? "Saved." : `Saved. ${plural(told, "person is", "people are")} told of the change by email.`,
  );
}

function say<Value>(outcome: Outcome<Value, CatalogRefusal>, said: (value: Value) => string): Answer {
  return outcome.ok ? { ok: true, said: said(outcome.value) } : { ok: false, words: catalogRefusalText(outcome) };
}
