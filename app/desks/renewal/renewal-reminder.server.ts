import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { getPerson } from "~/people/persons/person.server";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { addDays, addYears, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { lastDayIn } from "~/reminders/calendar-plan";
import type { Compose } from "~/reminders/compose.server";
import { renewalOf } from "~/renewal/progress/progress";
import { gapInWords, leastMissing, timeLeftInWords } from "~/renewal/progress/requirement-words";
import { TOTAL_MINUTES } from "~/renewal/renewal-rules";
import { findRenewing, listFitting, type Renewing } from "./fitting.server";

/** N1: what the renewal of a certificate takes, in minutes, and how long its cycle is. */
const NEEDED_MINUTES = TOTAL_MINUTES.minutes;
const CYCLE_YEARS = 5;

/** What is still missing before a certificate ends (N1–N4), and what in the catalog would close all of it. */
export const composeRenewal: Compose = (tx, ctx, reminder) => {
  const { personId, occasion } = reminder;
  const expiresOn = getPerson(tx, personId).certificateExpiresOn;
  if (expiresOn === null || expiresOn !== lastDayIn(occasion)) return { skip: "The certificate ends on another day." };
  const looking = { db: tx, now: ctx.now };
  const renewing = findRenewing(looking, personId);
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const { have, missing, need } = renewing ? gapOf(renewing) : gapOfTotal(tx, personId, expiresOn);
  if (missing === 0) return { skip: "No hours were missing." };
  const closing = renewing ? listFitting(looking, renewing).find(({ closesAll }) => closesAll) : undefined;
  return {
    kind: "renewal-short",
    payload: {
      left: timeLeftInWords(today, expiresOn),
      expiresOn: formatPlainDate(expiresOn),
      hours: formatHours(have),
      needed: formatHours(NEEDED_MINUTES),
      missing: formatHours(missing),
      need,
      ...(closing && { closing: { title: closing.title, url: `${origin}${closing.href}` } }),
      hoursUrl: `${origin}/certificate`,
    },
  };
};

/** What is missing, in minutes and words, by what the person's papers say (N1–N4). */
function gapOf({ facts, today }: Renewing) {
  const requirements = renewalOf(facts, today)?.renewal.requirements ?? [];
  const have = requirements.find(({ code }) => code === "TOTAL")?.haveMinutes ?? 0;
  return { have, missing: leastMissing(requirements), need: gapInWords(requirements) ?? undefined };
}

/** Where only a last day is known: what is missing of 100 hours. */
function gapOfTotal(db: Reader, personId: string, expiresOn: string) {
  const from = addDays(addYears(expiresOn, -CYCLE_YEARS), 1);
  const have = listCurrentCredits(db, personId, { from, to: expiresOn }).reduce((sum, each) => sum + each.minutes, 0);
  return { have, missing: Math.max(0, NEEDED_MINUTES - have), need: undefined };
}
