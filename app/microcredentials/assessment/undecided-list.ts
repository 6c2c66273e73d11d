import type { ListShape } from "~/platform/lists/list-shape";

/** How near the end of a promise may come before coordinators are told. */
export const RISK_DAYS = 5;
const DAY_MS = 86_400_000;

/** The instant up to which promises that end are at risk now. */
export const riskUntil = (now: number): number => now + RISK_DAYS * DAY_MS;

/** How the promise of a decision can stand that is not kept yet: near its end, or past it. */
export const RISKS = ["at-risk", "late"] as const;
export type Risk = (typeof RISKS)[number];

/** How a promise stands; null while there is time. */
export function riskOf(promisedAt: number | null, now: number): Risk | null {
  if (promisedAt === null || promisedAt > riskUntil(now)) return null;
  return promisedAt < now ? "late" : "at-risk";
}

/** What coordinators see of portfolios that wait for a decision, without their authors' names. */
export const UNDECIDED_LIST: ListShape = {
  name: "undecided-portfolios",
  title: "Portfolios to decide",
  path: "/coordinator/portfolios",
  columns: [
    { key: "title", label: "Micro-credential", sort: "asc", primary: true },
    { key: "submitted", label: "Handed in", sort: "asc" },
    { key: "promised", label: "Promised by", sort: "asc" },
    { key: "reading", label: "Assessors" },
    { key: "second", label: "Second reading" },
  ],
  filters: [
    { name: "microcredential", kind: "choice", label: "Micro-credential", any: "Any micro-credential" },
    {
      name: "risk",
      kind: "choice",
      label: "Promise",
      any: "Any",
      options: [
        { value: "at-risk", label: "At risk or late" },
        { value: "late", label: "Late" },
      ],
    },
    {
      name: "holder",
      kind: "choice",
      label: "Assessor",
      any: "Any",
      options: [
        { value: "nobody", label: "Nobody has it" },
        { value: "held", label: "Somebody reads it" },
      ],
    },
  ],
  sort: "promised",
  noun: "portfolio",
};
