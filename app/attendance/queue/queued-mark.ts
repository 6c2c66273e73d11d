import { z } from "zod";
import { emailField } from "~/people/accounts/account-form";
import { LONGEST_NAME } from "~/people/names/name-limit";
import { MOST_AT_ONCE } from "./queue-reply";

/** What a mark can say that waits on a device. */
export const QUEUED_KINDS = ["in", "out", "absent", "present-all", "void"] as const;
export type QueuedKind = (typeof QUEUED_KINDS)[number];

const id = z.string().regex(/^[\w-]{1,64}$/);
const nonce = z.string().regex(/^[\w:-]{8,120}$/);
const instant = z.number().int().min(0).max(8.64e15);
const reading = z.object({ run: id, wall: instant, steady: z.number().int().min(0) });

/** Longer than any pass. */
const MOST_OF_PASS = 400;

/**
 * A mark as a device keeps and sends it. `who` is a person of the roster, a walk-in of the roster, somebody who is noted by this very
 * mark, whoever an earlier mark of the device noted, by its nonce, or whose registration a pass names.
 */
export const queuedMark = z.object({
  nonce,
  offeringId: id,
  sessionId: id,
  /** The session as the device knows it, epoch milliseconds. */
  startsAt: instant,
  endsAt: instant,
  who: z.union([
    z.object({ personId: id }),
    z.object({ walkInId: id }),
    z.object({ name: z.string().trim().min(1).max(LONGEST_NAME), email: emailField.nullable() }),
    z.object({ notedBy: nonce }),
    z.object({ registrationId: id }),
  ]),
  kind: z.enum(QUEUED_KINDS),
  /** When the person came or went, where somebody typed it in; else it is when the mark was made. */
  at: instant.nullable(),
  /** The mark that a void is about. */
  voids: nonce.nullable(),
  /** When it was made, by the clocks of the device, and its last contact with the server before. */
  clock: reading,
  before: reading.extend({ server: instant }).nullable(),
  /** The check-in pass by which it was made; an application that knew none sends none. */
  pass: z.string().max(MOST_OF_PASS).nullable().default(null),
  /** The version of the application that made it. */
  app: z.string().max(64),
});
export type QueuedMark = z.output<typeof queuedMark>;

/** A list in JSON, read as far as it goes: what is no mark of ours is left out by the reader, by its nonce. */
const list = z.string().transform((text, context) => {
  try {
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read) && read.length <= MOST_AT_ONCE) return read as unknown[];
  } catch {
    // As unreadable as a list that is too long.
  }
  context.addIssue({ code: "custom", message: "This is no list of marks." });
  return z.NEVER;
});

const whole = z.coerce.number().int().min(0);

/** What a device posts: who it is for, its clocks as it sends, and marks. */
export const queuedMarksForm = z.object({
  owner: id,
  device: z.string().regex(/^[0-9a-f]{32}$/),
  run: id,
  wall: whole,
  steady: whole,
  list,
});
