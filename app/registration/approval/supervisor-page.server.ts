import { getPublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Context } from "~/platform/context";
import { notFound } from "~/platform/http/responses.server";
import { findBehindLink } from "~/platform/secrets/secret-link.server";
import { addressee, describeOffering } from "~/registration/messages/offering-message.server";
import { findSupervisorRequest } from "./supervisor.server";

/**
 * What a supervisor sees behind the link of their message: who asks for what, and what they answered.
 * @throws Response 404 when the secret stands for nothing, 429 when too many such were opened from here
 */
export function readSupervisorPage(ctx: Context, secret: string) {
  const found = findBehindLink(ctx, () => findSupervisorRequest(ctx.db, secret));
  if (!found) throw notFound();
  const { request, registration, heldUntil } = found;
  const open = heldUntil !== null && heldUntil > ctx.now;
  const facts = getPublishedFacts(ctx.db, registration.offeringId);
  const { offering } = facts;
  const message = describeOffering(facts);
  const { decidedAt, approved } = request;
  return {
    educatorName: addressee(ctx.db, registration.personId).personName,
    title: message.offeringTitle,
    sessions: message.sessions,
    place: [offering.place, offering.address].filter(Boolean).join(", "),
    price: message.price,
    timeZone: offering.timeZone,
    heldUntil: open ? heldUntil : null,
    open,
    answer: decidedAt === null ? null : { decidedAt, approved: approved === true },
  };
}
