import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { getPerson } from "~/people/persons/person.server";
import { origin } from "~/platform/env.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { addDays, addYears } from "~/platform/time/time-zone";
import type { Compose } from "./compose.server";

/** N1: what the renewal of a certificate takes, in minutes, and how long its cycle is. */
const NEEDED_MINUTES = 100 * 60;
const CYCLE_YEARS = 5;

/** Hours that are missing in Hourbook a year before a certificate ends (N1). */
export const composeRenewal: Compose = (tx, _ctx, reminder) => {
  const person = getPerson(tx, reminder.personId);
  const expiresOn = person.certificateExpiresOn;
  if (expiresOn !== reminder.occasion) return { skip: "The certificate ends on another day." };
  const from = addDays(addYears(expiresOn, -CYCLE_YEARS), 1);
  const minutes = listCurrentCredits(tx, person.id, { from, to: expiresOn }).reduce(
    (sum, each) => sum + each.minutes,
    0,
  );
  if (minutes >= NEEDED_MINUTES) return { skip: "No hours were missing." };
  return {
    kind: "renewal-short",
    payload: {
      expiresOn: formatPlainDate(expiresOn),
      hours: formatHours(minutes),
      needed: formatHours(NEEDED_MINUTES),
      missing: formatHours(NEEDED_MINUTES - minutes),
      hoursUrl: `${origin}/hours`,
    },
  };
};
