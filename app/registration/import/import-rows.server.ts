import { emailField } from "~/people/accounts/account-form";
import { personNameFault } from "~/people/names/name-limit";
import { holdsSocialSecurityNumber, NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";
import { type Addressed, countAddresses, readAddresses, splitName } from "./address-list";
import { type Details, type RawDetails, readDetails } from "./import-details";
import { type ColumnChoice, type ColumnKind, MOST_COLUMNS, UNREAD, WHOLE_WORKPLACE, WORKPLACE } from "./list-heads";
import { forbiddenColumns, type ListPart, type RawRow, splitFreely, splitParts } from "./list-table.server";
import { evenLines, faultOfName, tidyAddress } from "./list-text";

/** One person of a list, as it was given. */
export interface ImportRow {
  /** In the text that was given, from 1; several people may stand on one line. */
  line: number;
  email: string;
  first: string;
  last: string;
  /** What the line says of a workplace and a certificate; absent where the list has no such columns. */
  details?: Details;
}

/** A line that cannot be taken, and why. */
export interface BadLine {
  line: number;
  text: string;
  reason: string;
}

/** More people than this are brought in by several lists. */
export const MOST_ROWS = 500;
/** As much of a bad line is shown as tells it from others. */
const LONGEST_SHOWN = 120;

/** A list that was read: its lines, in order, and how many more there are than one list takes. */
export interface ReadList {
  lines: (ImportRow | BadLine)[];
  beyond: number;
  /** How the columns of a list with a head were read; absent for one without. */
  columns?: { head: string; as: ColumnChoice }[];
}

/**
 * Reads a list of people as it was pasted or saved: addresses in lines or several on one, or columns with a head or
 * without. Everything comes back in its order, as a row or as a bad line; blank lines are left out.
 * @param chosen what the columns hold, where whoever gives the list says it, instead of what their heads are read as
 */
export function readList(text: string, chosen?: readonly ColumnChoice[]): ReadList {
  const parts = splitParts(evenLines(text));
  const headed = parts.find(({ head }) => head);
  if (headed?.head && chosen?.length === Math.min(headed.head.cells.length, MOST_COLUMNS))
    headed.head.columns = [...chosen];
  const lines = parts.flatMap((part) =>
    part.rows.flatMap((row) => (part.head ? [readColumns(row, part.head)] : readFree(row))),
  );
  const columns = headed?.head && columnsOf(headed.head);
  const beyond = Math.max(0, lines.length - MOST_ROWS);
  return { lines: lines.slice(0, MOST_ROWS), beyond, ...(columns ? { columns } : {}) };
}

type Head = NonNullable<ListPart["head"]>;

const columnsOf = ({ cells, columns }: Head) => columns.map((as, index) => ({ head: cells[index]!.slice(0, 80), as }));

function readColumns({ line, cells }: RawRow, head: Head): ImportRow | BadLine {
  const refuse = (reason: string): BadLine => bad(line, cells.join(", "), reason);
  const forbidden = forbiddenColumns(head.cells).some((index) => cells[index]);
  if (forbidden || cells.some(holdsSocialSecurityNumber)) return refuse(NEVER_A_SOCIAL_SECURITY_NUMBER);
  const cell = (kind: ColumnKind) => cells[head.columns.indexOf(kind)] ?? "";
  const [person, ...others] = readAddresses(cell("email"));
  if (!person) return refuse("This line has no email address.");
  if (others.length > 0) return refuse("This line has several email addresses: leave one.");
  if (!("email" in person)) return refuse(`“${shorten(cell("email"))}” is no email address.`);
  const named = nameOf({ first: cell("first"), last: cell("last") }, cell("name"), person);
  const read = checkRow(line, cells.join(", "), { email: person.email, ...named });
  if ("reason" in read) return read;
  const raw = detailsOf(head, cell);
  if (!raw) return read;
  const details = readDetails(raw);
  return details.ok ? { ...read, details: details.value } : refuse(details.reason);
}

/** By the columns of first and last name, else that of the whole name, else what stands with the address. */
function nameOf(parts: Name, whole: string, addressed: Name): Name {
  if (parts.first || parts.last) return parts;
  return whole ? splitName(whole) : { first: addressed.first, last: addressed.last };
}

interface Name {
  first: string;
  last: string;
}

/** Null where no such column is read. A workplace is read only where all that it takes has a column. */
function detailsOf(head: Head, cell: (kind: ColumnKind) => string): RawDetails | null {
  const has = (kind: ColumnKind) => head.columns.includes(kind);
  const whole = WHOLE_WORKPLACE.every(has);
  if (!whole && !has("certificate")) return null;
  const place = (kind: ColumnKind) => (whole ? cell(kind) : "");
  return {
    district: place("district"),
    building: place("building"),
    employeeId: place("employeeId"),
    role: place("role"),
    firstDay: place("firstDay"),
    certificate: cell("certificate"),
  };
}

/** The heads of columns that nothing is taken from, since they are not known or a workplace is not said as a whole. */
export function unreadHeads(columns: NonNullable<ReadList["columns"]>): string[] {
  const has = (kind: ColumnKind) => columns.some(({ as }) => as === kind);
  const whole = WHOLE_WORKPLACE.every(has);
  return columns
    .filter(({ as, head }) => head !== "" && (as === UNREAD || (!whole && WORKPLACE.includes(as))))
    .map(({ head }) => head);
}

function readFree({ line, raw }: RawRow): (ImportRow | BadLine)[] {
  if (holdsSocialSecurityNumber(raw)) return [bad(line, raw, NEVER_A_SOCIAL_SECURITY_NUMBER)];
  if (countAddresses(raw) > 1) return readAddresses(raw).map((each) => addressed(line, each));
  const cells = splitFreely(raw);
  const at = cells.findIndex((cell) => countAddresses(cell) > 0);
  if (at < 0) return [bad(line, raw, "This line has no email address.")];
  const others = cells.filter((cell, index) => index !== at && cell !== "");
  if (others.length === 0 || /[<[(]/.test(raw)) return readAddresses(raw).map((each) => addressed(line, each));
  const [person] = readAddresses(cells[at]!);
  const email = person && "email" in person ? person.email : cells[at]!;
  if (others.length > 2) {
    const reason = `“${shorten(others.slice(2).join(", "))}” is not understood: put a line with the names of the columns first.`;
    return [bad(line, raw, reason)];
  }
  const [first = "", last] = others;
  return [checkRow(line, raw, { email, ...(last === undefined ? splitName(first) : { first, last }) })];
}

function addressed(line: number, each: Addressed): ImportRow | BadLine {
  if ("email" in each) return checkRow(line, `${each.first} ${each.last} ${each.email}`.trim(), each);
  return bad(line, each.unread, "This part of the line has no email address.");
}

/** A row whose address and name can be kept, or why they cannot. */
function checkRow(line: number, text: string, { email: written, first, last }: Name & { email: string }) {
  const email = emailField.safeParse(tidyAddress(written));
  if (!email.success) return bad(line, text, `“${shorten(written)}” is no email address.`);
  const fault = faultOfName(first) ?? faultOfName(last) ?? personNameFault(first) ?? personNameFault(last);
  if (fault !== null) return bad(line, text, fault);
  return { line, email: email.data, ...(last === "" ? { first: "", last: first } : { first, last }) };
}

const shorten = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

/** What is shaped like a Social Security number is not shown again either. */
function bad(line: number, text: string, reason: string): BadLine {
  const hidden = reason === NEVER_A_SOCIAL_SECURITY_NUMBER || holdsSocialSecurityNumber(text);
  return { line, text: hidden ? "A line that is not shown again" : shorten(text.replace(/\s+/gu, " ").trim()), reason };
}
