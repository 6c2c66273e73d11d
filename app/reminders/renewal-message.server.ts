import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { getPerson } from "~/people/persons/person.server";
import { origin } from "~/platform/env.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { addDays, addYears, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { getRenewalFacts } from "~/renewal/progress/certificate-page.server";
import { renewalOf } from "~/renewal/progress/progress";
import { gapInWords, leastMissing } from "~/renewal/progress/requirement-words";
import { TOTAL_MINUTES } from "~/renewal/renewal-rules";
import type { Compose } from "./compose.server";

/** N1: what the renewal of a certificate takes, in minutes, and how long its cycle is. */
const NEEDED_MINUTES = TOTAL_MINUTES.minutes;
const CYCLE_YEARS = 5;

/** Hours that are missing in Hourbook a year before a certificate ends (N1). */
export const composeRenewal: Compose = (tx, ctx, reminder) => {
  const person = getPerson(tx, reminder.personId);
  const expiresOn = person.certificateExpiresOn;
  if (expiresOn !== reminder.occasion) return { skip: "The certificate ends on another day." };
  const { have, missing, need } = findGap(tx, ctx, person.id, expiresOn);
  if (missing === 0) return { skip: "No hours were missing." };
  return {
    kind: "renewal-short",
    payload: {
      expiresOn: formatPlainDate(expiresOn),
      hours: formatHours(have),
      needed: formatHours(NEEDED_MINUTES),
      missing: formatHours(missing),
      need,
      hoursUrl: `${origin}/certificate`,
    },
  };
};

/** What is missing, in minutes and words: by what the person's papers say (N1–N4), or, where only a last day is known, of 100 hours. */
function findGap(tx: Transaction, ctx: Context, personId: string, expiresOn: string) {
  const found = renewalOf(getRenewalFacts(tx, personId), dateOf(ctx.now, REGION_TIME_ZONE));
  if (found) {
    const { requirements } = found.renewal;
    const have = requirements.find(({ code }) => code === "TOTAL")?.haveMinutes ?? 0;
    return { have, missing: leastMissing(requirements), need: gapInWords(requirements) ?? undefined };
  }
  const from = addDays(addYears(expiresOn, -CYCLE_YEARS), 1);
  const have = listCurrentCredits(tx, personId, { from, to: expiresOn }).reduce((sum, each) => sum + each.minutes, 0);
  return { have, missing: Math.max(0, NEEDED_MINUTES - have), need: undefined };
}
