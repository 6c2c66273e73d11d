/** The parts of a person's name. */
export interface PersonName {
  legalFirst: string;
  legalLast: string;
  preferredName: string | null;
}

/** How documents and HR name a person: the legal name. */
export function legalNameOf({ legalFirst, legalLast }: Omit<PersonName, "preferredName">): string {
  return `${legalFirst} ${legalLast}`.trim();
}

/** How Hourbook addresses a person and shows them to others: the preferred name where there is one. */
export function displayNameOf({ legalFirst, legalLast, preferredName }: PersonName): string {
  return preferredName || legalNameOf({ legalFirst, legalLast });
}

/** How lists that are sorted by name show a person. */
export function sortNameOf({ legalFirst, legalLast }: Omit<PersonName, "preferredName">): string {
  return legalFirst ? `${legalLast}, ${legalFirst}` : legalLast;
}

/** An e-mail address as it is stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}
