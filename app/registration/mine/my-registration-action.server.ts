import type { ActorContext } from "~/platform/context";
import type { Outcome } from "~/platform/outcome";
import { acceptOffer, declineOffer } from "~/registration/waitlist/offer.server";
import type { RegistrationRefusal } from "~/registration/seats/refusal";
import { withdraw } from "~/registration/seats/registration.server";
import type { RegistrationPageForm } from "~/registration/seats/registration-form";
import type { Registration } from "~/registration/seats/registration-row.server";
import { confirmMove } from "~/registration/staff/reschedule.server";

/** Runs what the actor's page of a registration asks for; `said` is for people to read. */
export function runRegistrationAction(
  ctx: ActorContext,
  registrationId: string,
  form: RegistrationPageForm,
): { outcome: Outcome<Registration, RegistrationRefusal>; said: string } {
  switch (form.intent) {
    case "accept": {
      const outcome = acceptOffer(ctx, registrationId, form);
      const waits = outcome.ok && outcome.value.status === "requested";
      return { outcome, said: waits ? "Your supervisor is asked; the seat is held." : "The seat is yours." };
    }
    case "decline":
      return {
        outcome: declineOffer(ctx, registrationId),
        said: "You gave the seat back. It goes to the next person.",
      };
    case "withdraw":
      return { outcome: withdraw(ctx, registrationId), said: "You withdrew. Your seat is free for somebody else." };
    case "confirm":
      return { outcome: confirmMove(ctx, registrationId), said: "Thank you. Your seat is kept." };
  }
}
