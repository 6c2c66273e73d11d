import { z } from "zod";
import { leavingForm } from "~/attendance/kept/kept-roster-form";
import { isPlainPin } from "./pin-lock";

const pin = z.string({ error: "Type a PIN." }).trim();

const startForm = z
  .object({
    intent: z.literal("start"),
    ...leavingForm.shape,
    pin: pin
      .regex(/^\d{4,8}$/, "Use 4 to 8 digits.")
      .refine((typed) => !isPlainPin(typed), "Everybody would try this one first. Choose another."),
    pinAgain: z.string({ error: "Type the PIN once more." }).trim(),
  })
  .refine((form) => form.pin === form.pinAgain, { path: ["pinAgain"], message: "This is not the same PIN." });

/** What a facilitator posts: a kiosk to start in their browser, or one to end. */
export const kioskDeskForm = z.discriminatedUnion("intent", [
  startForm,
  z.object({ intent: z.literal("end"), kioskId: z.string().max(64) }),
]);

const typed = z.string().max(400);
const nonce = z.string().min(8).max(64);
const personId = z.string().max(64);

/** What people post at a kiosk: a name or a pass, or that they are here, or are leaving. */
export const kioskForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("find"), typed: typed.default(""), nonce }),
  z.object({ intent: z.literal("in"), personId, nonce }),
  z.object({ intent: z.literal("out"), personId, nonce }),
]);

/** The PIN that ends a kiosk on its tablet. */
export const leaveForm = z.object({ pin: pin.min(1, "Type the PIN.").max(20, "A PIN has 4 to 8 digits.") });
