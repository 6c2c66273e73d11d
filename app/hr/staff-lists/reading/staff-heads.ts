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

/** How HR systems shorten the words of heads. */
const SHORTENED: Readonly<Record<string, string>> = {
  addr: "address",
  asgmt: "assignment",
  asgn: "assignment",
  assgn: "assignment",
  beg: "begin",
  bldg: "building",
  cd: "code",
  cert: "certificate",
  dept: "department",
  desc: "description",
  descr: "description",
  dist: "district",
  dt: "date",
  eff: "effective",
  emp: "employee",
  empl: "employee",
  empid: "employee id",
  loc: "location",
  nbr: "number",
  nm: "name",
  orig: "original",
  pos: "position",
  sch: "school",
  term: "termination",
  typ: "type",
};

/** A head as it is read: "HIRE_DT" is a hire date, "Bldg Nbr" a building number. */
const spelled = (head: string): string =>
  foldHead(head)
    .split(" ")
    .map((word) => (Object.hasOwn(SHORTENED, word) ? SHORTENED[word]! : word))
    .join(" ");

const LAST_DAY =
  /^(last day( (there|of work|worked))?|(end(ed|s|ing)?|stop)( date)?|until|to( date)?|((employment|assignment|position|contract) )?(termination|separation|exit|leave|leaving|resignation|inactive|end|stop)( date)?|date (of )?(termination|separation|terminated|ended|left|to|end))$/;
const FIRST_DAY =
  /^((original |latest |last |most recent |assignment |contract |employment |position |district |school )?(hired?|start|begin(ning)?|effective)( date)?|date (of )?(hired?|start|from|begin)|hired on|first day( there| of work)?|from( date)?|since)$/;
const TITLE =
  /^(job ?title|(business |working )?title|(job profile|position)( (title|name|description))?|job description|assignment( (title|name|description))?)$/;
const ROLE =
  /^(role|title role|staff (type|group|role|category|class)( (code|name|description))?|employee (type|group|class|category)( (code|name|description))?|job (class|family|group|category|type)|classification|position type|what they do)$/;
const BUILDING =
  /^((primary |home |work )?(school|building|site|location|campus|department|office)( ?(id|no|nr|num|number|code|name|description))?)$/;
const DISTRICT =
  /^((school )?district|organi[sz]ation|employer|agency|lea|cds|county district|co district)( ?(id|no|num|number|code|name))?$/;
/** Where a list has no column that says it better. */
const EMPLOYEE_ID = /^(id|(person|worker|teacher) ?(id|number))$/;
const WHOLE_NAME = /^worker( name)?$/;

/** In the order in which heads are given away, where `nameHeads` knows none. */
const OWN: readonly [StaffColumnKind, RegExp][] = [
  ["lastDay", LAST_DAY],
  ["firstDay", FIRST_DAY],
  ["district", DISTRICT],
  ["building", BUILDING],
  ["role", ROLE],
  ["title", TITLE],
  ["employeeId", EMPLOYEE_ID],
  ["name", WHOLE_NAME],
];

/** Of several columns of the same, a name tells more than a number. */
const SECOND_CHOICE = /(id|no|nr|num|number|code)$/;

/** What each column of a head holds, by what it is called; each kind once. */
export function nameStaffHeads(cells: readonly string[]): StaffColumn[] {
  const heads = cells.map(spelled);
  // A head that says both "role" and "job title" tells what people do by the first.
  const found: StaffColumn[] = nameHeads(heads).map((kind, index) =>
    kind === "role" || OWN.some(([, words]) => words.test(heads[index]!)) ? UNREAD : kind,
  );
  while (found.length < cells.length) found.push(UNREAD);
  for (const [kind, words] of OWN) {
    if (found.includes(kind)) continue;
    const fitting = heads.flatMap((head, index) => (found[index] === UNREAD && words.test(head) ? [index] : []));
    const at = fitting.find((index) => !SECOND_CHOICE.test(heads[index]!)) ?? fitting[0];
    if (at !== undefined) found[at] = kind;
  }
  // A position is the best that is known of what people do.
  if (!found.includes("role") && found.includes("title")) found[found.indexOf("title")] = "role";
  return found;
}

/** How many columns are known by what they are called: a head has two at least. */
export const countKnown = (cells: readonly string[]): number =>
  nameStaffHeads(cells).filter((kind) => kind !== UNREAD).length;

/** What a district said of its columns, by their heads as they are compared; the second "Code" is `code#2`. */
export type RememberedColumns = Record<string, StaffColumn>;

/** By what columns are remembered: some systems call several the same, or nothing at all. */
function keysOf(heads: readonly string[]): string[] {
  const met = new Map<string, number>();
  return heads.map((head) => {
    const folded = foldHead(head);
    const many = (met.get(folded) ?? 0) + 1;
    met.set(folded, many);
    return many === 1 && folded !== "" ? folded : `${folded}#${many}`;
  });
}

/** The columns of a head: as the district said the last time, else by what they are called. Each kind stands once. */
export function columnsOf(heads: readonly string[], remembered: RememberedColumns): StaffColumn[] {
  const guessed = nameStaffHeads(heads);
  const said = keysOf(heads).map((key) => remembered[key]);
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
  const said = keysOf(heads).map((key, index) => [key, columns[index] ?? UNREAD] as const);
  return { ...before, ...Object.fromEntries(said) };
}

/** The first kind that is said of several columns; undefined where each is said once. */
export const saidTwice = (columns: readonly StaffColumn[]): StaffColumnKind | undefined =>
  STAFF_COLUMN_KINDS.find((kind) => columns.filter((each) => each === kind).length > 1);
