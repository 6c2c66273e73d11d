import { SPREADSHEET_FORMULA } from "./list-text";

/** What a column of a list can hold. */
export const COLUMN_KINDS = [
  "email",
  "first",
  "last",
  "name",
  "district",
  "building",
  "employeeId",
  "role",
  "firstDay",
  "certificate",
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** A column that is not read. */
export const UNREAD = "unread";

/** What whoever gives a list can say of each of its columns. */
export const COLUMN_CHOICES = [...COLUMN_KINDS, UNREAD] as const;
export type ColumnChoice = (typeof COLUMN_CHOICES)[number];

export const COLUMN_WORDS: Record<ColumnChoice, string> = {
  email: "Email address",
  first: "First name",
  last: "Last name",
  name: "Whole name",
  district: "District or organization",
  building: "School or office",
  employeeId: "Employee ID",
  role: "What they do there",
  firstDay: "First day there",
  certificate: "Certificate number",
  [UNREAD]: "Not read",
};

/** Of a workplace, nothing is kept unless all of these are said (S1). */
export const WHOLE_WORKPLACE = ["district", "role", "firstDay"] as const satisfies readonly ColumnKind[];
export const WORKPLACE: readonly ColumnKind[] = [...WHOLE_WORKPLACE, "building", "employeeId"];

/** Most columns that a list may have; what stands beyond is not read. */
export const MOST_COLUMNS = 60;

const WHOSE =
  "(?:(?:legal|employee|teacher|staff|person|persons|people|participant|attendee|registrant|contact|member|educator|instructor|learner|your|their|the) )*";
const ID = "(?: ?(?:id|ids|no|nr|num|number|code|identifier))";
const MAIL = "(?:e ?mails?|mail)(?: ?addre?ss(?:es)?| id| ?1| value| work| primary)*";

/** Of a head without capitals, underscores, dots and the like. */
const HEADS: Record<ColumnKind, RegExp> = {
  email: new RegExp(
    `^(?:(?:work|primary|main|school|district|office|business|official|company|organi[sz]ation|preferred|personal|private|home|other|secondary|alternate) )?${WHOSE}(?:(?:work|primary|school|district|business|personal|home) )?${MAIL}$|^(?:address|upn|user ?principal ?name|(?:primary )?smtp(?: address)?)$`,
  ),
  first: new RegExp(`^${WHOSE}(?:first|given|fore)(?: ?names?)?(?: legal)?$|^(?:f ?name|first middle)$`),
  last: new RegExp(`^${WHOSE}(?:last|family|sur)(?: ?names?)?(?: legal)?$|^(?:l ?name)$`),
  name: new RegExp(
    `^${WHOSE}(?:full|display|complete|whole)? ?names?(?: last first| first last)?$|^(?:teacher|employee|educator|participant|attendee|registrant|person|staff|staff member|last first|first last|last name first name|first name last name)$`,
  ),
  district: /^(school )?(district|organi[sz]ation|employer|company|agency)( ?(name|code))?$/,
  building: /^(school|building|site|location|campus|office|work ?(site|place|location)|home school)( ?name)?$/,
  employeeId: new RegExp(`^(?:employee|staff|emp|personnel|payroll)${ID}+$|^eid$`),
  role: /^(role|position type|what they do|position|job ?title|title)$/,
  firstDay: /^(first day|start(ed)?( ?date)?|since|hired?( ?date)?|date of hire|hire ?date)$/,
  certificate: new RegExp(`^(?:ospi )?(?:teaching )?(?:certificat(?:e|ion)|cert)${ID}*$`),
};

/** Only where no other column of the list is that of the address. */
const SECOND_CHOICE = /personal|private|home|other|secondary|alternate|^address$/;

/** A head as it is compared: "First_Name", "firstName" and "FIRST NAME:" are one. */
export function foldHead(head: string): string {
  return head
    .normalize("NFKC")
    .replace(SPREADSHEET_FORMULA, "$1")
    .replace(/\p{Cf}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/#/g, " number ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What each column of a head holds, by what it is called; each kind once. Null where no column is that of the address. */
export function readHeads(cells: readonly string[]): ColumnChoice[] | null {
  const found = nameHeads(cells);
  return found.includes("email") ? found : null;
}

/** The same, where which column is that of the address may be known otherwise. */
export function nameHeads(cells: readonly string[]): ColumnChoice[] {
  const heads = cells.slice(0, MOST_COLUMNS).map(foldHead);
  const found: ColumnChoice[] = heads.map(() => UNREAD);
  for (const kind of COLUMN_KINDS) {
    const fitting = heads.flatMap((head, index) => (found[index] === UNREAD && HEADS[kind].test(head) ? [index] : []));
    const at = fitting.find((index) => !SECOND_CHOICE.test(heads[index]!)) ?? fitting[0];
    if (at !== undefined) found[at] = kind;
  }
  return found;
}
