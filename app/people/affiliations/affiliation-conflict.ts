import type { Refusal } from "~/platform/outcome";

/** The entry that holds some of the days already. */
export interface AffiliationConflict {
  affiliationId: string;
  organisation: string;
  fromDate: string;
  toDate: string | null;
}

/** The entry that a refused one overlaps, from its refusal; null for any other refusal. */
export function conflictOf({ reason, detail }: Refusal<string>): AffiliationConflict | null {
  if (reason !== "overlaps") return null;
  const text = (key: string) => String(detail[key] ?? "");
  return {
    affiliationId: text("affiliationId"),
    organisation: text("organisation"),
    fromDate: text("fromDate"),
    toDate: text("toDate") || null,
  };
}

/** The entry in the way that an action's answer names, if it names one. */
export function conflictIn(
  answer: { result?: unknown; conflict?: AffiliationConflict | null } | undefined,
): AffiliationConflict | null {
  return answer?.conflict ?? null;
}
