import type { Outcome } from "~/platform/outcome";

/** Demands that a command did what was asked, and gives what it made. */
export function done<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}
