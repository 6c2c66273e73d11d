import { z } from "zod";
import { requiredText, someOf, wholeNumber } from "~/platform/http/form-fields";
import { endpointFields } from "~/hr/webhooks/webhook-form";
import { API_SCOPES, type ApiScope, LONGEST_DAYS } from "./api-token";

/** HR makes or revokes a token, or adds an endpoint. */
export const apiPageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("make-token"),
    organisationId: z.string().min(1),
    name: requiredText("Say what will use the token, such as the name of your payroll system.", 80),
    scopes: someOf<ApiScope>(API_SCOPES, "Tick what it opens."),
    days: wholeNumber("Say for how many days it works.", 1, LONGEST_DAYS),
  }),
  z.object({ intent: z.literal("revoke-token"), tokenId: z.string().min(1) }),
  z.object({ intent: z.literal("add-endpoint"), organisationId: z.string().min(1), ...endpointFields }),
]);
