import { composeRenewal } from "~/desks/renewal/renewal-reminder.server";
import { composeTokenEnding } from "~/hr/api/token-reminder.server";
import { composeCutoff, composeNewHours } from "~/hr/cutoff/hr-reminder.server";
import { composeClaim, composeConfirmation, composeEvaluation, composePayment } from "~/reminders/claim-message.server";
import type { Composers } from "~/reminders/compose.server";
import { composeRoster, composeSession } from "~/reminders/session-message.server";
import { composeAgeing } from "~/reminders/staff-message.server";

/** How each kind of reminder becomes a message. Stands above the subjects: HR's are HR's own. */
export const COMPOSERS: Composers = {
  "session-week": composeSession,
  "session-day": composeSession,
  "session-morning": composeSession,
  claim: composeClaim,
  evaluation: composeEvaluation,
  payment: composePayment,
  roster: composeRoster,
  "confirm-attendance": composeConfirmation,
  "claims-ageing": composeAgeing,
  "new-hours": composeNewHours,
  "salary-cutoff": composeCutoff,
  "token-ending": composeTokenEnding,
  renewal: composeRenewal,
};
