/** What a browser says of the place where it would keep things. Bytes; null where it does not say. */
export interface StorageFacts {
  /** Whether a trial could be written and read again. */
  works: boolean;
  /** Whether the browser promised not to clear it by itself. */
  persisted: boolean | null;
  free: number | null;
  /** Whether something was kept here that is gone. */
  evicted: boolean;
}

/** A roster of 300 people and a day's marks take well under this. */
const ENOUGH = 5 * 1024 * 1024;

/** What is to be said before the first mark: whether this browser keeps marks, and how surely. Null where all is well. */
export function warnOfStorage({ works, persisted, free, evicted }: StorageFacts): string | null {
  if (!works) {
    return "This browser keeps nothing, as in a private window. Without a network every mark would be lost: use another window, or the printed sign-in sheet.";
  }
  if (free !== null && free < ENOUGH) {
    return "This device has hardly any room left. Free some before you rely on it without a network.";
  }
  if (evicted) {
    return "The browser has cleared what was kept here. Marks that were not sent are gone with it. Keep the roster anew, and leave this page open until all is saved.";
  }
  if (persisted === false) {
    return "This browser may clear what is kept here when it needs room, and in a private window when the window is closed. Send marks as soon as there is a network, or install this page.";
  }
  return null;
}

/** What a browser calls itself, in the list of devices. */
export function nameDevice(userAgent: string): string {
  const browsers = [
    ["Edg/", "Edge"],
    ["OPR/", "Opera"],
    ["Firefox/", "Firefox"],
    ["Chrome/", "Chrome"],
    ["Safari/", "Safari"],
  ] as const;
  const systems = [
    ["iPhone", "an iPhone"],
    ["iPad", "an iPad"],
    ["Android", "Android"],
    ["CrOS", "a Chromebook"],
    ["Windows", "Windows"],
    ["Mac OS X", "a Mac"],
    ["Linux", "Linux"],
  ] as const;
  const find = (names: readonly (readonly [string, string])[]) => names.find(([sign]) => userAgent.includes(sign))?.[1];
  return `${find(browsers) ?? "A browser"} on ${find(systems) ?? "a device"}`;
}
