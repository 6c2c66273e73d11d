import type { Context } from "~/platform/context";
import type { FormReply } from "~/platform/http/form.server";
import { slowDown } from "~/platform/http/slow-down.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import type { Outcome } from "~/platform/outcome";
import { FIRST_WORKPLACE_REFUSALS, type FirstWorkplaceRefusal } from "~/people/affiliations/first-workplace.server";
import { PASSWORD_REFUSALS, type PasswordRefusal } from "./password-rule";
import { startSignInSession } from "./sign-in-session.server";

/** What a page behind a one-time link says. */
interface Words {
  /** Where the link does not work any more. */
  expired: string;
  /** Once the password is set, and where people go then. */
  said: string;
  to: string;
}

/**
 * Answers the form behind a one-time link on which somebody chose a password: says why it cannot be taken, or signs them in.
 * @throws Response to where they go, signed in
 */
export async function answerNewPassword(
  ctx: Context,
  form: { refuse: (message: string, field?: string) => FormReply },
  outcome: Outcome<{ accountId: string }, "link-expired" | "too-many-tries" | PasswordRefusal | FirstWorkplaceRefusal>,
  { expired, said, to }: Words,
): Promise<FormReply> {
  if (!outcome.ok) {
    const { reason } = outcome;
    if (reason === "too-many-tries") return slowDown(ctx, form, outcome);
    if (reason === "link-expired") return form.refuse(expired);
    if (reason === "workplace-missing" || reason === "unknown-organisation")
      return form.refuse(FIRST_WORKPLACE_REFUSALS[reason], "workplace.organisationId");
    return form.refuse(PASSWORD_REFUSALS[reason], "password");
  }
  const headers = new Headers({ "Set-Cookie": await startSignInSession(ctx.db, outcome.value.accountId) });
  throw await redirectWithToast(to, said, "good", headers);
}
