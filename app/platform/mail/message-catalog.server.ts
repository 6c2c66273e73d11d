import { type ComponentType, createElement } from "react";
import type { z } from "zod";
import * as accountInvitation from "#emails/account/account-invitation";
import * as addressChanged from "#emails/account/address-changed";
import * as addressInUse from "#emails/account/address-in-use";
import * as changeAddress from "#emails/account/change-address";
import * as claimOpen from "#emails/hours/claim-open";
import * as claimReminder from "#emails/reminders/claim-reminder";
import * as claimReturned from "#emails/hours/claim-returned";
import * as claimsAgeing from "#emails/desks/claims-ageing";
import * as confirmAttendance from "#emails/desks/confirm-attendance";
import * as correctionDeclined from "#emails/hours/correction-declined";
import * as creditCorrected from "#emails/hours/credit-corrected";
import * as creditCorrectedDistrict from "#emails/hours/credit-corrected-district";
import * as creditPosted from "#emails/hours/credit-posted";
import * as digest from "#emails/reminders/digest";
import * as evaluationReminder from "#emails/reminders/evaluation-reminder";
import * as newHours from "#emails/desks/new-hours";
import * as offerLapsed from "#emails/seats/offer-lapsed";
import * as offeringCancelled from "#emails/seats/offering-cancelled";
import * as offeringMessage from "#emails/desks/offering-message";
import * as offeringMoved from "#emails/seats/offering-moved";
import * as paymentReminder from "#emails/reminders/payment-reminder";
import * as registered from "#emails/seats/registered";
import * as registrationMoved from "#emails/seats/registration-moved";
import * as renewalShort from "#emails/reminders/renewal-short";
import * as requestDeclined from "#emails/seats/request-declined";
import * as requested from "#emails/seats/requested";
import * as resetPassword from "#emails/account/reset-password";
import * as rosterTomorrow from "#emails/desks/roster-tomorrow";
import * as salaryCutoff from "#emails/desks/salary-cutoff";
import * as seatOffered from "#emails/seats/seat-offered";
import * as sessionReminder from "#emails/reminders/session-reminder";
import * as supervisorRequest from "#emails/seats/supervisor-request";
import * as verifyAddress from "#emails/account/verify-address";
import * as waitlisted from "#emails/seats/waitlisted";
import * as withdrawn from "#emails/seats/withdrawn";
import { PreferencesUrl } from "#emails/parts/preferences";
import { renderEmail } from "#emails/parts/render-email";
import { MESSAGE_PAYLOADS } from "./message-payloads";

/** Every kind of message that Hourbook sends, with its template: the closed catalog. */
const templates = {
  "account-invitation": accountInvitation,
  "address-changed": addressChanged,
  "address-in-use": addressInUse,
  "change-address": changeAddress,
  "claim-open": claimOpen,
  "claim-reminder": claimReminder,
  "claim-returned": claimReturned,
  "claims-ageing": claimsAgeing,
  "confirm-attendance": confirmAttendance,
  "correction-declined": correctionDeclined,
  "credit-corrected": creditCorrected,
  "credit-corrected-district": creditCorrectedDistrict,
  "credit-posted": creditPosted,
  digest,
  "evaluation-reminder": evaluationReminder,
  "new-hours": newHours,
  "offer-lapsed": offerLapsed,
  "offering-cancelled": offeringCancelled,
  "offering-message": offeringMessage,
  "offering-moved": offeringMoved,
  "payment-reminder": paymentReminder,
  registered,
  "registration-moved": registrationMoved,
  "renewal-short": renewalShort,
  "request-declined": requestDeclined,
  requested,
  "reset-password": resetPassword,
  "roster-tomorrow": rosterTomorrow,
  "salary-cutoff": salaryCutoff,
  "seat-offered": seatOffered,
  "session-reminder": sessionReminder,
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

/** The payload of every kind, checked when a message is written and again when it is rendered. */
const payloads: { [Kind in MessageKind]: z.ZodType<MessagePayloads[Kind]> } = MESSAGE_PAYLOADS;

/**
 * Checks what a message is made of.
 * @throws Error when the kind is not in the catalog or its payload lacks something
 */
export function checkPayload(kind: string, payload: unknown): Record<string, unknown> {
  if (!Object.hasOwn(templates, kind)) throw new Error(`No template for messages of kind ${kind}.`);
  return payloads[kind as MessageKind].parse(payload) as unknown as Record<string, unknown>;
}

/**
 * The subject line of a message.
 * @throws Error when the kind is not in the catalog or the payload does not fit it
 */
export function subjectOf(kind: string, payload: Record<string, unknown>): string {
  const props = checkPayload(kind, payload);
  return (templates[kind as MessageKind] as unknown as Template).subject(props);
}

/**
 * Renders a queued message.
 * @param preferencesUrl where its recipient chooses what to get; null when there is no choice
 * @throws Error when the kind is not in the catalog or the payload does not fit it
 */
export function renderMessage(kind: string, payload: Record<string, unknown>, preferencesUrl: string | null = null) {
  const props = checkPayload(kind, payload);
  const template = templates[kind as MessageKind] as unknown as Template;
  const message = createElement(template.default, props);
  const { html, text } = renderEmail(createElement(PreferencesUrl.Provider, { value: preferencesUrl }, message));
  return { subject: template.subject(props), html, text };
}
