import { z } from "zod";
import { normalizeEmail } from "~/people/persons/name";
import { parseHours, parseMoney } from "~/platform/amount";
import { isWallTime } from "~/platform/time/time-zone";
import { DESIGNATION_CODES } from "~/catalog/courses/designation";
import { contactFields } from "~/catalog/providers/contact-form";
import { versionFields } from "~/platform/http/version-fields";
import { optionalLink, optionalText, plainDate, requiredText, wholeNumber } from "~/platform/http/form-fields";
import { FIRST_AUDIENCES, MODALITIES, PAUSE_KINDS } from "./offering-state";

const optional = (longest: number) => z.string().trim().max(longest, `Use at most ${longest} characters.`).optional();

const time = (message: string) =>
  z.string({ error: message }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time like 08:30.");

const webAddress = z
  .url({ protocol: /^https?$/, error: "Enter a web address that begins with https://." })
  .max(500)
  .optional();

const wallTime = z.string().refine(isWallTime, "Enter a date and a time.").optional();

const parsed = (parse: (text: string) => number | null, message: string) =>
  z.string({ error: message }).transform((text, context) => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** Hours in a field, in whole minutes. */
export const hoursField = parsed(parseHours, "Enter hours like 5.5.");

const pauseRow = z
  .object({ kind: z.enum(PAUSE_KINDS), start: time("Enter a time.").optional(), end: time("Enter a time.").optional() })
  .refine(({ start, end }) => Boolean(start) === Boolean(end), {
    error: "Enter both the start and the end of the pause.",
    path: ["end"],
  });

const sessionRow = z
  .object({
    id: z.string().optional(),
    date: plainDate("Enter the date."),
    startTime: time("Enter the start."),
    endTime: time("Enter the end."),
    topic: optional(200),
    place: optional(200),
    link: webAddress,
    /** Of a session on people's own time: its hours of work, and the day on which it closes. */
    ownHours: hoursField.optional(),
    lastDate: plainDate("Enter the day on which it closes.").optional(),
    pauses: z.array(pauseRow).max(8).default([]),
  })
  .refine(({ startTime, endTime, ownHours }) => ownHours !== undefined || startTime !== endTime, {
    error: "The end must differ from the start.",
    path: ["endTime"],
  })
  .refine(({ ownHours }) => ownHours !== 0, { error: "Enter hours like 5.5.", path: ["ownHours"] })
  .refine(({ ownHours, lastDate }) => ownHours === undefined || lastDate !== undefined, {
    error: "Enter the day on which it closes.",
    path: ["lastDate"],
  })
  .refine(({ ownHours, lastDate }) => lastDate === undefined || ownHours !== undefined, {
    error: "Enter the hours of work, or leave the last day empty for a session that people attend.",
    path: ["ownHours"],
  })
  .refine(({ date, lastDate }) => lastDate === undefined || lastDate >= date, {
    error: "It cannot close before it opens.",
    path: ["lastDate"],
  });

const instructorRow = z
  .object({
    name: optional(120),
    email: z
      .string()
      .transform(normalizeEmail)
      .pipe(z.email("Enter an email address like name@example.org."))
      .optional(),
    qualifications: optional(300),
  })
  .refine(({ name, email, qualifications }) => name || email || !qualifications, {
    error: "Enter the instructor's name.",
    path: ["name"],
  });

const designationRow = z.object({ designation: z.enum(DESIGNATION_CODES), hours: hoursField.optional() });

/** How many sessions an offering may have. */
export const MOST_SESSIONS = 60;

export const offeringForm = z
  .object({
    intent: z.literal("save"),
    ...versionFields,
    /** Why, where what a committee approved is changed. */
    reason: optional(500),
    modality: z.enum(MODALITIES, "Choose how people take part."),
    place: requiredText("Enter where it takes place; for an online offering, how it meets.", 200),
    address: optional(300),
    hostOrganisationId: z.string().optional(),
    link: webAddress,
    mapLink: optionalLink,
    arrival: optionalText(500),
    bring: optionalText(500),
    ...contactFields,
    capacity: wholeNumber("Enter the number of seats.", 1, 5000),
    waitlistLimit: wholeNumber("Enter a number.", 0, 5000).optional(),
    price: parsed(parseMoney, "Enter an amount like 45.00."),
    registrationOpens: wallTime,
    registrationCloses: wallTime,
    firstOpens: wallTime,
    firstFor: z.enum(FIRST_AUDIENCES).optional(),
    audienceOnly: z.literal("on").optional(),
    supervisorHours: wholeNumber("Enter a number of hours.", 1, 720).optional(),
    sessions: z
      .array(sessionRow)
      .min(1, "Add at least one session.")
      .max(MOST_SESSIONS, `Use at most ${MOST_SESSIONS} sessions.`),
    instructors: z.array(instructorRow).max(20).default([]),
    designations: z
      .array(designationRow)
      .refine((rows) => new Set(rows.map((row) => row.designation)).size === rows.length, "Name each designation once.")
      .default([]),
  })
  .refine(({ firstOpens, firstFor }) => Boolean(firstOpens) === Boolean(firstFor), {
    error: "Choose for whom registration opens first, and when.",
    path: ["firstFor"],
  })
  .refine(({ firstOpens, registrationOpens }) => !firstOpens || (registrationOpens ?? "") > firstOpens, {
    error: "Say above when registration opens for everyone, later than this.",
    path: ["firstOpens"],
  })
  .refine(({ registrationOpens: from, registrationCloses: to }) => !from || !to || from < to, {
    error: "Registration has to close after it opens.",
    path: ["registrationCloses"],
  });

export type OfferingFormValue = z.infer<typeof offeringForm>;

const approveForm = z.object({
  intent: z.literal("approve"),
  committeeMetOn: plainDate("Enter the day on which the committee met."),
  /** Empty: all that the sessions hold. */
  approvedHours: hoursField.optional(),
  note: optional(1000),
});

const declineForm = z.object({
  intent: z.literal("decline"),
  committeeMetOn: plainDate("Enter the day on which the committee met."),
  note: requiredText("Say what the committee wants changed.", 1000),
});

const reason = z
  .string({ error: "Say why; everyone who is affected reads it." })
  .trim()
  .min(3, "Say why, in a few words.")
  .max(500, "Use at most 500 characters.");

/** Everything that the coordinator's page of an offering can post. */
export const offeringPageForm = z.discriminatedUnion("intent", [
  offeringForm,
  approveForm,
  approveForm.extend({ intent: z.literal("approve-anew") }),
  declineForm,
  z.object({ intent: z.enum(["publish", "unpublish", "delete"]) }),
  z.object({ intent: z.literal("cancel"), reason }),
]);

export type OfferingPageForm = z.infer<typeof offeringPageForm>;
