import { formatHours, longDayOf, plural } from "~/platform/format";
import { daysBetween, monthsBetween } from "~/platform/time/time-zone";
import type { NotCountedReason, Requirement, RequirementCode } from "~/renewal/renewal";
import { TOPIC_RULES } from "~/renewal/renewal-rules";

/** Each requirement as a heading names it. */
export const REQUIREMENT_NAMES: Record<RequirementCode, string> = {
  TOTAL: "All hours",
  EQUITY: "Equity",
  STEM: "STEM",
  LEADERSHIP: "Leadership (PSEL)",
  G2G: "Government-to-government",
  "SUICIDE-PREVENTION": "Suicide prevention",
};

/** Each topic within a sentence. */
const TOPIC_WORDS: Record<RequirementCode, string> = {
  TOTAL: "all",
  EQUITY: "equity",
  STEM: "STEM",
  LEADERSHIP: "leadership",
  G2G: "government-to-government relations",
  "SUICIDE-PREVENTION": "suicide prevention",
};

/** Several things in a sentence: "a, b and c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

const missing = ({ needMinutes, haveMinutes, met }: Requirement): number =>
  met ? 0 : Math.max(0, needMinutes - haveMinutes);

/** Minutes with which everything is met at the least: an hour can carry several topics, and counts to the total besides. */
export const leastMissing = (requirements: readonly Requirement[]): number => Math.max(0, ...requirements.map(missing));

const hours = (minutes: number) => `${formatHours(minutes)} more ${minutes === 60 ? "hour" : "hours"}`;

/**
 * What is still needed, in one sentence without its end: "12.5 more hours, 3 of them in equity"; null where nothing is. Where a
 * topic needs more than the total does, its hours fill the total, too, and the topics say it all.
 */
export function gapInWords(requirements: readonly Requirement[], by = ""): string | null {
  const total = requirements.filter(({ code }) => code === "TOTAL").reduce((sum, each) => sum + missing(each), 0);
  const topics = requirements
    .filter((each) => each.code !== "TOTAL" && missing(each) > 0)
    .map((each) => ({ minutes: missing(each), word: TOPIC_WORDS[each.code] }));
  if (topics.every(({ minutes }) => minutes <= total)) {
    if (total === 0) return null;
    const [first, ...others] = topics.map(({ minutes, word }, index) =>
      index > 0 ? `${formatHours(minutes)} in ${word}` : `${formatHours(minutes)} of them in ${word}`,
    );
    return `${hours(total)}${by}${first ? `, ${listed([first, ...others])}` : ""}`;
  }
  const parts = topics.map(({ minutes, word }, index) =>
    index > 0 ? `${formatHours(minutes)} in ${word}` : `${hours(minutes)} in ${word}`,
  );
  return `${listed(parts)}${by}`;
}

/** The page's first line: what is still needed by when, or that nothing is. */
export function answerOf(requirements: readonly Requirement[], deadline: string, today: string): string {
  const day = longDayOf(deadline);
  if (deadline < today) {
    const gap = gapInWords(requirements);
    const over = `The last day was ${day}.`;
    return gap === null ? `${over} You have the hours to renew now.` : `${over} You need ${gap} to renew now.`;
  }
  const gap = gapInWords(requirements, ` by ${day}`);
  return gap === null ? `You have what it takes to renew by ${day}.` : `You need ${gap}.`;
}

/** How long there is until a day, as a heading says it: "2 years", "a year", "6 months", "12 days". */
export function timeLeftInWords(today: string, day: string): string {
  const months = monthsBetween(today, day);
  if (months >= 24) return plural(Math.floor(months / 12), "year");
  if (months >= 12) return "a year";
  return months > 0 ? plural(months, "month") : plural(Math.max(0, daysBetween(today, day)), "day");
}

/** How a requirement is met, or what is missing and what else would meet it (N3). */
export function explainRequirement(requirement: Requirement): string {
  const rule = TOPIC_RULES.find(({ code }) => code === requirement.code);
  const ways = [
    rule?.pgpGoal ? "a growth plan with this goal" : "",
    rule?.nationalBoard ? "a valid National Board certificate" : "",
  ].filter(Boolean);
  if (requirement.by === "hours") return "Met by hours";
  if (requirement.by === "pgp") return "Met by the goal of a growth plan";
  if (requirement.by === "national-board") return "Met by the National Board certificate";
  const lacks = `${formatHours(missing(requirement))} missing.`;
  if (!rule) return lacks;
  return ways.length > 0 ? `${lacks} Also met by ${ways.join(" or ")}.` : `${lacks} Met by hours alone.`;
}

/** Since when a topic is asked for, where that began within the cycle (N2): who renews earlier needs none of it; else null. */
export function changeWithin(code: RequirementCode, window: { from: string; to: string }): string | null {
  const rule = TOPIC_RULES.find((each) => each.code === code);
  if (!rule?.from || rule.from <= window.from || rule.from > window.to) return null;
  return `New in your cycle: asked for since ${longDayOf(rule.from)} (${rule.source}).`;
}

/** Why hours do not count, or count to the total alone. */
export function reasonInWords(
  reason: NotCountedReason,
  { window, provider, topics }: { window: { from: string; to: string }; provider: string; topics: readonly string[] },
): string {
  switch (reason) {
    case "before-window":
      return `Before the day of issue, ${longDayOf(window.from)}: hours do not carry over from one cycle to the next.`;
    case "after-application":
      return `After the last day, ${longDayOf(window.to)}: they would count for the next cycle.`;
    case "same-pgp-year":
      return "Another growth plan of the same year, July to June, counts: one a year does.";
    case "topic-provider-not-approved":
      return `Not to ${listed(topics.map(topicInWords))}: ${provider} was not on the state’s list for it.`;
  }
}

/** A topic within a sentence, by its code. */
export const topicInWords = (code: string): string => TOPIC_WORDS[code as RequirementCode] ?? code;
