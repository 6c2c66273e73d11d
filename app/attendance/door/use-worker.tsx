import { useEffect, useState } from "react";
import { TAKE_OVER } from "./take-over";

/**
 * Registers the worker that opens this page without a network.
 * @returns a way to take over a newer version, once there is one; what waits on the device stays
 */
export function useWorker(): (() => void) | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    const look = (registration: ServiceWorkerRegistration, worker: ServiceWorker | null) => {
      if (worker?.state === "installed" && registration.active) setWaiting(worker);
    };
    const watch = (registration: ServiceWorkerRegistration) => {
      look(registration, registration.waiting);
      registration.addEventListener("updatefound", () => {
        const worker = registration.installing;
        worker?.addEventListener("statechange", () => look(registration, worker));
      });
    };
    // Without a worker the page works while there is a network, and keeps what it keeps.
    navigator.serviceWorker?.register("/door-worker.js", { scope: "/door" }).then(watch, () => {});
  }, []);
  if (!waiting) return null;
  return () => {
    waiting.addEventListener("statechange", () => {
      if (waiting.state === "activated") location.reload();
    });
    waiting.postMessage(TAKE_OVER);
  };
}
