import { formatBytes } from "~/platform/format";
import { percentOf } from "./upload";

/** How far the sending of a file is, in this tab. */
export type Sending =
  | { step: "none" }
  | { step: "refused"; name: string; words: string }
  | { step: "sending" | "paused" | "cut" | "signed-out" | "looked-at"; name: string; sent: number; size: number };

/** What a browser was answered: the status, 0 for none, the body, and the address that answered in the end. */
export interface Answered {
  status: number;
  body: string;
  address: string;
}

/** A sentence of ours is short, and no page. */
const isSentence = (body: string): boolean => body.trim() !== "" && body.length <= 300 && !body.includes("<");

const GONE = "What had arrived of this file is not there any more. Choose the file again.";

/** Why a file was not sent on: the line, the session, or a refusal for good in words. */
export function whyStopped({
  status,
  body,
  address,
}: Answered): { step: "cut" | "signed-out" } | { step: "refused"; words: string } {
  if (/\/sign-in(\?|$)/.test(address)) return { step: "signed-out" };
  if (status < 400 || status >= 500 || isPassing(status)) return { step: "cut" };
  return { step: "refused", words: isSentence(body) ? body : GONE };
}

/** Statuses that say no more than: not at this moment. */
const isPassing = (status: number): boolean => [408, 409, 423, 429].includes(status);

/** Whether the same piece is worth sending again by itself. */
export const isWorthAgain = (answered: Answered): boolean => whyStopped(answered).step === "cut";

/** How much of a file is there: "43% · 215 MB of 500 MB". */
export const shareInWords = (sent: number, size: number): string =>
  `${percentOf(sent, size)}% · ${formatBytes(sent)} of ${formatBytes(size)}`;

/** What is said aloud when the sending takes another turn; progress alone is not said. */
export function wordsOfSending(sending: Sending): string {
  switch (sending.step) {
    case "none":
      return "";
    case "sending":
      return `Sending ${sending.name}.`;
    case "paused":
      return `${sending.name} is paused. What was sent is kept.`;
    case "cut":
      return "The connection was lost. What was sent is kept; it goes on by itself once the connection is back.";
    case "signed-out":
      return "Your session has ended. What was sent is kept: sign in again, and choose the same file.";
    case "looked-at":
      return `All of ${sending.name} is there. It is being looked at.`;
    case "refused":
      return `${sending.name} was not taken. ${sending.words}`;
  }
}
