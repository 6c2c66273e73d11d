import { LONGEST_BUILDING, LONGEST_EMPLOYEE_ID, LONGEST_TITLE } from "~/people/affiliations/affiliation-limit";
import { personNameFault } from "~/people/names/name-limit";
import { isCertificateNumber } from "~/people/persons/certificate-number";
import { partsOfName } from "~/people/persons/name";
import type { RoleKind } from "~/people/roles/role";
import { isSocialSecurityNumber, NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";
import { roleOf } from "~/registration/import/import-details";
import { foldHead } from "~/registration/import/list-heads";
import { faultOfName, tidyAddress } from "~/registration/import/list-text";
import { dayOfText } from "~/registration/import/written-day";
import { NOT_KEPT } from "./read-table";
import { CELL_ERROR } from "./workbook";
import type { StaffColumn, StaffColumnKind } from "./staff-heads";

/** What a line says of somebody; null where it says nothing of it, which then stays as it is. */
export interface StaffLine {
  line: number;
  first: string;
  last: string;
  email: string | null;
  employeeId: string | null;
  certificateNumber: string | null;
  building: string | null;
  title: string | null;
  roleKind: RoleKind | null;
  fromDate: string | null;
  /** Undefined where the list has no such column: then an end that is known stays. */
  toDate: string | null | undefined;
}

/** A line that cannot be taken. Whom it names, as far as that can be read, is not missing from the list. */
export interface BadStaffLine {
  line: number;
  reason: string;
  name: string;
  email: string | null;
  employeeId: string | null;
}

/** How a district writes its list. */
export interface StaffReading {
  columns: readonly StaffColumn[];
  employeeIdLength: number | null;
  schoolCodeLength: number | null;
  /** What its words for what people do mean, by how they are compared. */
  roles: Readonly<Record<string, RoleKind>>;
  organisation: { code: string | null; name: string };
}

/** Characters of a county-district code. */
const CODE_LENGTH = 5;

/** A number with the zeros that a spreadsheet dropped before it; anything else as it is. */
export function restoreZeros(text: string, length: number | null): string {
  return length !== null && /^\d+$/.test(text) ? text.padStart(length, "0") : text;
}

/** How systems write that there is no end: the last year of the calendar, its first, or words. */
const NO_END =
  /^(0|0?0[-/]0?0[-/]0000|0000-00-00|1\/0\/1900|open|ongoing|present|current|active|indefinite|no end( date)?)$/i;

/** The last day in a cell: null for none, undefined for what is no date. */
function endIn(cell: string): string | null | undefined {
  if (cell === "" || NO_END.test(cell)) return null;
  const day = dayOfText(cell);
  if (day === null) return undefined;
  return day.startsWith("9999") || day < "1901" ? null : day;
}

/** Within these years somebody can have begun who still earns clock hours. */
const canBegin = (day: string): boolean => day >= "1930" && day < "2100";

/** How systems write that they know nothing. */
const NOTHING_KNOWN = /^(n\/?a|null|none|not available|-+|–|—|\?+)$/i;

/** People can be called so. */
const NAMES: readonly StaffColumnKind[] = ["first", "last", "name"];

function cellOf(cells: readonly string[], columns: readonly StaffColumn[], kind: StaffColumnKind): string {
  const text = cells[columns.indexOf(kind)] ?? "";
  return NOTHING_KNOWN.test(text) && !NAMES.includes(kind) ? "" : text;
}

/** Numbers as spreadsheets write whole ones: `4711.0`. */
const whole = (text: string): string => text.replace(/^(\d+)\.0+$/, "$1");

/** Reads one line of a list whose columns are known. */
export function readStaffLine(
  { line, cells }: { line: number; cells: readonly string[] },
  reading: StaffReading,
): StaffLine | BadStaffLine {
  const cell = (kind: StaffColumnKind) => cellOf(cells, reading.columns, kind);
  const named = nameOf(cell("first"), cell("last"), cell("name"));
  const employeeId = restoreZeros(whole(cell("employeeId")), reading.employeeIdLength) || null;
  const email = tidyAddress(cell("email")).toLowerCase() || null;
  const toDate = endIn(cell("lastDay"));
  const fromDate = dayOfText(cell("firstDay"));
  const roleKind = cell("role") ? roleIn(cell("role"), reading.roles) : null;
  const read: StaffLine = {
    line,
    ...named,
    email,
    employeeId,
    certificateNumber: cell("certificate").toUpperCase() || null,
    building: restoreZeros(whole(cell("building")), reading.schoolCodeLength) || null,
    title: cell("title") || null,
    roleKind,
    fromDate,
    toDate: reading.columns.includes("lastDay") ? (toDate ?? null) : undefined,
  };
  const broken = reading.columns.findIndex((kind, index) => kind !== "unread" && CELL_ERROR.test(cells[index] ?? ""));
  const forbidden = reading.columns.some((kind, index) => kind !== "unread" && isForbidden(kind, cells[index]));
  const reason = forbidden
    ? NEVER_A_SOCIAL_SECURITY_NUMBER
    : (faultOfCell(cells[broken]) ?? faultOfParts(read) ?? faultOfWords(read, cell, reading));
  if (reason === null) return read;
  const shown = forbidden ? "A line that is not shown again" : nameInOrder(named);
  return { line, reason, name: shown, email: forbidden ? null : email, employeeId: forbidden ? null : employeeId };
}

const isForbidden = (kind: StaffColumn, cell = ""): boolean =>
  cell === NOT_KEPT || ((kind === "employeeId" || kind === "certificate") && isSocialSecurityNumber(cell));

const faultOfCell = (cell: string | undefined): string | null =>
  cell === undefined ? null : `A cell holds the error ${cell}. Mend it in your spreadsheet, and choose the file again.`;

/** "Sample, Ana" */
export const nameInOrder = ({ first, last }: { first: string; last: string }): string =>
  first ? `${last}, ${first}` : last;

function nameOf(first: string, last: string, whole: string) {
  if (first || last) return last ? { first, last } : { first: "", last: first };
  return partsOfName(whole);
}

/** What a district calls what somebody does, as it was told, or as most districts call it. */
function roleIn(words: string, roles: StaffReading["roles"]): RoleKind | null {
  return roles[foldHead(words)] ?? roleOf(words);
}

/** What of the parts cannot be kept. */
function faultOfParts({
  first,
  last,
  email,
  employeeId,
  certificateNumber,
  building,
  title,
}: StaffLine): string | null {
  const name = faultOfName(first) ?? faultOfName(last) ?? personNameFault(first) ?? personNameFault(last);
  if (name !== null) return name;
  if (!last && !employeeId && !email && !certificateNumber) return "The line names nobody.";
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return `“${email}” is no email address.`;
  if (certificateNumber !== null && !isCertificateNumber(certificateNumber))
    return `“${certificateNumber.slice(0, 40)}” is no certificate number: letters, digits and dashes, twenty at most.`;
  return (
    longer("employee ID", employeeId, LONGEST_EMPLOYEE_ID) ??
    longer("school", building, LONGEST_BUILDING) ??
    longer("position", title, LONGEST_TITLE)
  );
}

const longer = (what: string, text: string | null, most: number): string | null =>
  (text?.length ?? 0) > most ? `The ${what} has more than ${most} characters.` : null;

/** What was written and not understood. */
function faultOfWords(
  { roleKind, fromDate, toDate }: StaffLine,
  cell: (kind: StaffColumnKind) => string,
  { organisation }: StaffReading,
): string | null {
  const district = cell("district");
  if (district && !isDistrict(district, organisation))
    return `“${district}” is another district: this list is for ${organisation.name}${organisation.code ? ` (${organisation.code})` : ""} alone.`;
  if (cell("role") && roleKind === null)
    return `“${cell("role")}” is no role that Hourbook knows. Say what it means, or write teacher, paraeducator, administrator, ESA or other.`;
  if (cell("firstDay") && fromDate === null) return noDate("first", cell("firstDay"));
  if (fromDate !== null && !canBegin(fromDate)) return `Nobody who is on the staff began on ${fromDate}.`;
  if (endIn(cell("lastDay")) === undefined) return noDate("last", cell("lastDay"));
  return fromDate && toDate && toDate < fromDate ? `The last day, ${toDate}, is before the first, ${fromDate}.` : null;
}

const noDate = (which: string, text: string): string =>
  `The ${which} day “${text.slice(0, 40)}” is no date: write 2026-09-01 or 9/1/2026.`;

function isDistrict(text: string, { code, name }: StaffReading["organisation"]): boolean {
  const plain = (words: string) => foldHead(words).replace(/ (public schools|school district|schools|sd)$/, "");
  return (code !== null && restoreZeros(whole(text), CODE_LENGTH) === code) || plain(text) === plain(name);
}

/** The words for what people do that nobody knows, each once, in their order. */
export function unknownRoles(
  rows: readonly { cells: readonly string[] }[],
  { columns, roles }: Pick<StaffReading, "columns" | "roles">,
): string[] {
  const written = rows.map(({ cells }) => cellOf(cells, columns, "role"));
  const words = new Map(written.map((text) => [foldHead(text), text]));
  return [...words].filter(([folded, text]) => folded !== "" && roleIn(text, roles) === null).map(([, text]) => text);
}
