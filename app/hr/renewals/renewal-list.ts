import type { ListShape } from "~/platform/lists/list-shape";
import { TOPIC_RULES } from "~/renewal/renewal-rules";
import { REQUIREMENT_NAMES } from "~/renewal/progress/requirement-words";

/** Months until the last day, as the filter offers them. */
export const WITHIN_MONTHS = ["3", "6", "12", "24"] as const;

const WITHIN_WORDS: Record<(typeof WITHIN_MONTHS)[number], string> = {
  "3": "Within 3 months",
  "6": "Within 6 months",
  "12": "Within a year",
  "24": "Within 2 years",
};

/** What the filter asks of somebody's hours: whether they do, or which requirement they lack. */
export const HOURS_STATES = ["short", "enough", ...TOPIC_RULES.map(({ code }) => code)] as const;
export type HoursState = (typeof HOURS_STATES)[number];

const stateInWords = (state: HoursState): string => {
  if (state === "short") return "Short of hours";
  return state === "enough" ? "Has enough" : `Short in ${REQUIREMENT_NAMES[state]}`;
};

/** People of a district who show it what their renewal takes: who is short, of what, by when. */
export const RENEWAL_LIST: ListShape = {
  name: "district-renewals",
  title: "Renewals",
  path: "/hr/renewals",
  kept: ["organization"],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "certificate", label: "Certificate" },
    { key: "until", label: "Last day", sort: "asc" },
    { key: "missing", label: "Missing" },
    { key: "own", label: "Self-reported", align: "end" },
    { key: "school", label: "School", hideOnPhone: true },
    { key: "employee", label: "Employee ID", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name" },
    {
      name: "within",
      kind: "choice",
      label: "Last day",
      any: "At any time",
      options: WITHIN_MONTHS.map((value) => ({ value, label: WITHIN_WORDS[value] })),
    },
    {
      name: "hours",
      kind: "choice",
      label: "Hours",
      any: "Short or not",
      options: HOURS_STATES.map((value) => ({ value, label: stateInWords(value) })),
    },
  ],
  sort: "until",
  noun: "person",
  nouns: "people",
};
