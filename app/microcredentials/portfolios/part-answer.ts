import type { EvidenceKind } from "~/microcredentials/definitions/definition";
import { fieldOf } from "./part-draft";
import type { Posted } from "./part-saver";

/** What the server says of a part that a device sent by itself. */
export interface PartAnswer {
  /** How often the part was changed by now. */
  revision?: number;
  /** What another device wrote. */
  text?: string;
  links?: string[];
  /** Why it was not taken. */
  words?: string;
}

const UNKNOWN = "This page is of another version of Hourbook. Reload it; what you wrote stays on this device.";

/**
 * What an answer means for what was sent.
 * @param isElsewhere whether it leads to another page: whoever asked is not signed in any more
 * @param body as it was read; null for what is no answer of ours
 */
export function postedBy(
  kind: EvidenceKind,
  { status, isElsewhere, body }: { status: number; isElsewhere: boolean; body: PartAnswer | null },
): Posted {
  if (isElsewhere) return { answer: "signed-out" };
  if (status >= 500 || [0, 408, 429].includes(status)) return { answer: "cut" };
  const { revision, text = "", links = [], words } = body ?? {};
  if (status === 200 && revision !== undefined) return { answer: "saved", revision };
  if (status === 409 && revision !== undefined)
    return { answer: "changed-elsewhere", theirs: { revision, words: fieldOf(kind, { text, links }) } };
  return { answer: "refused", words: words ?? UNKNOWN };
}
