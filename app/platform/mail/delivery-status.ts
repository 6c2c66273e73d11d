/** What a delivery status notification (RFC 3464) says of one recipient. */
export interface RecipientStatus {
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** Enhanced status code, for example `5.1.1`. */
  status: string;
  /** The words of the server that refused it. */
  diagnostic: string;
}

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/** Reads the groups of fields of a `message/delivery-status` part; the first, which is about the message, has no action. */
export function readDeliveryStatus(text: string): RecipientStatus[] {
  return text.split(/\r?\n\s*\r?\n/).flatMap((group) => {
    const unfolded = group.replaceAll(/\r?\n[ \t]+/g, " ");
    const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, "im").exec(unfolded)?.[1]?.trim() ?? "";
    const action = ACTIONS.find((each) => each === field("Action").toLowerCase());
    if (!action) return [];
    const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field("Status"))?.[0] ?? "";
    return [{ action, status, diagnostic: field("Diagnostic-Code").replace(/^smtp;\s*/i, "") || status }];
  });
}

/**
 * Whether a refusal says that the address itself does not work: no such mailbox or domain (5.1, 5.4.4), or one that takes
 * nothing (5.2), or no reason at all (5.0.0). Not a refusal of the message's size, content or sender (5.3, 5.6, 5.7).
 */
export function isAddressFault({ action, status }: RecipientStatus): boolean {
  return action === "failed" && /^5\.(0\.0|1\.\d+|2\.\d+|4\.4)$/.test(status);
}
