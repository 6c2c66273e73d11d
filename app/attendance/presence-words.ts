import { formatTime } from "~/platform/format";
import type { Presence } from "./presence";

/** How a person stands at a session, as a word and a tone. */
export interface PresenceWords {
  tone: "good" | "waiting" | "attention" | "ended" | "neutral";
  text: string;
  state: "unmarked" | "in" | "out" | "absent";
}

/** Says in words how a person stands at a session. */
export function describePresence(
  presence: Pick<Presence, "intervals" | "openSince" | "marked" | "anomalies">,
  zone: string,
): PresenceWords {
  if (presence.openSince !== null) {
    return { tone: "waiting", state: "in", text: `In since ${formatTime(presence.openSince, zone)}` };
  }
  if (presence.intervals.length > 0) {
    const spans = presence.intervals.map(({ from, to }) => `${formatTime(from, zone)}–${formatTime(to, zone)}`);
    return { tone: "good", state: "out", text: `Present ${spans.join(", ")}` };
  }
  if (presence.anomalies.length > 0) return { tone: "attention", state: "out", text: "No time counted" };
  return presence.marked
    ? { tone: "ended", state: "absent", text: "Absent" }
    : { tone: "neutral", state: "unmarked", text: "Not marked" };
}
