import { readClock } from "~/attendance/marks/device-clock";
import { MOST_AT_ONCE, type SyncReply } from "~/attendance/queue/queue-reply";
import { settleRecord } from "./queued-record";
import { changeQueued, dropRoster, type Queued, readFact, readQueue, writeFact } from "./sealed-store";

/** How sending went: all was answered, there is no line, or whoever is signed in is nobody, or somebody else. */
export type Sent = "sent" | "busy" | "cut" | "signed-out" | "somebody-else";

/** Marks that wait in the facilitator's inbox by what was answered, with the reason in words. */
export interface Held {
  name: string;
  words: string;
}

export interface SendResult {
  sent: Sent;
  held: Held[];
}

const LOCK = "hourbook-door-sending";
const PATIENCE_MS = 30_000;

/**
 * Sends what waits on this device, in the order in which it was made, and takes out what the server has answered for good. One window
 * or worker does so at a time; sent twice, a mark counts once all the same.
 */
export async function sendQueued(): Promise<SendResult> {
  const owner = await readFact("owner");
  const device = await readFact("device");
  if (!owner || !device) return { sent: "sent", held: [] };
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock): Promise<SendResult> => {
    if (!lock) return { sent: "busy", held: [] };
    const held: Held[] = [];
    for (;;) {
      const waiting = (await readQueue(owner.personId)).filter(({ record }) => record.refused === null);
      const batch = waiting.slice(0, MOST_AT_ONCE);
      const reply = await post(owner.personId, device, batch);
      if (typeof reply === "string") return { sent: reply, held };
      const progress = await settle(owner.personId, batch, reply, held);
      if (waiting.length <= batch.length || !progress) return { sent: "sent", held };
    }
  });
}

async function post(
  owner: string,
  device: string,
  batch: Queued[],
): Promise<SyncReply | Exclude<Sent, "sent" | "busy">> {
  const { run, wall, steady } = readClock();
  const body = new FormData();
  const list = JSON.stringify(batch.map(({ record }) => record.mark));
  for (const [name, value] of Object.entries({ owner, device, run, wall, steady, list }))
    body.append(name, String(value));
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch("/door/marks", { method: "POST", body, redirect: "manual", signal });
    if (response.type === "opaqueredirect") return "signed-out";
    if (response.status === 409) return "somebody-else";
    if (!response.ok) return "cut";
    const reply = (await response.json()) as SyncReply;
    await writeFact("contact", { run, wall, steady, server: reply.server });
    return reply;
  } catch {
    return "cut";
  }
}

/** Returns whether anything was answered for good. */
async function settle(owner: string, batch: Queued[], { answers, wipe }: SyncReply, held: Held[]): Promise<boolean> {
  let progress = false;
  const byNonce = new Map(batch.map((queued) => [queued.record.mark.nonce, queued]));
  for (const answer of answers) {
    const queued = byNonce.get(answer.nonce);
    if (!queued) continue;
    const settled = settleRecord(queued.record, answer);
    if (settled === queued.record) continue;
    progress = true;
    await changeQueued(owner, queued.place, settled);
    if (answer.held) held.push({ name: queued.record.name, words: answer.words ?? "" });
  }
  for (const offeringId of wipe) await dropRoster(owner, offeringId);
  return progress;
}
