import { z } from "zod";

const MESSAGE_ID = /[0-9a-f]{8}-[0-9a-f-]{27}/i;
/** Characters of a reason that are kept: mail servers' words have no end. */
const LONGEST_REASON = 500;

const body = z.object({
  /** As in the message: `<id@host>`, or the id alone. */
  messageId: z.string().regex(MESSAGE_ID),
  /** True when nothing more can reach the address. */
  permanent: z.boolean(),
  reason: z
    .string()
    .trim()
    .min(1)
    .transform((words) => words.slice(0, LONGEST_REASON)),
});

/** Reads what a mail service posts as JSON; null for anything else. */
export function bounceBody(bytes: Uint8Array) {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  const parsed = body.safeParse(value);
  if (!parsed.success) return null;
  const { messageId, permanent, reason } = parsed.data;
  const [id = ""] = MESSAGE_ID.exec(messageId) ?? [];
  return { messageId: id.toLowerCase(), addressFault: permanent, failed: permanent, reason };
}
