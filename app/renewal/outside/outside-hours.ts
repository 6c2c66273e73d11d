import { type Designation, DESIGNATIONS, HOUR_DESIGNATIONS } from "~/catalog/courses/designation";
import { parseHours, parseHundredths } from "~/platform/amount";
import { formatHours } from "~/platform/format";
import { minutesOfSource } from "~/renewal/renewal-rules";
import type { Tone } from "~/ui/Status";

/** What somebody can have earned elsewhere (N1), by the words of the engine. Growth plans are entered by themselves. */
export const OUTSIDE_KINDS = [
  "clock-hours",
  "quarter-credits",
  "semester-credits",
  "national-board-component",
] as const;
export type OutsideKind = (typeof OUTSIDE_KINDS)[number];

/** Each kind as a form proposes it, and what its amount is given in. */
export const OUTSIDE_KIND_WORDS: Record<OutsideKind, { label: string; unit: string; hint: string }> = {
  "clock-hours": {
    label: "Clock hours of another provider",
    unit: "clock hour",
    hint: "Hours with up to two decimals, such as 6.5.",
  },
  "quarter-credits": {
    label: "College credit, in quarter credits",
    unit: "quarter credit",
    hint: "Credits with up to two decimals, such as 4.75.",
  },
  "semester-credits": {
    label: "College credit, in semester credits",
    unit: "semester credit",
    hint: "Credits with up to two decimals, such as 3.",
  },
  "national-board-component": {
    label: "National Board components",
    unit: "component",
    hint: "How many, from 1 to 4.",
  },
};

/**
 * How far hours from elsewhere were checked. "sent": they wait for a registrar; "taken-back": one who had accepted them does not
 * any more; "signed": they were read from a document of another Hourbook whose issuer's key is trusted.
 */
export const OUTSIDE_STATES = ["self-reported", "sent", "accepted", "returned", "taken-back", "signed"] as const;
export type OutsideState = (typeof OUTSIDE_STATES)[number];

/** Each state in words, and as how it is shown. */
export const OUTSIDE_STATE_WORDS: Record<OutsideState, { words: string; tone: Tone }> = {
  "self-reported": { words: "Self-reported", tone: "neutral" },
  sent: { words: "Sent to the registrar", tone: "waiting" },
  accepted: { words: "Accepted", tone: "good" },
  returned: { words: "Returned", tone: "attention" },
  "taken-back": { words: "No longer accepted", tone: "attention" },
  signed: { words: "Signed", tone: "good" },
};

/** Hours from elsewhere as they were entered: minutes, hundredths of a credit, or components. */
export interface OutsideInput {
  kind: OutsideKind;
  amount: number;
  title: string;
  providerName: string;
  /** Plain dates, both included. */
  startedOn: string;
  completedOn: string;
  /** Whether people met; of clock hours only, for paraeducators. */
  inPerson: boolean;
  designations: { code: Designation; minutes: number }[];
}

/** Whether the person can still change what was entered, and send it: what somebody vouches for, they cannot. */
export const isChangeable = (state: OutsideState, issuer: Issuer): boolean =>
  !isVouchedFor(state, issuer?.isTrusted === true);

/** Whether the person can take it out: what a registrar accepted, only the registrar takes back. */
export const isRemovable = (state: OutsideState): boolean => state !== "accepted";

/** Whether it counts towards a renewal: what a registrar returned does so no more until it is corrected. */
export const doesCount = (state: OutsideState): boolean => state !== "returned" && state !== "taken-back";

/** Whether somebody besides the person vouches for it. An issuer that is not trusted any more vouches for nothing. */
export const isVouchedFor = (state: OutsideState, isIssuerTrusted: boolean): boolean =>
  state === "accepted" || (state === "signed" && isIssuerTrusted);

/** Who vouches for hours from elsewhere, as every page and paper that shows them says it. */
export function markOf({ state, checker, issuer }: { state: OutsideState; checker: string | null; issuer: Issuer }) {
  if (state === "accepted") return `Checked by the registrar of ${checker ?? "another provider"}`;
  if (state === "signed" && issuer?.isTrusted) return `Signed by ${issuer.name}`;
  return "Self-reported";
}

/** Whose key signed the document from which something was read; null for what was typed. */
export type Issuer = { name: string; isTrusted: boolean } | null;

/** Most that one entry can be, by kind: more is a slip of the pen. */
const MOST: Record<OutsideKind, number> = {
  "clock-hours": 400 * 60,
  "quarter-credits": 90_00,
  "semester-credits": 60_00,
  "national-board-component": 4,
};

/** An amount as people type it, in the unit of its kind; or what is wrong with it, in words. */
export function readAmount(kind: OutsideKind, typed: string): { amount: number } | { wrong: string } {
  const amount = PARSERS[kind](typed);
  if (amount === null || amount === 0) return { wrong: OUTSIDE_KIND_WORDS[kind].hint };
  return amount > MOST[kind] ? { wrong: `At most ${wordsOfAmount(kind, MOST[kind])} in one entry.` } : { amount };
}

const parseWhole = (typed: string): number | null => (/^\d{1,2}$/.test(typed.trim()) ? Number(typed) : null);

const PARSERS: Record<OutsideKind, (typed: string) => number | null> = {
  "clock-hours": parseHours,
  "quarter-credits": parseHundredths,
  "semester-credits": parseHundredths,
  "national-board-component": parseWhole,
};

/** An amount as a form shows it. */
export function typedAmount(kind: OutsideKind, amount: number): string {
  if (kind === "national-board-component") return String(amount);
  if (kind === "clock-hours") return formatHours(amount);
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`.replace(/\.?0+$/, "");
}

/** An amount with its unit: "6.5 clock hours", "1 quarter credit". */
export function wordsOfAmount(kind: OutsideKind, amount: number): string {
  const typed = typedAmount(kind, amount);
  const { unit } = OUTSIDE_KIND_WORDS[kind];
  return typed === "1" ? `1 ${unit}` : `${typed} ${unit}s`;
}

/** What it counts for in minutes, before any limit (N1). */
export const minutesOf = ({ kind, amount, completedOn }: Pick<OutsideInput, "kind" | "amount" | "completedOn">) =>
  minutesOfSource({ kind, amount, completedOn });

/** Topics in words, with hours: "Equity 3, STEM 1.5"; empty for none. */
export const topicsInWords = (designations: OutsideInput["designations"]): string =>
  designations.map(({ code, minutes }) => `${DESIGNATIONS[code]} ${formatHours(minutes)}`).join(", ");

/** The topics for which everybody is asked, and those of paraeducators. */
export const TOPIC_GROUPS: readonly { legend: string; codes: readonly Designation[] }[] = [
  {
    legend: "Hours for a topic",
    codes: HOUR_DESIGNATIONS.filter((code) => !/^(FCS|PARA)-/.test(code)),
  },
  { legend: "For paraeducators", codes: HOUR_DESIGNATIONS.filter((code) => /^(FCS|PARA)-/.test(code)) },
];

/** Why nothing was changed about hours from elsewhere. */
export type OutsideRefusal =
  | "unknown-hours"
  | "entered-twice"
  | "not-completed"
  | "is-not-changeable"
  | "not-sent"
  | "not-accepted"
  | "changed-meanwhile";

/** Each refusal in plain words. */
export const OUTSIDE_REFUSALS: Record<OutsideRefusal, string> = {
  "unknown-hours": "This entry is not there any more.",
  "entered-twice": "You entered this already: the same title, completed on the same day.",
  "not-completed": "This day is still to come. Enter it once it is completed.",
  "is-not-changeable": "This stands as it was checked. If it is wrong, ask the registrar to take it back.",
  "not-sent": "This does not wait for you any more. Reload the page and look again.",
  "not-accepted": "This is not accepted any more. Reload the page and look again.",
  "changed-meanwhile": "The person changed this while you looked at it. Look at it again before you decide.",
};

/** The field that a refusal is about; undefined for the form as a whole. */
export function refusedOutsideField(reason: OutsideRefusal): string | undefined {
  if (reason === "entered-twice") return "title";
  return reason === "not-completed" ? "completedOn" : undefined;
}
