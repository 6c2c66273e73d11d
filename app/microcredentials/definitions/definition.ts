/** How far a micro-credential is: people start portfolios while it is published. */
export const MICROCREDENTIAL_STATES = ["draft", "published", "retired"] as const;
export type MicrocredentialState = (typeof MICROCREDENTIAL_STATES)[number];

/** States in words. */
export const MICROCREDENTIAL_STATE_LABELS: Record<MicrocredentialState, string> = {
  draft: "Draft",
  published: "Published",
  retired: "Retired",
};

/** What a part of the evidence is made of. */
export const EVIDENCE_KINDS = ["text", "reflection", "link", "file"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Kinds of evidence in words. */
export const EVIDENCE_KIND_LABELS: Record<EvidenceKind, string> = {
  text: "Text",
  reflection: "Reflection",
  link: "Links",
  file: "Files",
};

/** Whether a part of this kind is written, rather than brought along. */
export const isWritten = (kind: EvidenceKind): boolean => kind === "text" || kind === "reflection";

/** M1: what is judged, and what the two levels of its rubric look like, in words. */
export interface Criterion {
  /** Stays the same over versions, so that a score is never read as one of another criterion. */
  key: string;
  title: string;
  words: string;
  demonstrated: string;
  notYet: string;
}

/** A part of the evidence that a portfolio holds. */
export interface EvidencePart {
  key: string;
  kind: EvidenceKind;
  title: string;
  words: string;
  /** Of links and files: how many at most. Of texts: 1. */
  most: number;
  /** Of texts: how many words at least and at most. Of links and files: 0. */
  leastWords: number;
  mostWords: number;
  required: boolean;
  /** What good evidence of this kind looks like, in the coordinator's words; public. Versions of before may lack it. */
  example?: string;
  /** Keys of the criteria that it is evidence for; empty: of all. Where all of them are demonstrated, it is frozen (M1). */
  criteria: string[];
}

/** A standard that the competency serves. */
export interface Alignment {
  name: string;
  code: string;
  url: string;
}

/** Something that a person needs before they start: a posted credit of a course, or another award. */
export interface Prerequisite {
  kind: "course" | "microcredential";
  id: string;
}

/** Everything that a version says. Frozen once it is published (M1). */
export interface Definition {
  title: string;
  /** One sentence: what somebody who holds it can do. */
  competency: string;
  /** How the competency is practised. */
  method: string;
  /** Why it matters. */
  importance: string;
  /** What that rests on, one on each line. */
  sources: string[];
  /** For whom it is, in words. */
  audience: string;
  /** Codes of the audiences by which people filter. Versions of before may lack them. */
  audiences?: string[];
  criteria: Criterion[];
  evidence: EvidencePart[];
  prerequisites: Prerequisite[];
  /** A stack is awarded when these are; it asks for no evidence of its own. Empty for a single micro-credential. */
  stack: string[];
  alignment: Alignment[];
  /** Days until a decision that people are promised. */
  promisedDays: number;
  /** What good evidence looks like; public. */
  example: string;
  /** Clock hours in minutes that a committee is asked for; 0 for none. Worth nothing until it has decided (M2). */
  minutes: number;
  /** Years until an award expires; null: never. */
  validYears: number | null;
  /** Whether assessors judge without the candidate's name. */
  blind: boolean;
  /** Every so manieth submission is judged twice; 1: each. */
  secondEvery: number;
}

/** What a new draft begins with. */
export const NEW_DEFINITION: Omit<Definition, "title" | "competency"> = {
  method: "",
  importance: "",
  sources: [],
  audience: "",
  criteria: [],
  evidence: [],
  prerequisites: [],
  stack: [],
  alignment: [],
  promisedDays: 30,
  example: "",
  minutes: 0,
  validYears: null,
  blind: false,
  secondEvery: 5,
};

/** Why a version cannot be published. */
export type PublishFault =
  | "no-method"
  | "no-importance"
  | "no-criteria"
  | "criterion-without-words"
  | "no-evidence"
  | "stack-with-criteria"
  | "stack-of-one";

/**
 * What a version still lacks, in the order of its page; nothing: it can be published. A stack has parts and nothing to judge;
 * anything else has criteria with words for both levels, and evidence to judge them by (M1).
 */
export function findPublishFaults(definition: Definition): PublishFault[] {
  const { method, importance, criteria, evidence, stack } = definition;
  const isStack = stack.length > 0;
  const faults: [boolean, PublishFault][] = [
    [!isStack && method === "", "no-method"],
    [importance === "", "no-importance"],
    [!isStack && criteria.length === 0, "no-criteria"],
    [
      criteria.some(({ words, demonstrated, notYet }) => [words, demonstrated, notYet].includes("")),
      "criterion-without-words",
    ],
    [!isStack && !evidence.some(({ required }) => required), "no-evidence"],
    [isStack && criteria.length + evidence.length > 0, "stack-with-criteria"],
    [stack.length === 1, "stack-of-one"],
  ];
  return faults.filter(([isThere]) => isThere).map(([, fault]) => fault);
}

/**
 * Whether a stack would contain itself, directly or by what it holds.
 * @param partsOf the parts of every other micro-credential as they stand published, by id
 */
export function containsItself(id: string, parts: readonly string[], partsOf: ReadonlyMap<string, readonly string[]>) {
  const seen = new Set<string>();
  const left = [...parts];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    left.push(...(partsOf.get(next) ?? []));
  }
  return false;
}
