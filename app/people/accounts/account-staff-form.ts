import { z } from "zod";
import { reasonField } from "~/people/persons/person-correction-form";
import { emailField } from "./account-form";

/** What staff do about somebody's account and address. Whatever shuts somebody out asks why. */
export const accountStaffForms = [
  z.object({ intent: z.literal("send-reset") }),
  z.object({ intent: z.literal("clear-fault") }),
  z.object({ intent: z.literal("propose-address"), email: emailField, reason: reasonField }),
  z.object({ intent: z.literal("lock"), reason: reasonField }),
  z.object({ intent: z.literal("unlock") }),
  z.object({ intent: z.literal("close"), reason: reasonField }),
  z.object({ intent: z.literal("reopen") }),
] as const;
