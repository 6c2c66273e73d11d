const GROUP = 5;

/** How many characters of the look-alike-free alphabet a code has: 90 random bits (D5). */
export const CODE_LENGTH = 20;

/**
 * A code as documents print it and the database keeps it, in groups of five: "K7M2QX4T9WPDH3RAC6NY" →
 * "K7M2Q-X4T9W-PDH3R-AC6NY". Takes what people type: lower case, spaces, dashes of any kind or none.
 */
export function groupCode(typed: string): string {
  const bare = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return bare.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? "";
}
