import { useRef, useState } from "react";
import type { Door } from "~/attendance/door/door";
import { readClock } from "~/attendance/marks/device-clock";
import { scanAtDoor, type ScanDoor } from "./door-scan";
import { isScan } from "./check-in-pass";
import { NO_PASS, type ScanDirection, type ScanOutcome } from "./scan-outcome";

type DoorScans = Pick<ScanDoor, "roster" | "session" | "rows"> & { door: Door };

/** What scans do at one session at the door, and what came of the last. A camera and a search may share it. */
export function useDoorScans({ door, roster, session, rows }: DoorScans) {
  const [direction, setDirection] = useState<ScanDirection>("arriving");
  const [outcome, setOutcome] = useState<ScanOutcome | null>(null);
  const lastScans = useRef(new Map<string, number>());
  const scan = async (text: string): Promise<ScanOutcome | null> => {
    const found = await scanAtDoor(text, {
      ...{ roster, session, rows, direction },
      lastScans: lastScans.current,
      mark: (mark) => door.mark(mark),
      now: readClock().wall,
    });
    setOutcome(found);
    return found;
  };
  /** The same for what a camera saw, which may be anything. */
  const see = async (text: string): Promise<ScanOutcome | null> => {
    if (isScan(rows, text)) return scan(text);
    setOutcome(NO_PASS);
    return NO_PASS;
  };
  return { scan, see, direction, setDirection, outcome };
}
