import { foldHead, nameHeads, UNREAD } from "~/registration/import/list-heads";

/** What a column of a staff list can hold. */
export const STAFF_COLUMN_KINDS = [
  "employeeId",
  "last",
  "first",
  "name",
  "email",
  "certificate",
  "district",
  "building",
  "role",
  "title",
  "firstDay",
  "lastDay",
] as const;
export type StaffColumnKind = (typeof STAFF_COLUMN_KINDS)[number];

export const STAFF_COLUMN_CHOICES = [...STAFF_COLUMN_KINDS, UNREAD] as const;
export type StaffColumn = (typeof STAFF_COLUMN_CHOICES)[number];

export const STAFF_COLUMN_WORDS: Record<StaffColumn, string> = {
  employeeId: "Employee ID",
  last: "Last name",
  first: "First name",
  name: "Whole name",
  email: "Email address",
  certificate: "Certificate number",
  district: "District, by its code or name",
  building: "School or office",
  role: "What they do",
  title: "Position",
  firstDay: "First day",
  lastDay: "Last day",
  [UNREAD]: "Not read",
};

const LAST_DAY =
  /^(last day|end(ed|s|ing)?( ?date)?|until|(term(ination)?|separation|exit|leave|resignation|inactive|contract end|assignment end)( ?date)?|date (of )?(termination|separation))$/;
const FIRST_DAY =
  /^((original |orig |latest |last |assignment |contract |employment |position )?(hire|start|begin(ning)?|effective)( ?date)?|date (of )?hire|hired( on)?|first day( there)?|from|since)$/;
const TITLE =
  /^(job ?title|title|position( ?(title|name|description))?|assignment( ?(title|name|description))?|working title)$/;
const ROLE =
  /^(role|staff (type|group|role|category|class)|employee (type|group|class|category)|job (class|family|group|category|type)|classification|position type|what they do)$/;
const BUILDING =
  /^((school|building|site|location|campus|work location|dept|department|office|home school)( ?(id|no|nr|num|number|code|name|desc|description))?|primary (school|location|building))$/;
const DISTRICT =
  /^((school )?district|organi[sz]ation|employer|agency|lea|cds|county district|co dist)( ?(id|no|num|number|code|name))?$/;

/** In the order in which heads are given away, where `nameHeads` knows none. */
const OWN: readonly [StaffColumnKind, RegExp][] = [
  ["lastDay", LAST_DAY],
  ["firstDay", FIRST_DAY],
  ["district", DISTRICT],
  ["building", BUILDING],
  ["role", ROLE],
  ["title", TITLE],
];

/** What each column of a head holds, by what it is called; each kind once. */
export function nameStaffHeads(cells: readonly string[]): StaffColumn[] {
  const heads = cells.map(foldHead);
  // A head that says both "role" and "job title" tells what people do by the first.
  const found: StaffColumn[] = nameHeads(cells).map((kind, index) =>
    kind === "role" || OWN.some(([, words]) => words.test(heads[index]!)) ? UNREAD : kind,
  );
  while (found.length < cells.length) found.push(UNREAD);
  for (const [kind, words] of OWN) {
    if (found.includes(kind)) continue;
    const at = heads.findIndex((head, index) => found[index] === UNREAD && words.test(head));
    if (at >= 0) found[at] = kind;
  }
  // A position is the best that is known of what people do.
  if (!found.includes("role") && found.includes("title")) found[found.indexOf("title")] = "role";
  return found;
}

/** How many columns are known by what they are called: a head has two at least. */
export const countKnown = (cells: readonly string[]): number =>
  nameStaffHeads(cells).filter((kind) => kind !== UNREAD).length;

/** What a district said of its columns, by their heads as they are compared. */
export type RememberedColumns = Record<string, StaffColumn>;

/** The columns of a head: as the district said the last time, else by what they are called. Each kind stands once. */
export function columnsOf(heads: readonly string[], remembered: RememberedColumns): StaffColumn[] {
  const guessed = nameStaffHeads(heads);
  const said = heads.map((head) => remembered[foldHead(head)]);
  const taken = new Set<StaffColumn>();
  const once = (kind: StaffColumn | undefined): StaffColumn | undefined => {
    if (kind === undefined || kind === UNREAD) return kind;
    if (taken.has(kind)) return undefined;
    taken.add(kind);
    return kind;
  };
  const first = said.map(once);
  return first.map((kind, index) => kind ?? once(guessed[index]) ?? UNREAD);
}

/** What is remembered of a head, once somebody has said what its columns hold. */
export function rememberColumns(
  before: RememberedColumns,
  heads: readonly string[],
  columns: readonly StaffColumn[],
): RememberedColumns {
  const said = heads.flatMap((head, index) => {
    const folded = foldHead(head);
    return folded === "" ? [] : [[folded, columns[index] ?? UNREAD] as const];
  });
  return { ...before, ...Object.fromEntries(said) };
}
