import type { Offering } from "~/catalog/offerings/offering.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { getPerson } from "~/people/persons/person.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { takeTries, tried } from "~/platform/secrets/attempts.server";
import type { MessageFile } from "./message-files.server";
import { makeMessages, type MessageReceiver, type Written } from "./message-values.server";

/** How many tests somebody may send in an hour. */
export const TESTS_PER_HOUR = 10;

/**
 * Sends the actor what one receiver of a message would get, marked as a test. Nobody else gets it, and it does not count as
 * sent. The caller has checked the right to the offering and the receiver.
 * @returns the address that it goes to
 */
export function sendMessageTest(
  ctx: ActorContext,
  offering: Pick<Offering, "id">,
  { receiver, files, ...written }: Written & { receiver: MessageReceiver; files: readonly MessageFile[] },
): Outcome<string, "too-many-tries" | "no-mail-address" | "empty-placeholder"> {
  const { personId, name } = ctx.actor;
  return inTransaction(ctx.db, (tx) => {
    const { email } = getPerson(tx, personId);
    if (!email) return refuse("no-mail-address");
    const attachments = files.map((file) => file.name);
    const maker = makeMessages(tx, offering.id, written, { senderName: name, attachments, messageId: null });
    if (maker.empty.length > 0) return refuse("empty-placeholder");
    const limit = { free: TESTS_PER_HOUR, windowMs: 3_600_000, waits: null };
    const taken = takeTries(tx, ctx.now, [tried("message test", personId, limit)]);
    if (!taken.ok) return taken;
    const id = newId();
    enqueueMessage(tx, ctx, {
      kind: "offering-message-test",
      // Its own subject: it is about no place in the offering.
      subjectId: id,
      personId,
      recipient: email,
      replyTo: maker.replyTo,
      payload: {
        ...maker.payloadFor(receiver),
        files: files.map(({ fileHash, name: called }) => ({ fileHash, name: called })),
      },
    });
    recordAudit(tx, ctx, { action: "offering.message-tried", subjectId: offering.id, detail: {} });
    return ok(email);
  });
}
