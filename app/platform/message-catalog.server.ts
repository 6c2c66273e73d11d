import { type ComponentType, createElement } from "react";
import * as accountInvitation from "#emails/account-invitation";
import * as addressInUse from "#emails/address-in-use";
import * as claimOpen from "#emails/claim-open";
import * as claimReturned from "#emails/claim-returned";
import * as correctionDeclined from "#emails/correction-declined";
import * as creditCorrected from "#emails/credit-corrected";
import * as creditCorrectedDistrict from "#emails/credit-corrected-district";
import * as creditPosted from "#emails/credit-posted";
import * as offerLapsed from "#emails/offer-lapsed";
import * as offeringCancelled from "#emails/offering-cancelled";
import * as offeringMessage from "#emails/offering-message";
import * as offeringMoved from "#emails/offering-moved";
import { renderEmail } from "#emails/parts/render-email";
import * as registered from "#emails/registered";
import * as registrationMoved from "#emails/registration-moved";
import * as requestDeclined from "#emails/request-declined";
import * as requested from "#emails/requested";
import * as resetPassword from "#emails/reset-password";
import * as seatOffered from "#emails/seat-offered";
import * as supervisorRequest from "#emails/supervisor-request";
import * as verifyAddress from "#emails/verify-address";
import * as waitlisted from "#emails/waitlisted";
import * as withdrawn from "#emails/withdrawn";

/** Every kind of message that Hourbook sends, with its template: the closed catalog. */
const templates = {
  "account-invitation": accountInvitation,
  "address-in-use": addressInUse,
  "claim-open": claimOpen,
  "claim-returned": claimReturned,
  "correction-declined": correctionDeclined,
  "credit-corrected": creditCorrected,
  "credit-corrected-district": creditCorrectedDistrict,
  "credit-posted": creditPosted,
  "offer-lapsed": offerLapsed,
  "offering-cancelled": offeringCancelled,
  "offering-message": offeringMessage,
  "offering-moved": offeringMoved,
  registered,
  "registration-moved": registrationMoved,
  "request-declined": requestDeclined,
  requested,
  "reset-password": resetPassword,
  "seat-offered": seatOffered,
  "supervisor-request": supervisorRequest,
  "verify-address": verifyAddress,
  waitlisted,
  withdrawn,
};

export type MessageKind = keyof typeof templates;

/** What each kind's template needs. */
export type MessagePayloads = { [Kind in MessageKind]: Parameters<(typeof templates)[Kind]["subject"]>[0] };

interface Template {
  default: ComponentType<Record<string, unknown>>;
  subject(payload: Record<string, unknown>): string;
}

const SECRET_KINDS: readonly string[] = [
  "verify-address",
  "reset-password",
  "account-invitation",
  "supervisor-request",
] satisfies MessageKind[];

/** Whether the message holds a link that works without a password. */
export const isSecret = (kind: string): boolean => SECRET_KINDS.includes(kind);

/**
 * Renders a queued message.
 * @throws Error when the kind is not in the catalog
 */
export async function renderMessage(kind: string, payload: Record<string, unknown>) {
  if (!(kind in templates)) throw new Error(`No template for messages of kind ${kind}.`);
  const template = templates[kind as MessageKind] as unknown as Template;
  const { html, text } = renderEmail(createElement(template.default, payload));
  return { subject: template.subject(payload), html, text };
}
