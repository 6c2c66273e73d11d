import { z } from "zod";
import { codeIn } from "./delivery-status";
import { messageIdIn, type ReturnedMail } from "./returned-mail";

/** Characters of a reason that are kept: mail servers' words have no end. */
const LONGEST_REASON = 500;

const body = z.object({
  /** As in the message: `<id@host>`, or the id alone. */
  messageId: z.string(),
  /** True when nothing more is tried. */
  permanent: z.boolean(),
  reason: z
    .string()
    .trim()
    .min(1)
    .transform((words) => words.slice(0, LONGEST_REASON)),
});

/** Reads what a mail service posts as JSON; null for anything else. */
export function bounceBody(bytes: Uint8Array): ReturnedMail | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  const parsed = body.safeParse(value);
  if (!parsed.success) return null;
  const { permanent, reason } = parsed.data;
  const messageId = messageIdIn(`${parsed.data.messageId}@`);
  if (!messageId) return null;
  const status = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(reason)?.[0] ?? "";
  const action = permanent ? "failed" : "delayed";
  const recipient = { action, final: "", original: "", code: codeIn(reason), status, words: reason } as const;
  return { kind: "report", messageId, recipients: [recipient], to: [] };
}
