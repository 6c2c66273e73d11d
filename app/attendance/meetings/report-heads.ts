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
  ["duration", /^(total |in-meet\w+ )?duration( ?\(min(ute)?s?\))?$/],
  ["waiting", /^in waiting room$/],
];
/** The address where a table has no column that is called so. */
const UPN = /^(participant id \(upn\)|upn)$/;
/** What only the block of Zoom that stands before the people has: its duration is the online meeting's. */
const BLOCK = /^(topic|start time)$/;

/** Where the columns of a table are. */
export type Head = Partial<Record<Column, number>>;

const wordsOf = ({ cells }: ReportRow): string[] =>
  cells.map((cell) => cell.toLowerCase().replaceAll(/\s+/g, " ").trim());

/** Whether a row is the head of the block about the online meeting, and not of the people. */
export const isBlockHead = (row: ReportRow): boolean => wordsOf(row).some((word) => BLOCK.test(word));

/** Whether a row has a column that only Teams has. */
export const isOfTeams = (row: ReportRow): boolean => wordsOf(row).some((word) => UPN.test(word));

/** The columns that a row names; of two with one meaning the first. */
export function readHead(row: ReportRow): Head {
  const words = wordsOf(row);
  const head: Head = {};
  for (const [column, pattern] of HEADS) {
    const at = words.findIndex((each) => pattern.test(each));
    if (at >= 0) head[column] = at;
  }
  const upn = words.findIndex((each) => UPN.test(each));
  if (head.email === undefined && upn >= 0) head.email = upn;
  return head;
}

/** The numbered sections of a report of Teams; others, of which there are more in later versions, hold no presence. */
export type TeamsSection = "participants" | "activities" | "other";

const SECTIONS: readonly [TeamsSection, RegExp][] = [
  ["participants", /^\d+\.\s*participants$/i],
  ["activities", /^\d+\.\s*in-?\s?meet\w+ activit(y|ies)$/i],
  ["other", /^\d+\.\s*\p{L}/u],
];

/** Which section a row begins; null for any other row. */
export function sectionOf({ cells: [first = "", ...others] }: ReportRow): TeamsSection | null {
  if (others.some((cell) => cell !== "")) return null;
  return SECTIONS.find(([, pattern]) => pattern.test(first))?.[0] ?? null;
}
