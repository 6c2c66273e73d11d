/** The parts of a person's name. */
export interface PersonName {
  legalFirst: string;
  legalLast: string;
  preferredName: string | null;
}

/** A name in one piece as its parts: "Sample, Ana" and "Ana Sample" are one; a single word is the last name alone. */
export function partsOfName(name: string): { first: string; last: string } {
  const [before = "", ...after] = name.trim().split(/\s*[,，]\s*/);
  if (after.length > 0) return { first: after.join(", "), last: before };
  const [first = "", ...rest] = before.split(/\s+/);
  return rest.length === 0 ? { first: "", last: first } : { first, last: rest.join(" ") };
}

/** How documents and HR name a person: the legal name. */
export function legalNameOf({ legalFirst, legalLast }: Omit<PersonName, "preferredName">): string {
  return `${legalFirst} ${legalLast}`.trim();
}

/** How Hourbook addresses a person, and shows them at the door and to others: the preferred name where there is one. */
export function displayNameOf({ legalFirst, legalLast, preferredName }: PersonName): string {
  return preferredName || legalNameOf({ legalFirst, legalLast });
}

/**
 * Who did what an entry of the audit log tells of: a person, a district's token, or Hourbook itself.
 * @param detail of the entry, which names the token
 */
export function actorNameOf(actor: PersonName | null, detail: Readonly<Record<string, unknown>> = {}): string {
  if (actor) return displayNameOf(actor);
  const { token, district } = detail;
  return typeof token === "string" ? `The token “${token}” of ${String(district)}` : "Hourbook itself";
}

/** How lists that are sorted by name show a person. */
export function sortNameOf({ legalFirst, legalLast }: Omit<PersonName, "preferredName">): string {
  return legalFirst ? `${legalLast}, ${legalFirst}` : legalLast;
}

/**
 * How staff are shown a person, "Okonkwo-Reyes, Maya (May)": the legal name first, which records bear, and what the person
 * goes by where it is another.
 */
export function staffNameOf(person: PersonName): string {
  const called = callNameOf(person);
  return called ? `${sortNameOf(person)} (${called})` : sortNameOf(person);
}

/** How somebody is called at the door, "May Okonkwo-Reyes"; null for whoever goes by their legal name. */
export function doorNameOf(person: PersonName): string | null {
  const called = callNameOf(person);
  if (!called) return null;
  return called.includes(" ") ? called : `${called} ${person.legalLast}`;
}

/** What a person goes by where it is not their legal name; without a last name that it repeats. */
function callNameOf({ legalFirst, legalLast, preferredName }: PersonName): string | null {
  const ending = ` ${legalLast}`;
  const called = preferredName?.endsWith(ending) ? preferredName.slice(0, -ending.length) : preferredName;
  return called && called !== legalFirst && called !== legalLast ? called : null;
}

/** An e-mail address as it is stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}
