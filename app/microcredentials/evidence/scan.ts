/** What the operator's command said of a file. */
export const SCAN_VERDICTS = ["waiting", "clean", "refused"] as const;
export type ScanVerdict = (typeof SCAN_VERDICTS)[number];

const MINUTE = 60_000;
/** How long a file waits after a command that said neither yes nor no, by its tries so far; the last wait goes on. */
const WAITS = [1, 5, 30, 120].map((minutes) => minutes * MINUTE);

/** The longest sentence of a command that is kept. */
const LONGEST_REASON = 300;

/** What a command said by its way to end: clean, refused with a sentence, or null for neither. */
export function verdictOf(
  exitCode: number | null,
  output: string,
): { verdict: "clean" } | { verdict: "refused"; reason: string } | null {
  if (exitCode === 0) return { verdict: "clean" };
  if (exitCode !== 1) return null;
  const [line = ""] = output.split(/\r?\n/).flatMap((each) => (each.trim() === "" ? [] : [each]));
  const plain = line.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  return { verdict: "refused", reason: plain.slice(0, LONGEST_REASON) || "The check gave no reason." };
}

/** When a file is tried again, epoch milliseconds. It is never given up: until something says that it is clean, it waits. */
export const nextScanAt = (tries: number, now: number): number =>
  now + (WAITS[Math.min(Math.max(tries, 1), WAITS.length) - 1] ?? MINUTE);

/** A file that nobody opens: it waits for its scan, or was refused by it. */
export type HeldBack = { verdict: "waiting" } | { verdict: "refused"; reason: string };

/** What is said of a file that is held back. */
export const wordsOfScan = (held: HeldBack): string =>
  held.verdict === "waiting"
    ? "This file is still being checked. It can be opened in a few minutes."
    : `This file was refused when it was checked, and nobody can open it: ${held.reason}`;
