import type { ReportRow } from "./report-table";

/** What a column of a report is. */
export type Column = "name" | "first-name" | "last-name" | "email" | "join" | "leave" | "duration" | "waiting";

const HEADS: readonly [Column, RegExp][] = [
  ["first-name", /^first name$/],
  ["last-name", /^(last name|surname)$/],
  ["name", /^((user|full|participant|display)[ -]?)?name( \(original name\))?$|^name \(.*\)$|^participant$/],
  ["email", /^(user )?e-?mail( address)?$/],
  ["join", /^(first )?join([ -]?time)?$|^time joined$|^joined( at)?$/],
  ["leave", /^(last )?leave([ -]?time)?$|^time (exited|left)$|^left( at)?$/],
  ["duration", /^(total |in-meet\w+ )?duration( \(minutes\))?$/],
  ["waiting", /^in waiting room$/],
];
/** The address where a table has no column that is called so. */
const UPN = /^(participant id \(upn\)|upn)$/;

/** Where the columns of a table are. */
export type Head = Partial<Record<Column, number>>;

/** The columns that a row names; of two with one meaning the first. */
export function readHead({ cells }: ReportRow): Head {
  const words = cells.map((cell) => cell.toLowerCase().replaceAll(/\s+/g, " ").trim());
  const head: Head = {};
  for (const [column, pattern] of HEADS) {
    const at = words.findIndex((each) => pattern.test(each));
    if (at >= 0) head[column] = at;
  }
  const upn = words.findIndex((each) => UPN.test(each));
  if (head.email === undefined && upn >= 0) head.email = upn;
  return head;
}

/** The numbered sections of a report of Teams. */
export type TeamsSection = "participants" | "activities";

const SECTIONS: readonly [TeamsSection | "summary", RegExp][] = [
  ["summary", /^\d+\.\s*summary$/i],
  ["participants", /^\d+\.\s*participants$/i],
  ["activities", /^\d+\.\s*in-?\s?meet\w+ activit(y|ies)$/i],
];

/** Which section a row begins; null for any other row. */
export function sectionOf({ cells: [first = "", ...others] }: ReportRow): TeamsSection | "summary" | null {
  if (others.some((cell) => cell !== "")) return null;
  return SECTIONS.find(([, pattern]) => pattern.test(first))?.[0] ?? null;
}
