import { z } from "zod";

const nonce = z.string().min(8).max(64);

/** One tap on the roster. `at` is epoch milliseconds; the device's own time goes along. */
export const markForm = z.object({
  intent: z.literal("mark"),
  personId: z.string().min(1),
  kind: z.enum(["in", "out", "absent"]),
  /** Wall time HH:MM of a late arrival or early departure; empty for now. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time like 08:20.")
    .optional(),
  deviceTime: z.coerce.number().int().positive().optional(),
  nonce,
});

export const presentAllForm = z.object({ intent: z.literal("present-all"), nonce });

export const voidForm = z.object({
  intent: z.literal("void"),
  markId: z.string().min(1),
  reason: z
    .string({ error: "Say why." })
    .trim()
    .min(3, "Say why, in a few words.")
    .max(300, "Use at most 300 characters."),
  nonce,
});

export const walkInForm = z.object({
  intent: z.literal("walk-in"),
  name: z.string({ error: "Enter the person's name." }).trim().min(2, "Enter the person's name.").max(120),
  email: z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    z.string().trim().toLowerCase().pipe(z.email("Enter an email address like name@example.org.")).optional(),
  ),
  nonce,
});

/** Everything that the roster page can post. */
export const rosterForm = z.discriminatedUnion("intent", [markForm, presentAllForm, voidForm, walkInForm]);

export const confirmAttendanceForm = z.object({
  /** What holds for people marked in and never out: they stayed until the end, or nothing counts for that session. */
  openEnds: z.enum(["stayed", "left"]).optional(),
});
