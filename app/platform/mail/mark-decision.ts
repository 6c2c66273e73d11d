import type { RefusalMeaning } from "./refusal-judge";

/** How long an earlier refusal counts as a first, in days. */
export const FIRST_REFUSAL_DAYS = 90;
/** For so many days nothing but mail about the account goes to a marked address; then what always arrives is tried again. */
export const MARK_DAYS = 30;

/** What is known when somebody's address was refused. */
export interface MarkFacts {
  meaning: RefusalMeaning;
  /** Whether the same address was refused on another day, as somebody who may not be there. */
  wasRefusedBefore: boolean;
  /** Addresses marked within the hour, and messages due within it. */
  marksInHour: number;
  mailInHour: number;
}

/** Whether the address is marked now, the refusal only noted, or marking stopped because too many come at once. */
export function decideMark({ meaning, wasRefusedBefore, ...hour }: MarkFacts): "mark" | "note" | "wave" {
  const isSure = meaning === "nobody" || (meaning === "perhaps-nobody" && wasRefusedBefore);
  if (!isSure) return "note";
  return isWave(hour) ? "wave" : "mark";
}

/** Ten marks within an hour that are more than 2 % of its mail: something is wrong with us, or with a server of theirs. */
export function isWave({ marksInHour, mailInHour }: Pick<MarkFacts, "marksInHour" | "mailInHour">): boolean {
  return marksInHour >= 10 && marksInHour > mailInHour * 0.02;
}
