import { z } from "zod";

const checkbox = z.literal("on").optional();

/** Everything that the page of one's own award can post. */
export const myAwardForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("page"),
    isPublic: checkbox,
    shown: z.array(z.string().max(60)).max(60).default([]),
    shownFiles: z.array(z.string().max(60)).max(200).default([]),
    inBadge: checkbox,
    revision: z.coerce.number().int().min(0),
  }),
  z.object({ intent: z.literal("renew-badge") }),
  z.object({
    intent: z.literal("claim-hours"),
    affidavit: z.literal("on", "Hours can only be claimed under this statement."),
  }),
  z.object({ intent: z.literal("take-hours-back") }),
]);
