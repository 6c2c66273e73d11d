import { createContext } from "react";

/** What waits on this device and would be lost to whoever signs out. */
export interface Unsent {
  count: number;
  /** Sends it. Returns how much of it is left. */
  send(): Promise<number>;
  throwAway(): Promise<void>;
}

/** What this device keeps of whoever signs out. */
export interface Leaving {
  /** By which the server knows the device; null where it keeps nothing. */
  device: string | null;
  /** Null where nothing waits. */
  unsent: Unsent | null;
}

export const NOTHING_KEPT: Leaving = { device: null, unsent: null };

/** Asked before somebody signs out. */
export const FindLeaving = createContext<() => Promise<Leaving>>(() => Promise.resolve(NOTHING_KEPT));
