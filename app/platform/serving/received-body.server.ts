import type { IncomingMessage } from "node:http";

/** Bytes of bodies that may wait in memory at once, of all requests together. */
const ALL_BODIES = 96 * 1024 * 1024;
/** What a client may still send after it was refused, so that it reads why instead of finding a broken connection. */
const LINGERING_BYTES = 512 * 1024 * 1024;
const LINGERING_MS = 30_000;

/** A body in the pieces in which it came, or why it was not taken. One copy of it is held, not a second that joins them. */
export type ReceivedBody =
  { ok: true; chunks: Buffer[]; length: number } | { ok: false; reason: "too-large" | "no-room" | "gone" };

let held = 0;

/**
 * Reads a request's body whole, counting the bytes as they arrive; what the client says of its length is never believed.
 * Nothing of a body that is refused is kept. The caller calls `releaseBody` when it is done with the bytes.
 */
export function receiveBody(request: IncomingMessage, limit: number): Promise<ReceivedBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (outcome: ReceivedBody) => {
      request.off("data", take).off("end", finish).off("close", leave).off("error", leave);
      if (!outcome.ok) {
        held -= length;
        chunks.length = 0;
      }
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      const reason = length + chunk.length > limit ? "too-large" : held + chunk.length > ALL_BODIES ? "no-room" : null;
      if (reason) {
        settle({ ok: false, reason });
        discardRest(request);
        return;
      }
      length += chunk.length;
      held += chunk.length;
      chunks.push(chunk);
    };
    const finish = () => settle({ ok: true, chunks, length });
    const leave = () => settle({ ok: false, reason: "gone" });
    request.on("data", take).once("end", finish).once("close", leave).once("error", leave);
  });
}

/** Says that a received body is no longer held. */
export function releaseBody(body: ReceivedBody): void {
  if (body.ok) held -= body.length;
}

function discardRest(request: IncomingMessage): void {
  let length = 0;
  const late = setTimeout(() => request.socket.destroy(), LINGERING_MS);
  request.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > LINGERING_BYTES) request.socket.destroy();
  });
  request.once("close", () => clearTimeout(late));
  request.on("error", () => {});
}
