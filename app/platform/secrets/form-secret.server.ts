import { createHmac, randomBytes } from "node:crypto";
import type { ActorContext } from "~/platform/context";
import { signingSecret } from "~/platform/env.server";
import type { Once } from "~/platform/http/once";

/**
 * 256 bits that are shown once and never kept in clear. A double tap of the button, whose first answer no browser shows, is given
 * the same: they are drawn from what the form is known by, with a secret that the database does not hold.
 */
export function formSecret(ctx: ActorContext, what: string, post: Once | null): Buffer {
  if (!post) return randomBytes(32);
  const drawn = JSON.stringify([what, ctx.actor.accountId, post.nonce, post.text]);
  return createHmac("sha256", signingSecret).update(drawn).digest();
}
