import { findRule } from "~/messages/catalog/catalog";
import type { Reader } from "~/platform/database/database.server";
import { findFaultyAddresses, isMarkOld } from "~/platform/mail/address-fault.server";
import { REGION_TIME_ZONE, wallDay } from "~/platform/time/time-zone";
import { listWishes } from "./mail-preference.server";
import { isOptional, type MessageCategory } from "./message-category";

/** Whether a message goes out by itself, as a line of the daily summary, or not at all: then, whether nothing reaches the address. */
export type SendVerdict =
  { kind: "send" } | { kind: "digest"; dueAt: number } | { kind: "suppress"; because: string; comesBack: boolean };

/** When the daily summary goes out, as wall time in the region. */
const DIGEST_TIME = "07:00";

interface Judged {
  kind: string;
  personId: string | null;
  recipient: string;
}

/** What the recipient's address and wishes make of one message. */
export function verdictOn(db: Reader, message: Judged, now: number): SendVerdict {
  return verdictsOn(db, [message], now)(message);
}

/**
 * Looks up in two statements what the recipients' addresses and wishes make of messages. Those about seats, cancellations
 * and accounts arrive whatever was chosen. To an address that mail comes back from, only those about the account are
 * tried; after some weeks, all that always arrive.
 * @returns what each of these messages meets
 */
export function verdictsOn(db: Reader, messages: readonly Judged[], now: number): (message: Judged) => SendVerdict {
  const faulty = findFaultyAddresses(
    db,
    messages.map(({ recipient }) => recipient),
  );
  const wishes = listWishes(
    db,
    messages.flatMap(({ personId }) => personId ?? []),
  );
  return ({ kind, personId, recipient }) => {
    const category = findRule(kind)?.category;
    const markedAt = faulty.get(recipient.toLowerCase());
    if (markedAt !== undefined && !isTriedAgain(category, isMarkOld(markedAt, now))) {
      return { kind: "suppress", because: "Mail to this address comes back.", comesBack: true };
    }
    if (!category || !isOptional(category) || !personId) return { kind: "send" };
    const choice = wishes.get(`${personId} ${category}`);
    if (choice === "off") {
      return { kind: "suppress", because: "The person does not want messages of this kind.", comesBack: false };
    }
    return choice === "daily" ? { kind: "digest", dueAt: nextDigestAt(now) } : { kind: "send" };
  };
}

/** What goes to a marked address all the same: mail about the account, and once the mark is old, all that always arrives. */
function isTriedAgain(category: MessageCategory | undefined, isOld: boolean): boolean {
  return category === "account" || (isOld && (category === "seat" || category === "cancellation"));
}

/** The next time at which daily summaries go out, later than now. */
export function nextDigestAt(now: number): number {
  const today = wallDay(now, 0, DIGEST_TIME, REGION_TIME_ZONE);
  return today > now ? today : wallDay(now, 1, DIGEST_TIME, REGION_TIME_ZONE);
}
