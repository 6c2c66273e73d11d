import { expect, test } from "vitest";
import { SCAN_KINDS, type ScanKind } from "~/attendance/scan/scan-outcome";
import { SIGNALS } from "~/attendance/scan/signal";

const heard = (kind: ScanKind) => SIGNALS[kind].tones.join();
const felt = (kind: ScanKind) => SIGNALS[kind].vibration.join();

test("who hears or feels a scan alone knows in, out, nothing new, and look here apart", () => {
  const sides = ["in", "out", "already-in", "forged"] as const;
  for (const sense of [heard, felt]) expect(new Set(sides.map(sense)).size).toBe(sides.length);
  const marks = new Set<ScanKind>(["in", "out", "already-in", "already-out"]);
  for (const kind of SCAN_KINDS.filter((each) => !marks.has(each))) expect(heard(kind)).toBe(heard("forged"));
});
