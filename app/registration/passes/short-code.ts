import type { Modality } from "~/catalog/offerings/offering-state";
import { normalizeBase32, toBase32 } from "~/platform/text/base32";

/** Whether people come to a door, at which a check-in pass is scanned. */
export const hasDoor = ({ modality }: { modality: Modality }): boolean => modality !== "online";

const LETTERS = 8;

/** The code beside a check-in pass that somebody can say or type: the 40 random bits at the end of the registration's id. "K7QM-2RXA". */
export function shortCodeOf(registrationId: string): string {
  const end = registrationId.slice(-10);
  return grouped(
    toBase32(Uint8Array.from({ length: 5 }, (_, at) => Number.parseInt(end.slice(at * 2, at * 2 + 2), 16))),
  );
}

/** The short code that was typed, as `shortCodeOf` writes it; null where the text cannot be one. A name can look like one. */
export function readShortCode(typed: string): string | null {
  const letters = normalizeBase32(typed.replaceAll(/[\s-]/g, ""));
  return letters?.length === LETTERS ? grouped(letters) : null;
}

const grouped = (letters: string): string => `${letters.slice(0, LETTERS / 2)}-${letters.slice(LETTERS / 2)}`;
