import { eq } from "drizzle-orm";
import { kiosks } from "#drizzle/schema/online/kiosks";
import { startKiosk } from "~/attendance/kiosk/kiosk.server";
import type { ActorContext } from "~/platform/context";
import { done } from "../../../support/done";
import type { AccessRow } from "../row";

const DESK = {
  route: "facilitator/sessions.$id_.kiosk",
  who: ["facilitator", "coordinator"],
  scope: "the offering, for its facilitators; its provider, for coordinators",
  others: 404,
  at: "/facilitator/sessions/{session.today}/kiosk",
} as const;

const KIOSK = {
  who: ["bearer"],
  scope: "the browser of a running kiosk, by its cookie: the roster of one session, by three letters",
  answers: 404,
} as const;

/** A kiosk at the door: who may make one, and what a browser that is none is answered. */
export const KIOSK_ROWS: readonly AccessRow[] = [
  { ...DESK, method: "GET", shows: ["training"], office: "started by" },
  // Nothing is sent: it signs its own sender out, so that a second post of it is a visitor's.
  { ...DESK, method: "POST", intent: "start" },
  { ...DESK, method: "POST", intent: "end", send: { kioskId: "{kiosk}" } },
  { ...KIOSK, route: "public/kiosk", method: "GET", at: "/kiosk" },
  { ...KIOSK, route: "public/kiosk", method: "POST", intent: "find", at: "/kiosk" },
  { ...KIOSK, route: "public/kiosk", method: "POST", intent: "in", at: "/kiosk" },
  { ...KIOSK, route: "public/kiosk", method: "POST", intent: "out", at: "/kiosk" },
  { ...KIOSK, route: "public/kiosk_.leave", method: "GET", at: "/kiosk/leave" },
  { ...KIOSK, route: "public/kiosk_.leave", method: "POST", at: "/kiosk/leave" },
];

/** Starts a kiosk for a session. Returns its id. */
export function addKiosk(ctx: ActorContext, sessionId: string): string {
  done(startKiosk(ctx, { sessionId, pinDigest: "of no PIN" }));
  return ctx.db.select().from(kiosks).where(eq(kiosks.sessionId, sessionId)).get()!.id;
}
