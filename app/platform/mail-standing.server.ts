import { findAddressFault } from "./address-fault.server";
import type { Reader } from "./database.server";
import { choiceOf } from "./mail-preference.server";
import { isOptional } from "./message-category";
import { findRule } from "./message-rules.server";
import { addDays, dateOf, REGION_TIME_ZONE, toInstant } from "./time-zone";

/** Whether a message goes out by itself, as a line of the daily summary, or not at all. */
export type MailStanding = { kind: "send" } | { kind: "digest"; dueAt: number } | { kind: "suppress"; because: string };

/** When the daily summary goes out, as wall time in the region. */
const DIGEST_TIME = "07:00";

/**
 * What the recipient's address and wishes make of a message. Messages about seats, cancellations and accounts arrive
 * whatever was chosen; to an address that mail comes back from, only those about the account are tried.
 */
export function standingOf(
  db: Reader,
  message: { kind: string; personId: string | null; recipient: string },
  now: number,
): MailStanding {
  const category = findRule(message.kind)?.category;
  if (category !== "account" && findAddressFault(db, message.recipient)) {
    return { kind: "suppress", because: "Mail to this address comes back." };
  }
  if (!category || !isOptional(category) || !message.personId) return { kind: "send" };
  const choice = choiceOf(db, message.personId, category);
  if (choice === "off") return { kind: "suppress", because: "The person does not want messages of this kind." };
  return choice === "daily" ? { kind: "digest", dueAt: nextDigestAt(now) } : { kind: "send" };
}

/** The next time at which daily summaries go out, later than now. */
export function nextDigestAt(now: number): number {
  const today = dateOf(now, REGION_TIME_ZONE);
  const at = toInstant(`${today}T${DIGEST_TIME}`, REGION_TIME_ZONE);
  return at > now ? at : toInstant(`${addDays(today, 1)}T${DIGEST_TIME}`, REGION_TIME_ZONE);
}
