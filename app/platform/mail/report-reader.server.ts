import PostalMime, { type Attachment } from "postal-mime";
import { bounceBody } from "./bounce-body";
import { isAddressFault, readDeliveryStatus } from "./delivery-status";

/** A message that came back. */
export interface DeliveryReport {
  /** The outbox row's id, out of the Message-ID of the message that came back. */
  messageId: string;
  /** False for a delay or a refusal that is about the message. */
  addressFault: boolean;
  failed: boolean;
  reason: string;
}

const ID = /<([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})@/i;

/** Reads a delivery status message as a mail server sends it; null for any other mail, and for what is none. */
export async function readDeliveryReport(bytes: Uint8Array): Promise<DeliveryReport | null> {
  // Parts within parts without end are refused by the parser, and are no report.
  const mail = await PostalMime.parse(bytes).catch(() => null);
  if (!mail) return null;
  const part = (...types: string[]) => mail.attachments.find(({ mimeType }) => types.includes(mimeType));
  const status = part("message/delivery-status");
  const [recipient] = status ? readDeliveryStatus(textOf(status)) : [];
  if (!recipient) return null;
  const original = part("message/rfc822", "text/rfc822-headers", "message/rfc822-headers");
  const messageId = ID.exec(/^Message-ID:.*$/im.exec(original ? textOf(original) : "")?.[0] ?? "")?.[1];
  if (!messageId) return null;
  return {
    messageId: messageId.toLowerCase(),
    addressFault: isAddressFault(recipient),
    failed: recipient.action === "failed",
    reason: recipient.diagnostic,
  };
}

/** Runs in a process of its own: reads one message that came back, or what a mail service says of it; see untrusted/. */
export default function read(input: { bytes: Uint8Array; json: boolean }): Promise<DeliveryReport | null> {
  return input.json ? Promise.resolve(bounceBody(input.bytes)) : readDeliveryReport(input.bytes);
}

function textOf({ content }: Attachment): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
