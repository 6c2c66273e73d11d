/** How long a name may have stood and still be a mistake that was mended. */
export const MENDED_WITHIN_MS = 24 * 60 * 60 * 1000;

/** Whether two names are one, whatever their capitals, spaces and the way in which their letters were composed. */
export function isSameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

const comparable = (name: string): string => name.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();

/** What can be done with a former name that stands. */
export const FORMER_NAME_INTENTS = ["withdraw-former-name", "show-former-name", "remove-former-name"] as const;
export type FormerNameIntent = (typeof FORMER_NAME_INTENTS)[number];

/** Why nothing was done about a former name. */
export type FormerNameRefusal = "current-name" | "unknown-name" | "was-legal-name";

/** Each refusal in plain words: why, and what to do next. */
export const FORMER_NAME_REFUSALS: Record<FormerNameRefusal, string> = {
  "current-name": "This is the name that you have now. Enter one that you had before.",
  "unknown-name": "This former name is not on your profile any more.",
  "was-legal-name":
    "Your earlier records bear this name, so it stays for the staff who look for them. You can withdraw it from public view.",
};
