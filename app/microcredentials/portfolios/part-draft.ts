import type { EvidenceKind } from "~/microcredentials/definitions/definition";

/** What a device keeps of a part until the server has it. */
export interface PartDraft {
  /** As it stands in the field. */
  typed: string;
  /** How often the part had been changed when this was written over it. */
  revision: number;
  /** What was sent and not answered: where the server has one of these, it is nobody else's. */
  sent: readonly string[];
}

/** What the server has of a part. */
export interface SavedPart {
  words: string;
  revision: number;
}

/** What a part holds, as its field shows it. */
export const fieldOf = (kind: EvidenceKind, { text, links }: { text: string; links: readonly string[] }): string =>
  kind === "link" ? links.join("\n") : text;

/** What stands in a field, as the server keeps it: blank lines between links are none. */
export const asKept = (kind: EvidenceKind, typed: string): string =>
  kind === "link"
    ? [...new Set(typed.split(/\s+/).filter((each) => each !== ""))].join("\n")
    : typed.replaceAll("\r\n", "\n");

/** What a part holds once its field is saved. */
export const contentOf = (kind: EvidenceKind, typed: string): { text: string; links: string[] } => {
  const kept = asKept(kind, typed);
  if (kind !== "link") return { text: kept, links: [] };
  return { text: "", links: kept === "" ? [] : kept.split("\n") };
};

/**
 * What is to be done with what a device kept, now that it sees what the server has: nothing, forget it, send it, or show both, since
 * another device changed the part meanwhile.
 */
export function decideDraft(
  kind: EvidenceKind,
  draft: PartDraft | null,
  saved: SavedPart,
): "none" | "forget" | "send" | "ask" {
  if (!draft) return "none";
  if (asKept(kind, draft.typed) === saved.words) return "forget";
  if (draft.revision === saved.revision) return "send";
  return draft.sent.some((each) => asKept(kind, each) === saved.words) ? "send" : "ask";
}

/** What the page says of a part, and means. */
export type Saving =
  | { step: "untouched" | "saved" | "typing" | "kept" | "not-kept" | "signed-out" }
  | { step: "refused"; words: string }
  | { step: "asked"; theirs: SavedPart; mine: string };

/** What is said beside the field. */
export function wordsOfSaving(saving: Saving): string {
  switch (saving.step) {
    case "untouched":
    case "typing":
      return "";
    case "saved":
      return "Saved";
    case "kept":
      return "Kept on this device";
    case "not-kept":
      return "Neither saved nor kept: this browser keeps nothing. Stay on this page until it says that it is saved.";
    case "signed-out":
      return "Kept on this device. Your session has ended: sign in again, and it is sent.";
    case "refused":
      return `Kept on this device. It is not saved: ${saving.words}`;
    case "asked":
      return "Kept on this device. Another device has changed this part: choose below which words stand.";
  }
}

const TROUBLE: readonly Saving["step"][] = ["not-kept", "signed-out", "refused", "asked"];

/** Whether something is in the way that does not pass by itself. */
export const isTrouble = ({ step }: Saving): boolean => TROUBLE.includes(step);

/** Whether the server has not got what stands in the field. */
export const isUnsaved = ({ step }: Saving): boolean => step !== "untouched" && step !== "saved";

/** What is said aloud: what is in the way, and that it is over; not every pause in typing. */
export function saidAloud(before: string, saving: Saving, isOffline: boolean): string {
  if (isTrouble(saving) || (saving.step === "kept" && isOffline)) return wordsOfSaving(saving);
  return saving.step === "saved" && before !== "" ? wordsOfSaving(saving) : before;
}
