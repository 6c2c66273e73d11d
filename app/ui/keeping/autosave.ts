/** How the saving of a form by itself stands. */
export type Autosaving = "untouched" | "typing" | "saved" | "cut" | "changed" | "refused" | "signed-out";

/** What is said beside the form. */
export const AUTOSAVE_WORDS: Record<Autosaving, string> = {
  untouched: "",
  typing: "",
  saved: "Saved",
  cut: "Kept in this tab. It is saved once the connection is back.",
  changed: "Not saved: you changed this on another device. Press “Save” to choose which words stand.",
  refused: "Not saved: something cannot be as it is. Press “Save” to see what.",
  "signed-out": "Kept in this tab. Your session has ended: sign in again, and save it.",
};

/** What an answer to a form that was sent by itself means; the version that stands from then on where it was saved. */
export function autosavedBy(
  { status, isElsewhere }: { status: number; isElsewhere: boolean },
  body: { base?: unknown } | null,
): { step: Autosaving; base: string | null } {
  const base = typeof body?.base === "string" ? body.base : null;
  if (status === 200 && base !== null) return { step: "saved", base };
  const step = isElsewhere
    ? "signed-out"
    : status === 409
      ? "changed"
      : status >= 400 && status < 500 && ![408, 429].includes(status)
        ? "refused"
        : "cut";
  return { step, base: null };
}
