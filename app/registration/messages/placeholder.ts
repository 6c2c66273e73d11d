/** What a message or a template can name in braces, to be filled for each person. */
export const PLACEHOLDERS = ["name", "offering", "first session", "place", "claim by", "contact"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What stands for each placeholder; null where an offering has nothing to say. */
export type PlaceholderValues = Record<Placeholder, string | null>;

/** Each of them as it is written, with a comma between: "{name}, {offering}". */
export const PLACEHOLDERS_IN_WORDS = PLACEHOLDERS.map((name) => `{${name}}`).join(", ");

const IN_BRACES = /\{([^{}\n]{0,60})\}/g;

const nameOf = (inside: string) => inside.trim().toLowerCase().replaceAll(/\s+/g, " ");
const isPlaceholder = (name: string): name is Placeholder => (PLACEHOLDERS as readonly string[]).includes(name);

/** What a text has in braces that stands for nothing, as it is written there; each once. */
export function listUnknownPlaceholders(text: string): string[] {
  const found = [...text.matchAll(IN_BRACES)].filter(([, inside]) => !isPlaceholder(nameOf(inside ?? "")));
  return [...new Set(found.map(([whole]) => whole))];
}

/** The placeholders of some texts for which this offering has nothing, each once. */
export function listEmptyPlaceholders(texts: readonly string[], values: PlaceholderValues): Placeholder[] {
  const named = texts.flatMap((text) => [...text.matchAll(IN_BRACES)].map(([, inside]) => nameOf(inside ?? "")));
  return [...new Set(named.filter(isPlaceholder))].filter((name) => values[name] === null);
}

/** A text with what stands for its placeholders; those that stand for nothing stay as they are written. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replaceAll(IN_BRACES, (whole, inside: string) => {
    const name = nameOf(inside);
    return (isPlaceholder(name) ? values[name] : null) ?? whole;
  });
}

/** What a person reads who wrote something in braces that stands for nothing. */
export const unknownPlaceholderInWords = (unknown: readonly string[]): string =>
  `${unknown.join(", ")} ${unknown.length === 1 ? "stands" : "stand"} for nothing. In braces you can write ${PLACEHOLDERS_IN_WORDS}.`;

/** What a person reads whose text names something that this offering does not have. */
export const emptyPlaceholderInWords = (empty: readonly Placeholder[]): string =>
  `This offering has nothing to put in the place of ${empty.map((name) => `{${name}}`).join(", ")}. Write it yourself, or leave it out.`;
