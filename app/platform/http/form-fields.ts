import { z } from "zod";
import { isPlainDate } from "~/platform/time/plain-date";

// Fields that many forms have. A message says what to enter where nothing, or nothing fitting, was entered.

/** A text that must be there; spaces around it are cut off. */
export const requiredText = (message: string, longest = 120) =>
  z.string({ error: message }).trim().min(1, message).max(longest, `Use at most ${longest} characters.`);

/** A text that may be left empty, and is null then. */
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .optional()
    .transform((text) => text || null);

/** A page on the web that is reached over an encrypted connection; null where it is left empty. */
export const optionalLink = z
  .url({ protocol: /^https$/, error: "Enter a web address that begins with https://." })
  .max(500, "Use at most 500 characters.")
  .optional()
  .transform((url) => url ?? null);

/** A whole number between two others, both included. */
export const wholeNumber = (message: string, least: number, most: number) =>
  z.coerce
    .number({ error: message })
    .int("Use a whole number.")
    .min(least, `Use at least ${least}.`)
    .max(most, `Use at most ${most}.`);

/** A date `YYYY-MM-DD`. */
export const plainDate = (message: string) => z.string({ error: message }).refine(isPlainDate, message);

/** Ticks of a list; one that is not on it is said at the field, which is one for all of them. */
export const ticksOf = <Value extends string>(values: readonly Value[], message: string) =>
  z
    .array(z.string())
    .max(500, message)
    .refine((ticked) => ticked.every((each) => (values as readonly string[]).includes(each)), message)
    .transform((ticked) => ticked as Value[]);

/** Ticks of which there must be at least one; a single one arrives as a text. */
export const someOf = <Value extends string>(values: readonly Value[], message: string) =>
  z.preprocess(
    (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    ticksOf(values, message).refine((ticked) => ticked.length > 0, message),
  );
