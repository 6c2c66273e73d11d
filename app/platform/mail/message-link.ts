/** Under which names payloads hold the page that a message leads to, the first that is there. */
const LINKS = [
  "actionUrl",
  "registrationUrl",
  "rosterUrl",
  "offeringUrl",
  "transcriptUrl",
  "hoursUrl",
  "exportUrl",
  "queueUrl",
  "catalogUrl",
];

/** The page that a message leads to; null for one that leads nowhere. */
export function linkOf(payload: Readonly<Record<string, unknown>>): string | null {
  for (const name of LINKS) {
    const value = payload[name];
    if (typeof value === "string") return value;
  }
  return null;
}
