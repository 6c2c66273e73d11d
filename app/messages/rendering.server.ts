import { type ComponentType, createElement } from "react";
import AccountInvitation from "#emails/account/account-invitation";
import AddressChanged from "#emails/account/address-changed";
import AddressInUse from "#emails/account/address-in-use";
import AddressProposed from "#emails/account/address-proposed";
import ChangeAddress from "#emails/account/change-address";
import ProveAddress from "#emails/account/prove-address";
import ResetPassword from "#emails/account/reset-password";
import VerifyAddress from "#emails/account/verify-address";
import AssessorChanged from "#emails/assessment/assessor-changed";
import AssessorQueue from "#emails/assessment/assessor-queue";
import PortfolioBeingRead from "#emails/assessment/portfolio-being-read";
import PromiseAtRisk from "#emails/assessment/promise-at-risk";
import AnswerPassedOn from "#emails/desks/answer-passed-on";
import ClaimsAgeing from "#emails/desks/claims-ageing";
import ConfirmAttendance from "#emails/desks/confirm-attendance";
import NewHours from "#emails/desks/new-hours";
import OfferingMessage from "#emails/desks/offering-message";
import OfferingMessageTest from "#emails/desks/offering-message-test";
import HoursSubmitted from "#emails/desks/hours-submitted";
import WebhookSwitchedOff from "#emails/desks/webhook-switched-off";
import HandedOver from "#emails/desks/handed-over";
import InquiryAnswered from "#emails/desks/inquiry-answered";
import InquiryAsked from "#emails/desks/inquiry-asked";
import PersonMessage from "#emails/desks/person-message";
import RosterTomorrow from "#emails/desks/roster-tomorrow";
import SalaryCutoff from "#emails/desks/salary-cutoff";
import TokenEnding from "#emails/desks/token-ending";
import ClaimOpen from "#emails/hours/claim-open";
import WorkplaceMissing from "#emails/hours/workplace-missing";
import ClaimReturned from "#emails/hours/claim-returned";
import CorrectionDeclined from "#emails/hours/correction-declined";
import CreditCorrected from "#emails/hours/credit-corrected";
import CreditCorrectedDistrict from "#emails/hours/credit-corrected-district";
import CreditPosted from "#emails/hours/credit-posted";
import SubmittedHoursDecided from "#emails/hours/submitted-hours-decided";
import AwardChanged from "#emails/microcredentials/award-changed";
import AwardExpires from "#emails/microcredentials/award-expires";
import AwardIssued from "#emails/microcredentials/award-issued";
import PortfolioNotYet from "#emails/microcredentials/portfolio-not-yet";
import PortfolioSubmitted from "#emails/microcredentials/portfolio-submitted";
import { PreferencesUrl } from "#emails/parts/preferences";
import { renderEmail } from "#emails/parts/render-email";
import ClaimReminder from "#emails/reminders/claim-reminder";
import ClaimsBeforeCutoff from "#emails/reminders/claims-before-cutoff";
import Digest from "#emails/reminders/digest";
import EvaluationReminder from "#emails/reminders/evaluation-reminder";
import PaymentReminder from "#emails/reminders/payment-reminder";
import RenewalNote from "#emails/reminders/renewal-note";
import RenewalShort from "#emails/reminders/renewal-short";
import SessionReminder from "#emails/reminders/session-reminder";
import StepsDue from "#emails/reminders/steps-due";
import OutsideHoursDecided from "#emails/renewal/outside-hours-decided";
import OutsideHoursSent from "#emails/renewal/outside-hours-sent";
import GrowthPlanAnswered from "#emails/renewal/growth-plan-answered";
import GrowthPlanRequest from "#emails/renewal/growth-plan-request";
import JoinLink from "#emails/seats/join-link";
import OfferLapsed from "#emails/seats/offer-lapsed";
import OfferingCancelled from "#emails/seats/offering-cancelled";
import OfferingMoved from "#emails/seats/offering-moved";
import ReflectionReturned from "#emails/seats/reflection-returned";
import Registered from "#emails/seats/registered";
import RegistrationMoved from "#emails/seats/registration-moved";
import RequestDeclined from "#emails/seats/request-declined";
import Requested from "#emails/seats/requested";
import SeatOffered from "#emails/seats/seat-offered";
import SupervisorRequest from "#emails/seats/supervisor-request";
import Waitlisted from "#emails/seats/waitlisted";
import CalendarDeclined from "#emails/seats/calendar-declined";
import Withdrawn from "#emails/seats/withdrawn";
import { type MessageKind, type MessagePayloads, MESSAGES, requireKind } from "~/messages/catalog/catalog";
import type { MessageEntry } from "~/messages/catalog/message";

/** The template of every kind: the compiler refuses one that is missing or wants what the payload does not hold. */
const TEMPLATES: { readonly [Kind in MessageKind]: ComponentType<MessagePayloads[Kind]> } = {
  "account-invitation": AccountInvitation,
  "address-changed": AddressChanged,
  "address-in-use": AddressInUse,
  "address-proposed": AddressProposed,
  "change-address": ChangeAddress,
  "prove-address": ProveAddress,
  "reset-password": ResetPassword,
  "verify-address": VerifyAddress,
  "award-changed": AwardChanged,
  "award-expires": AwardExpires,
  "award-issued": AwardIssued,
  "portfolio-not-yet": PortfolioNotYet,
  "portfolio-submitted": PortfolioSubmitted,
  "portfolio-being-read": PortfolioBeingRead,
  "assessor-changed": AssessorChanged,
  "promise-at-risk": PromiseAtRisk,
  "assessor-queue": AssessorQueue,
  "claims-ageing": ClaimsAgeing,
  "confirm-attendance": ConfirmAttendance,
  "new-hours": NewHours,
  "offering-message": OfferingMessage,
  "offering-message-test": OfferingMessageTest,
  "handed-over": HandedOver,
  "inquiry-asked": InquiryAsked,
  "inquiry-answered": InquiryAnswered,
  "answer-passed-on": AnswerPassedOn,
  "person-message": PersonMessage,
  "roster-tomorrow": RosterTomorrow,
  "salary-cutoff": SalaryCutoff,
  "token-ending": TokenEnding,
  "claim-open": ClaimOpen,
  "claim-returned": ClaimReturned,
  "workplace-missing": WorkplaceMissing,
  "correction-declined": CorrectionDeclined,
  "credit-corrected": CreditCorrected,
  "credit-corrected-district": CreditCorrectedDistrict,
  "credit-posted": CreditPosted,
  "hours-submitted": HoursSubmitted,
  "webhook-switched-off": WebhookSwitchedOff,
  "submitted-hours-decided": SubmittedHoursDecided,
  "claim-reminder": ClaimReminder,
  "claims-before-cutoff": ClaimsBeforeCutoff,
  digest: Digest,
  "evaluation-reminder": EvaluationReminder,
  "payment-reminder": PaymentReminder,
  "renewal-note": RenewalNote,
  "renewal-short": RenewalShort,
  "session-reminder": SessionReminder,
  "steps-due": StepsDue,
  "reflection-returned": ReflectionReturned,
  "outside-hours-sent": OutsideHoursSent,
  "outside-hours-decided": OutsideHoursDecided,
  "growth-plan-request": GrowthPlanRequest,
  "growth-plan-answered": GrowthPlanAnswered,
  "join-link": JoinLink,
  "offer-lapsed": OfferLapsed,
  "offering-cancelled": OfferingCancelled,
  "offering-moved": OfferingMoved,
  registered: Registered,
  "registration-moved": RegistrationMoved,
  "request-declined": RequestDeclined,
  requested: Requested,
  "seat-offered": SeatOffered,
  "supervisor-request": SupervisorRequest,
  waitlisted: Waitlisted,
  "calendar-declined": CalendarDeclined,
  withdrawn: Withdrawn,
};

/**
 * Renders a queued message.
 * @param preferencesUrl where its recipient chooses what to get; null when there is no choice
 * @throws Error when the kind is not in the catalog or the payload does not fit it
 */
export function renderMessage(kind: string, payload: Record<string, unknown>, preferencesUrl: string | null = null) {
  return render(requireKind(kind), payload, preferencesUrl);
}

function render<Kind extends MessageKind>(kind: Kind, payload: unknown, preferencesUrl: string | null) {
  const { payload: schema, subject }: MessageEntry<MessagePayloads[Kind]> = MESSAGES[kind];
  const template: ComponentType<MessagePayloads[Kind]> = TEMPLATES[kind];
  const props = schema.parse(payload);
  const message = elementOf(template, props);
  const { html, text } = renderEmail(createElement(PreferencesUrl.Provider, { value: preferencesUrl }, message));
  return { subject: subject(props), html, text };
}

/** React's type for props has one optional field, `key`: only what is some object, and no more, is let through. */
function elementOf<Props extends object>(template: ComponentType<Props>, props: Props) {
  return createElement(template, props);
}
