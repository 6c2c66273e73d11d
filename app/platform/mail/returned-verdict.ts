import { verdictOnReport } from "./report-verdict";
import type { ReturnedMail } from "./returned-mail";

/** What Hourbook makes of a mail that arrived, in a word or two, and whether it would mark the address. */
export interface ReturnedVerdict {
  verdict: string;
  marks: "at once" | "on a second day" | "no";
  /** Whom it is about, as the mail says. */
  address: string;
  reason: string;
}

const none = (verdict: string, address = ""): ReturnedVerdict => ({ verdict, marks: "no", address, reason: "" });

const MARKS = {
  nobody: "at once",
  "perhaps-nobody": "on a second day",
  full: "no",
  "about-us": "no",
  unclear: "no",
} as const;

/** Judges a mail by itself, without the row of the message that it is about: whom that was for, the mail has to say. */
export function judgeReturned(mail: ReturnedMail | null): ReturnedVerdict {
  if (!mail) return none("no mail");
  if (mail.kind === "automatic") return none(`automatic: ${mail.why}`);
  if (mail.kind === "calendar-answer") return none(`automatic: calendar, ${mail.says}`, mail.from.at(-1));
  if (mail.kind !== "report") return none(mail.kind, mail.kind === "answer" ? mail.from.address : "");
  const recipient = mail.to.length === 1 ? mail.to[0]! : null;
  const verdict = verdictOnReport(mail.recipients, recipient);
  const address = recipient ?? mail.recipients[0]?.final ?? "";
  if (verdict.outcome !== "failed") return none(verdict.outcome, address);
  const { meaning, topic, reason } = verdict;
  return { verdict: topic ? `${meaning}: ${topic}` : meaning, marks: MARKS[meaning], address, reason };
}
