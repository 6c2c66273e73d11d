import { createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as IncomingRequest, RequestHandler, Response as OutgoingResponse } from "express";
import { origin } from "../env.server";
import { bodyLimitOf, methodsOf } from "./body-limit";
import { Gate, inSlot } from "./gate.server";
import { receiveBody, type ReceivedBody, releaseBody } from "./received-body.server";
import { REFUSED_BODY_HEADER } from "./refused-body";

/** Pages that are worked on at once, and that wait for it: some seconds' worth for one core. */
const gate = new Gate(8, 200);

const BUSY_PAGE =
  '<!doctype html><html lang="en-US"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  "<title>Hourbook is busy</title><h1>Hourbook is busy</h1>" +
  "<p>Nothing was changed. Wait a few seconds and try again.</p></html>";

interface HandlerOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: "development" | "production";
  loadContext: (response: OutgoingResponse) => Record<string, unknown>;
  /** What the server says of the client, over whatever the client says of itself. */
  trustedHeaders: (request: IncomingRequest) => Record<string, string>;
}

/**
 * Serves the pages: the body is received within its limit before a page is worked on, so that slow clients cost a
 * connection and nothing else; pages that wait have an order and an end; what a page does not say of caching is private.
 */
export function remixHandler({ build, mode, loadContext, trustedHeaders }: HandlerOptions): RequestHandler {
  const handle = createRequestHandler(build, mode);
  const serve = async (request: IncomingRequest, response: OutgoingResponse) => {
    const methods = methodsOf(request.path);
    if (!methods.includes(request.method)) {
      response.status(405).set("Allow", methods.join(", ")).type("text").send("This page cannot do that.");
      return;
    }
    const body = ["POST", "PATCH"].includes(request.method)
      ? await receiveBody(request, bodyLimitOf(request.path))
      : null;
    try {
      if (body?.ok === false && body.reason === "gone") return;
      const slot = await gate.enter();
      if (!slot) {
        response.status(503).set({ "Retry-After": "3", "Cache-Control": "no-store" }).type("html").send(BUSY_PAGE);
        return;
      }
      try {
        // Whoever left while waiting needs no page.
        if (response.destroyed) return;
        const answer = await inSlot(slot, () =>
          handle(toRequest(request, response, body, trustedHeaders(request)), loadContext(response)),
        );
        slot.leave();
        await send(response, answer);
      } finally {
        slot.leave();
      }
    } finally {
      if (body) releaseBody(body);
    }
  };
  return (request, response, next) => void serve(request, response).catch(next);
}

function toRequest(
  incoming: IncomingRequest,
  outgoing: OutgoingResponse,
  body: ReceivedBody | null,
  trusted: Record<string, string>,
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // A host that only a proxy may name is express's to weigh, which `hostOf` asks.
    if (name.startsWith("x-forwarded-") || value === undefined) continue;
    for (const each of [value].flat()) headers.append(name, each);
  }
  for (const [name, value] of Object.entries(trusted)) headers.set(name, value);
  headers.delete(REFUSED_BODY_HEADER);
  if (body?.ok === false) headers.set(REFUSED_BODY_HEADER, body.reason);
  // The server has compared the origin with every host that is ours; the framework compares it with this one.
  const said = headers.get("Origin");
  if (said && URL.canParse(said)) headers.set("Host", new URL(said).host);
  const leaving = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) leaving.abort();
  });
  return new Request(addressOf(incoming), {
    method: incoming.method,
    headers,
    signal: leaving.signal,
    ...(body?.ok && { body: streamOf(body.bytes), duplex: "half" as const }),
  });
}

/** Bytes as they are: given as such they would be copied, and copies of the pieces of a large file pile up. */
function streamOf(bytes: Buffer): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

function addressOf(incoming: IncomingRequest): string {
  const host = incoming.get("Host") ?? "";
  const port = /:(\d+)$/.exec(host)?.[0] ?? "";
  const base = `${incoming.protocol}://${incoming.hostname}${port}`;
  return (URL.canParse(base) ? new URL(base).origin : origin) + incoming.originalUrl;
}

async function send(outgoing: OutgoingResponse, answer: Response): Promise<void> {
  outgoing.statusMessage = answer.statusText;
  outgoing.status(answer.status);
  for (const [name, value] of answer.headers) {
    // What an answer says of itself goes before what the server says of all: of two, browsers heed the laxer or neither.
    if (name === "set-cookie") outgoing.append(name, value);
    else outgoing.set(name, value);
  }
  if (!answer.headers.has("Cache-Control")) outgoing.set("Cache-Control", "private, no-store");
  if (answer.body) await writeReadableStreamToWritable(answer.body, outgoing);
  else outgoing.end();
}
