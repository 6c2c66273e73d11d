import type { CalendarAnswer } from "./calendar-answer";
import type { RecipientStatus } from "./delivery-status";
import type { Mailbox } from "./mailbox";

/** What nobody wrote: answers of programs, calendars and lists, and mail of our own that came round. */
export type AutomaticKind = "away" | "calendar" | "receipt" | "list" | "challenge" | "ours";

/** Somebody's words, with what was beside them. */
export interface WrittenAnswer {
  kind: "answer";
  /** The row of the message that it answers, where it names one. */
  messageId: string | null;
  /** The Message-ID that it bears itself. */
  ownId: string;
  from: Mailbox;
  subject: string;
  text: string;
  /** Names of files that came with it. */
  files: string[];
}

/** A mail that arrived where our mail comes from, as far as it was understood. */
export type ReturnedMail =
  | {
      kind: "report";
      /** The row of the message that came back; null where it names none of ours. */
      messageId: string | null;
      recipients: RecipientStatus[];
      /** To whom the returned message was addressed, as far as it was returned. */
      to: string[];
    }
  | { kind: "complaint"; messageId: string | null }
  | { kind: "automatic"; why: AutomaticKind }
  | CalendarAnswer
  | WrittenAnswer;

const UUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";

/** The row's id in a Message-ID of ours: the first that stands in a text; null where there is none. */
export function messageIdIn(text: string): string | null {
  return new RegExp(`<?\\b(${UUID})@`, "i").exec(text)?.[1]?.toLowerCase() ?? null;
}
