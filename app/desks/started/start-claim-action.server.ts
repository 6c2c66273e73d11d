import type { z } from "zod";
import type { registrarClaimForm } from "~/desks/registrar/registrar-claim-action.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { startAction, type Started } from "./started-action.server";

/** Starts what of a claim's page can be called off: posting, and corrections of what is posted. Null for the rest. */
export function startClaimAction(
  ctx: ScopedContext,
  claimId: string,
  form: z.output<typeof registrarClaimForm>,
): Started | null {
  if (form.intent === "post") return startAction(ctx, "post-claims", { claimIds: [claimId] });
  if (form.intent !== "correct") return null;
  return startAction(ctx, "correct-credit", { claimId, minutes: form.hours, reason: form.reason });
}
