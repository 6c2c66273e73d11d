import type { AffiliationInput } from "~/people/affiliations/affiliation-form";

/** What becomes of a staff list: read, looked at, carried out as a whole, and taken back as a whole. */
export const STAFF_LIST_STATES = [
  "planning",
  "planned",
  "applying",
  "taking-back",
  "undoing",
  "applied",
  "undone",
  "failed",
  "dropped",
] as const;
export type StaffListState = (typeof STAFF_LIST_STATES)[number];

/** Of these, a district has one at most. */
export const OPEN_STAFF_LISTS = [
  "planning",
  "planned",
  "applying",
  "taking-back",
  "undoing",
] as const satisfies readonly StaffListState[];

/** In these, a job works on it. */
export const WORKED_ON = [
  "planning",
  "applying",
  "taking-back",
  "undoing",
] as const satisfies readonly StaffListState[];

export const isWorkedOn = (state: StaffListState): boolean => WORKED_ON.some((each) => each === state);

export const STAFF_LIST_WORDS: Record<StaffListState, string> = {
  planning: "Being read",
  planned: "Waits for you",
  applying: "Under way",
  "taking-back": "Being taken back",
  undoing: "Being undone",
  applied: "Imported",
  undone: "Undone",
  failed: "Not imported",
  dropped: "Thrown away",
};

export const STAFF_LIST_TONES = {
  planning: "info",
  planned: "waiting",
  applying: "info",
  "taking-back": "attention",
  undoing: "info",
  applied: "good",
  undone: "neutral",
  failed: "attention",
  dropped: "neutral",
} as const satisfies Record<StaffListState, string>;

/** What a line of a staff list turns out to be. */
export const STAFF_FATES = ["new", "changed", "matched", "missing", "duplicate", "conflict", "bad"] as const;
export type StaffFate = (typeof STAFF_FATES)[number];

export const STAFF_FATE_WORDS: Record<StaffFate, string> = {
  new: "New",
  changed: "Changed",
  matched: "As it is",
  missing: "Missing from the list",
  duplicate: "Maybe known already",
  conflict: "In conflict",
  bad: "Cannot be read",
};

export const STAFF_FATE_TONES = {
  new: "good",
  changed: "info",
  matched: "neutral",
  missing: "waiting",
  duplicate: "waiting",
  conflict: "attention",
  bad: "attention",
} as const satisfies Record<StaffFate, string>;

/** These change nothing until somebody mends or decides them. */
export const LEFT_OUT = ["duplicate", "conflict", "bad"] as const satisfies readonly StaffFate[];

/** By what a line was taken for a person. */
export const MATCHED_BY = ["employee-id", "certificate", "email", "name-and-school", "decision"] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];

export const MATCHED_BY_WORDS: Record<MatchedBy, string> = {
  "employee-id": "by the employee ID",
  certificate: "by the certificate number",
  email: "by the email address",
  "name-and-school": "by name and school",
  decision: "as you said",
};

/** What carrying a line out does. */
export const STAFF_EFFECTS = ["none", "start", "change", "confirm", "end"] as const;
export type StaffEffect = (typeof STAFF_EFFECTS)[number];

/** Somebody who gets a record, without an account. */
export interface NewStaff {
  legalFirst: string;
  legalLast: string;
  email: string | null;
  certificateNumber: string | null;
}

/** One line as it was planned. */
export interface PlannedLine {
  /** In the file, from 1, as a spreadsheet or an editor counts; null for whoever is missing from it. */
  line: number | null;
  fate: StaffFate;
  /** "Sample, Ana" */
  name: string;
  employeeId: string | null;
  email: string | null;
  personId: string | null;
  affiliationId: string | null;
  matchedBy: MatchedBy | null;
  effect: StaffEffect;
  /** The entry as it will be. */
  input: AffiliationInput | null;
  newPerson: NewStaff | null;
  /** Old and new, by field. */
  changes: Record<string, readonly [unknown, unknown]>;
  /** Why nothing happens to it, or what is to be known. */
  reason: string | null;
  /** Who it may be. */
  candidates: string[];
}

/** How many lines came out how. */
export type FateCounts = Record<StaffFate, number>;

/** For how long the last import can be undone, milliseconds. */
export const UNDO_FOR = 86_400_000;

/** Most lines that one list may have. */
export const MOST_STAFF_LINES = 30_000;
