import { z } from "zod";
import { scanFields } from "~/attendance/scan/scan-form";
import { emailField } from "~/people/accounts/account-form";
import { legalNameFields } from "~/people/names/legal-name-form";
import { LONGEST_NAME } from "~/people/names/name-limit";

const nonce = z.string().min(8).max(64);

/** What the browser adds by itself: the moment by its own clock, and which device it is. Absent without JavaScript. */
export const device = {
  deviceTime: z.coerce.number().int().positive().optional(),
  device: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
};

const reason = z.string().trim().min(3, "Say why, in a few words.").max(300, "Use at most 300 characters.");

/** Why attendance is corrected after it was confirmed; the command asks for it then. */
const correction = reason.optional();

/** The people whom a question to do something for many named: nobody else is touched, whoever has come since. */
const who = z
  .string()
  .max(100_000)
  .regex(/^[\w-]*( [\w-]+)*$/)
  .transform((text) => text.split(" ").filter(Boolean))
  .optional();

const FOR_MANY = ["present-all", "self-all"] as const;
const FOR_ONE = ["in", "out", "self", "undo"] as const;
type TapKind = (typeof FOR_MANY)[number] | (typeof FOR_ONE)[number];

/**
 * One tap on the roster: in, out, "yes, they were here" or undo for one person, something for many at once, or the last
 * tap undone.
 */
export const tapForm = z.object({
  intent: z.literal("tap"),
  tap: z
    .string()
    .regex(new RegExp(`^((${FOR_ONE.join("|")}):[\\w-]{1,64}|${FOR_MANY.join("|")}|undo)$`))
    .transform((text) => {
      const [kind, personId] = text.split(":") as [TapKind, string?];
      return { kind, personId: personId ?? null };
    }),
  who,
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

/** Takes a walk-in off who was noted twice or by mistake. */
export const removeWalkInForm = z.object({ intent: z.literal("remove-walk-in"), walkInId: z.string().min(1).max(64) });

/** A check-in pass, or the short code of one, that was scanned or typed into the search. */
export const scanForm = z.object({ ...scanFields, reason: correction, nonce, ...device });

/** Everything that the roster page can post. */
export const rosterForm = z.discriminatedUnion("intent", [
  tapForm,
  markForm,
  voidForm,
  walkInForm,
  removeWalkInForm,
  scanForm,
]);

/** Everything that an offering's attendance page can post. */
export const confirmAttendanceForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("confirm"),
    /**
     * What holds for people marked in and never out: they stayed until the end, or nothing counts for that session, or the
     * one for those who are named, `sessionId:personId`, and the other for the rest.
     */
    openEnds: z.enum(["stayed", "left", "some"]).optional(),
    stayed: z.array(z.string().max(130)).max(5_000).default([]),
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
  z.object({ intent: z.literal("unmatch") }),
]);

/** What somebody who checks in by themselves posts. */
export const checkInForm = z.object({
  sessionId: z.string({ error: "Choose the session." }).min(1, "Choose the session.").max(64),
  code: z.string({ error: "Enter the code on the screen." }).trim().max(20, "Enter the six characters on the screen."),
  ...device,
});
