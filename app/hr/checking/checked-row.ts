import { PROBLEM_WORDS } from "~/documents/checking/file-check";
import { type CheckedFile, summarizeCheck } from "~/documents/checking/uploaded-file";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { BADGE_PROBLEM_WORDS, BADGE_VERDICT_WORDS, type CheckedBadge } from "~/microcredentials/badges/badge-check";
import { dayOf } from "~/platform/format";

/** What became of one of many files, as the table shows it: document or badge. */
export interface CheckedRow {
  name: string;
  words: string;
  tone: "good" | "attention" | "ended";
  /** Of a genuine document; a badge names nobody. */
  educator: string | null;
  /** What it is; of an altered file nothing is to be read off the table. */
  what: string | null;
  /** The code under which something is on record. */
  code: string | null;
  why: string;
}

/** A checked document as a row. */
export function rowOfDocument(checked: CheckedFile): CheckedRow {
  const { name, verdict, verification } = checked;
  const record = verdict === "genuine" ? verification?.parameters : undefined;
  return {
    name,
    ...summarizeCheck(checked),
    educator: record?.educator.legalName ?? null,
    what: record ? `${DOCUMENT_KIND_LABELS[record.kind]}, ${dayOf(record.issuedOn)}` : null,
    code: verification?.parameters.code ?? null,
    why: whyOf(checked),
  };
}

function whyOf({ verdict, problems, verification, codes }: CheckedFile): string {
  const standing = verification?.standing;
  if (verdict === "several") return `Check each by its own file or code: ${codes.join(", ")}.`;
  if (verdict !== "genuine") return problems.map((problem) => PROBLEM_WORDS[problem]).join(" ");
  if (standing?.state === "revoked") return `Revoked on ${dayOf(standing.on)}: ${standing.reason}`;
  if (standing?.state === "superseded") return `A newer one was issued on ${dayOf(standing.successorIssuedOn)}.`;
  if (standing && standing.correctedLines > 0) return "Hours on it were corrected since. Ask for a new one.";
  return "Exactly the file that was issued.";
}

/** A checked badge as a row. */
export function rowOfBadge({ name, verdict, problems, words, record }: CheckedBadge): CheckedRow {
  const standing = verdict === "altered" ? null : record?.standing;
  return {
    name,
    ...BADGE_VERDICT_WORDS[verdict],
    educator: null,
    what: standing && words ? `Badge: ${words.title}` : null,
    code: record?.code ?? null,
    why: standing
      ? [standing.on && `Since ${dayOf(standing.on)}`, standing.reason].filter(Boolean).join(": ") ||
        "Exactly the badge that was issued."
      : problems.map((problem) => BADGE_PROBLEM_WORDS[problem]).join(" "),
  };
}
