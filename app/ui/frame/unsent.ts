import { createContext } from "react";

/** What waits on this device and would be lost to whoever signs out. */
export interface Unsent {
  count: number;
  /** Sends it. Returns how much of it is left. */
  send(): Promise<number>;
  throwAway(): Promise<void>;
}

/** Asked before somebody signs out; null where nothing waits. */
export const FindUnsent = createContext<() => Promise<Unsent | null>>(() => Promise.resolve(null));
