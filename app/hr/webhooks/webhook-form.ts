import { z } from "zod";
import { CREDIT_EVENTS, type CreditEventType } from "~/hr/api/credit-event";
import { someOf } from "~/platform/http/form-fields";

/** An address without a name and password in it. */
const hasNoSecret = (url: string) => {
  if (!URL.canParse(url)) return true;
  const { username, password } = new URL(url);
  return username === "" && password === "";
};

export const endpointFields = {
  url: z
    .url({ protocol: /^https?$/, error: "Enter a web address that begins with https://." })
    .max(500, "Use at most 500 characters.")
    .refine(hasNoSecret, "Leave name and password out of the address: every message is signed instead."),
  events: someOf<CreditEventType>(CREDIT_EVENTS, "Tick what you want to be told of."),
};

/** HR changes, tries or removes an endpoint. */
export const endpointPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...endpointFields }),
  z.object({ intent: z.literal("switch-on") }),
  z.object({ intent: z.literal("switch-off") }),
  z.object({ intent: z.literal("new-secret") }),
  z.object({ intent: z.literal("ping") }),
  z.object({ intent: z.literal("send-again"), deliveryId: z.string().min(1) }),
  z.object({ intent: z.literal("remove") }),
]);
