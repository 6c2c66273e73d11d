import type { HeldBack } from "~/microcredentials/evidence/scan";
import { type Definition, type EvidencePart, isWritten } from "~/microcredentials/definitions/definition";

/** A file of a part, as its author sees it. */
export interface PartFile {
  id: string;
  name: string;
  size: number;
  /** Why nobody opens it; what is handed in has none such. */
  held?: HeldBack;
}

/** What stands in one part of a portfolio. */
export interface PartContent {
  text: string;
  links: string[];
  files: PartFile[];
}

/** Each part by its key; what nobody has written in is not there. */
export type Content = Readonly<Record<string, PartContent>>;

export const EMPTY_PART: PartContent = { text: "", links: [], files: [] };

/** What a part still lacks before it can be submitted. */
export type PartFault =
  | { kind: "empty" }
  | { kind: "too-short"; words: number; least: number }
  | { kind: "too-long"; words: number; most: number }
  | { kind: "too-many"; count: number; most: number };

/** The files of a part that can be handed in: those that a scan refused are out of reach. */
export const givenFiles = ({ files }: PartContent): PartFile[] =>
  files.filter(({ held }) => held?.verdict !== "refused");

/** What is handed in of a content, as it stays: files by their ids and names. */
export function contentToKeep(content: Content): Content {
  const kept = ({ text, links, ...part }: PartContent): PartContent => ({
    text,
    links,
    files: givenFiles({ text, links, ...part }).map(({ id, name, size }) => ({ id, name, size })),
  });
  return Object.fromEntries(Object.entries(content).map(([key, part]) => [key, kept(part)]));
}

/** How many words a text has: runs of letters and digits, with what stands inside them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** What a part lacks; null: nothing. A part that is not required may be empty, but not half done. */
export function findPartFault(part: EvidencePart, content: PartContent = EMPTY_PART): PartFault | null {
  if (isWritten(part.kind)) {
    const words = countWords(content.text);
    if (words === 0) return part.required ? { kind: "empty" } : null;
    if (words < part.leastWords) return { kind: "too-short", words, least: part.leastWords };
    return words > part.mostWords ? { kind: "too-long", words, most: part.mostWords } : null;
  }
  const count = part.kind === "link" ? content.links.length : givenFiles(content).length;
  if (count === 0) return part.required ? { kind: "empty" } : null;
  return count > part.most ? { kind: "too-many", count, most: part.most } : null;
}

/** What is missing, part by part, in the order of the page. */
export function findMissing(definition: Definition, content: Content): { part: EvidencePart; fault: PartFault }[] {
  return definition.evidence.flatMap((part) => {
    const fault = findPartFault(part, content[part.key]);
    return fault ? [{ part, fault }] : [];
  });
}

/** Whether a part can be written in: after a "not yet", only what is evidence for a criterion that is still open (M1). */
export function isOpenPart(part: EvidencePart, definition: Definition, settled: readonly string[]): boolean {
  const serves = part.criteria.length > 0 ? part.criteria : definition.criteria.map(({ key }) => key);
  return settled.length === 0 || serves.some((key) => !settled.includes(key));
}

/** What a part lacks, in words. */
export function wordsOfFault(fault: PartFault): string {
  switch (fault.kind) {
    case "empty":
      return "Nothing is here yet.";
    case "too-short":
      return `${fault.words} of at least ${fault.least} words.`;
    case "too-long":
      return `${fault.words} words; at most ${fault.most} fit.`;
    case "too-many":
      return `${fault.count} are here; at most ${fault.most} fit.`;
  }
}
