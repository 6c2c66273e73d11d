import type { RecipientStatus } from "./delivery-status";
import { judgeRefusal, type Judgement } from "./refusal-judge";

/** What a report says of the message that somebody was sent. */
export type ReportVerdict =
  | ({ outcome: "failed"; reason: string } & Judgement)
  /** Still tried, or taken: nothing came back. */
  | { outcome: "delayed" | "delivered" }
  /** A member of a list, or the end of a forwarding, failed: not the address that we wrote to. */
  | { outcome: "elsewhere" };

/**
 * Judges what a report says of one recipient of ours.
 * @param recipient whom we wrote to; null where only the report itself tells
 */
export function verdictOnReport(recipients: readonly RecipientStatus[], recipient: string | null): ReportVerdict {
  const about = recipients.filter((each) => isAbout(each, recipient, recipients.length === 1));
  const failed = about.filter(({ action }) => action === "failed");
  const own = failed.find((each) => isOwnMailbox(each, recipient));
  if (failed.length > 0) {
    const others = about.some(({ action }) => action !== "failed" && action !== "delayed");
    if (!own || others) return { outcome: "elsewhere" };
    const reason = [own.words || own.status].join(" ").trim() || "No reason was given.";
    return { outcome: "failed", reason, ...judgeRefusal(own) };
  }
  if (about.length === 0) return { outcome: "elsewhere" };
  return { outcome: about.some(({ action }) => action === "delayed") ? "delayed" : "delivered" };
}

function isAbout({ final, original }: RecipientStatus, recipient: string | null, isOnly: boolean): boolean {
  if (recipient === null) return true;
  if (final === "" && original === "") return isOnly;
  return isSameMailbox(original || final, recipient) || isSameMailbox(final, recipient);
}

function isOwnMailbox({ final, original }: RecipientStatus, recipient: string | null): boolean {
  const meant = recipient ?? original;
  return final === "" || meant === "" || isSameMailbox(final, meant);
}

/** Servers write the domain otherwise inside their walls; whoever stands before the @ is the same. */
function isSameMailbox(one: string, other: string): boolean {
  const nameOf = (address: string) => address.toLowerCase().replace(/@.*$/s, "").replace(/\+.*$/s, "");
  return nameOf(one) === nameOf(other);
}
