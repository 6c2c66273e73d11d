import type { Alignment, Criterion, Definition, EvidencePart } from "./definition";

/** What the form of a definition shows, all text. Criteria and parts of evidence have forms of their own. */
export interface DefinitionDraft extends Record<string, unknown> {
  programArea: string;
  title: string;
  competency: string;
  method: string;
  importance: string;
  /** One on each line. */
  sources: string;
  audience: string;
  /** Codes of audiences. */
  audiences: string[];
  example: string;
  /** One on each line: code, name and address, with semicolons between them. */
  alignment: string;
  promisedDays: string;
  /** Clock hours, with up to two decimals; empty for none. */
  hours: string;
  /** Empty: an award never expires. */
  validYears: string;
  secondEvery: string;
  /** "on" or nothing. */
  blind: string;
  /** Ids of courses. */
  courses: string[];
  /** Ids of micro-credentials that people need first. */
  first: string[];
  /** Ids of the parts of a stack. */
  stack: string[];
}

/** What the fields of a definition are called, where a collision or a change names them. */
export const DEFINITION_FIELD_LABELS = {
  programArea: "Program area",
  title: "Title",
  competency: "Competency",
  method: "Key method",
  importance: "Why it matters",
  sources: "Sources",
  audience: "Audience",
  audiences: "Found by",
  example: "Example of good evidence",
  alignment: "Standards",
  promisedDays: "Days until a decision",
  hours: "Clock hours asked for",
  validYears: "Years until it expires",
  secondEvery: "Judged twice",
  blind: "Blind reading",
  courses: "Courses to take first",
  first: "Micro-credentials to hold first",
  stack: "Parts of the stack",
} satisfies Partial<Record<keyof DefinitionDraft, string>>;

/** A definition as its form shows it. */
export function toDefinitionDraft(definition: Definition, programArea: string): DefinitionDraft {
  const { title, competency, method, importance, audience, example, prerequisites } = definition;
  const ids = (kind: "course" | "microcredential") =>
    prerequisites.filter((each) => each.kind === kind).map((each) => each.id);
  return {
    programArea,
    title,
    competency,
    method,
    importance,
    sources: definition.sources.join("\n"),
    audience,
    audiences: definition.audiences ?? [],
    example,
    alignment: definition.alignment.map(lineOfAlignment).join("\n"),
    promisedDays: String(definition.promisedDays),
    hours: definition.minutes === 0 ? "" : String(definition.minutes / 60),
    validYears: definition.validYears === null ? "" : String(definition.validYears),
    secondEvery: String(definition.secondEvery),
    blind: definition.blind ? "on" : "",
    courses: ids("course"),
    first: ids("microcredential"),
    stack: definition.stack,
  };
}

const lineOfAlignment = ({ code, name, url }: Alignment): string => `${code}; ${name}; ${url}`;

/** A line of the form as a standard; null where it is none: code, name and an https address, with semicolons between them. */
export function parseAlignment(line: string): Alignment | null {
  const [code = "", ...rest] = line.split(";").map((part) => part.trim());
  const url = rest.pop() ?? "";
  const name = rest.join("; ");
  return code !== "" && name !== "" && /^https:\/\/\S+$/.test(url) && URL.canParse(url) ? { code, name, url } : null;
}

/** A criterion as its form shows it. */
export interface CriterionDraft extends Record<string, unknown> {
  title: string;
  words: string;
  demonstrated: string;
  notYet: string;
}

/** What the fields of a criterion are called. */
export const CRITERION_FIELD_LABELS = {
  title: "Criterion",
  words: "What is asked for",
  demonstrated: "Demonstrated",
  notYet: "Not yet",
} satisfies Partial<Record<keyof CriterionDraft, string>>;

export const toCriterionDraft = ({ title, words, demonstrated, notYet }: Criterion): CriterionDraft => ({
  title,
  words,
  demonstrated,
  notYet,
});

/** A part of the evidence as its form shows it, all text. */
export interface PartDraft extends Record<string, unknown> {
  kind: string;
  title: string;
  words: string;
  most: string;
  leastWords: string;
  mostWords: string;
  /** "on" or nothing. */
  required: string;
  example: string;
  criteria: string[];
}

/** What the fields of a part of the evidence are called. */
export const PART_FIELD_LABELS = {
  kind: "Made of",
  title: "Part",
  words: "What people write or bring",
  most: "How many at most",
  leastWords: "Words at least",
  mostWords: "Words at most",
  required: "Required",
  example: "Example of good evidence",
  criteria: "Evidence for",
} satisfies Partial<Record<keyof PartDraft, string>>;

export const toPartDraft = (part: EvidencePart): PartDraft => ({
  kind: part.kind,
  title: part.title,
  words: part.words,
  most: String(part.most),
  leastWords: String(part.leastWords),
  mostWords: String(part.mostWords || 1_500),
  required: part.required ? "on" : "",
  example: part.example ?? "",
  criteria: part.criteria,
});
