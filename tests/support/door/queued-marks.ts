import { keepRoster } from "~/attendance/kept/kept-roster.server";
import type { QueuedMark } from "~/attendance/queue/queued-mark";
import { takeQueuedMarks } from "~/attendance/queue/sync.server";
import type { ActorContext } from "~/platform/context";
import { newId } from "~/platform/ids";
import type { makeRoster } from "../attendance";

export const DEVICE = "d".repeat(32);

type Roster = Pick<ReturnType<typeof makeRoster>, "offering" | "session">;

/** A device of the facilitator's that keeps the roster: it makes marks, and sends them. */
export function makeDevice({ offering, session }: Roster, ctx: ActorContext, device = DEVICE) {
  const kept = keepRoster(ctx, { offeringId: offering.id, device, label: "Firefox on a test" });
  if (!kept.ok) throw new Error(kept.reason);
  const openedAt = ctx.now;
  const readingAt = (now: number) => ({ run: "page", wall: now, steady: now - openedAt });
  return {
    kept: kept.value,
    /** A mark made at an instant, by a clock that is right unless `values` say otherwise. */
    mark: (now: number, personId: string, values: Partial<QueuedMark> = {}): QueuedMark => ({
      nonce: newId(),
      offeringId: offering.id,
      sessionId: session.id,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      who: { personId },
      kind: "in",
      at: null,
      voids: null,
      clock: readingAt(now),
      before: { ...readingAt(openedAt), server: openedAt },
      pass: null,
      app: "test",
      ...values,
    }),
    send: (by: ActorContext, list: unknown[], clock = readingAt(by.now)) => {
      const sent = takeQueuedMarks(by, { owner: by.actor.personId, device, ...clock, list });
      if (!sent.ok) throw new Error(sent.reason);
      return sent.value;
    },
  };
}
