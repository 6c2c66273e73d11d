import { addPlugins, cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { sendQueued } from "./send-queued";
import { TAKE_OVER } from "./take-over";

/** What the build puts here: all that the desk at the door is drawn with. */
declare const DOOR_FILES: PrecacheEntry[];

interface Awaiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
const worker = self as unknown as EventTarget & { skipWaiting(): Promise<void> };

// The page as a visitor gets it: nothing of whoever is signed in is kept with it.
addPlugins([
  {
    requestWillFetch: ({ request }) =>
      Promise.resolve(new Request(request, { credentials: "omit", cache: "no-cache" })),
  },
]);
precacheAndRoute(DOOR_FILES, { ignoreURLParametersMatching: [/^keep$/], directoryIndex: "", cleanURLs: false });
cleanupOutdatedCaches();

worker.addEventListener("message", (event) => {
  if ((event as MessageEvent).data === TAKE_OVER) void worker.skipWaiting();
});

// Background sync: there is a line again, and perhaps no page any more.
worker.addEventListener("sync", (event) => (event as Awaiting).waitUntil(sendAndTell()));

async function sendAndTell(): Promise<void> {
  const { sent } = await sendQueued();
  // The browser tries again by itself.
  if (sent === "cut") throw new Error("There is no line");
  new BroadcastChannel("hourbook-door").postMessage(sent);
}
