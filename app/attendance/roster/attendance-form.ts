import { z } from "zod";
import { emailField } from "~/people/accounts/account-form";
import { legalNameFields } from "~/people/names/legal-name-form";
import { LONGEST_NAME } from "~/people/names/name-limit";

const nonce = z.string().min(8).max(64);

/** What the browser adds by itself: the moment by its own clock, and which device it is. Absent without JavaScript. */
const device = {
  deviceTime: z.coerce.number().int().positive().optional(),
  device: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
};

const reason = z.string().trim().min(3, "Say why, in a few words.").max(300, "Use at most 300 characters.");

/** Why attendance is corrected after it was confirmed; the command asks for it then. */
const correction = reason.optional();

/** One tap on the roster: in, out or "yes, they were here" for one person, something for everyone at once, or the last tap undone. */
export const tapForm = z.object({
  intent: z.literal("tap"),
  tap: z
    .string()
    .regex(/^((in|out|self):[\w-]{1,64}|present-all|self-all|undo)$/)
    .transform((text) => {
      const [kind, personId] = text.split(":") as [
        "in" | "out" | "self" | "present-all" | "self-all" | "undo",
        string?,
      ];
      return { kind, personId: personId ?? "" };
    }),
  reason: correction,
  nonce,
  ...device,
});

/** A late arrival, an early departure or an absence, told afterwards. */
export const markForm = z.object({
  intent: z.literal("mark"),
  personId: z.string().min(1).max(64),
  kind: z.enum(["in", "out", "absent"]),
  /** Wall time HH:MM; empty for now. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time like 08:20.")
    .optional(),
  reason: correction,
  nonce,
  ...device,
});

export const voidForm = z.object({
  intent: z.literal("void"),
  markId: z.string().min(1).max(64),
  reason: z.string({ error: "Say why." }).pipe(reason),
  nonce,
  ...device,
});

const optionalEmail = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
  emailField.optional(),
);

export const walkInForm = z.object({
  intent: z.literal("walk-in"),
  name: z.string({ error: "Enter the person's name." }).trim().min(1, "Enter the person's name.").max(LONGEST_NAME),
  email: optionalEmail,
  nonce,
  ...device,
});

/** Everything that the roster page can post. */
export const rosterForm = z.discriminatedUnion("intent", [tapForm, markForm, voidForm, walkInForm]);

/** Everything that an offering's attendance page can post. */
export const confirmAttendanceForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("confirm"),
    /** What holds for people marked in and never out: they stayed until the end, or nothing counts for that session. */
    openEnds: z.enum(["stayed", "left"]).optional(),
  }),
  /** The people who checked in by themselves were there, or were not. */
  z.object({ intent: z.enum(["self-here", "self-not-here"]), reason: correction }),
]);

/** Who a walk-in was: somebody in Hourbook, or somebody new to it (T2). */
export const matchForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("match"), personId: z.string().min(1).max(64) }),
  z.object({
    intent: z.literal("create"),
    ...legalNameFields,
    email: optionalEmail,
  }),
]);

/** What somebody who checks in by themselves posts. */
export const checkInForm = z.object({
  sessionId: z.string({ error: "Choose the session." }).min(1, "Choose the session.").max(64),
  code: z.string({ error: "Enter the code on the screen." }).trim().max(20, "Enter the six characters on the screen."),
  ...device,
});
