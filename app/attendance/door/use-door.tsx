import { useEffect, useSyncExternalStore } from "react";
import { Door, type DoorState } from "./door";

const EVERY_MS = 60_000;

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** One desk for the page: a door is opened once, however often it is drawn. */
let door: Door | null = null;

/** The version of the application, which marks carry. */
const version = (): string => (window as { __remixManifest?: { version?: string } }).__remixManifest?.version ?? "";

/**
 * The desk at the door, once scripts run. It asks the server for news when there is a line again, when somebody looks at it, and
 * each minute.
 */
export function useDoor(): { door: Door | null; state: DoorState | null } {
  const state = useSyncExternalStore(
    subscribe,
    () => door?.state ?? null,
    () => null,
  );
  useEffect(() => {
    if (!door) {
      door = new Door(version(), () => listeners.forEach((listener) => listener()));
      void door.open(new URLSearchParams(location.search).get("keep"));
      // Kept once: reading the page again is no wish to keep it again.
      if (location.search) history.replaceState(history.state, "", location.pathname + location.hash);
    }
    const opened = door;
    const refresh = () => {
      if (document.visibilityState === "visible") void opened.refresh();
    };
    const timer = setInterval(refresh, EVERY_MS);
    const sentByWorker = new BroadcastChannel("hourbook-door");
    sentByWorker.addEventListener("message", refresh);
    addEventListener("online", refresh);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      sentByWorker.close();
      removeEventListener("online", refresh);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, []);
  return { door: state && door, state };
}

/** The part of the address after the hash, which changes without a line: the session that is shown. */
export function useHash(): string {
  return useSyncExternalStore(
    (listener) => {
      addEventListener("hashchange", listener);
      return () => removeEventListener("hashchange", listener);
    },
    () => decodeURIComponent(location.hash.slice(1)),
    () => "",
  );
}

/** Whether the browser believes that there is a line. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener("online", listener);
      addEventListener("offline", listener);
      return () => {
        removeEventListener("online", listener);
        removeEventListener("offline", listener);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}
