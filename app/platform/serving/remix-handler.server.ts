import { createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as IncomingRequest, RequestHandler, Response as OutgoingResponse } from "express";
import { now } from "~/platform/time/clock.server";
import { env, origin } from "../env.server";
import { bodyLimitOf, methodsOf } from "../http/body-limit";
import { isForSearchEngines } from "../http/search-engines";
import { pack, type Packing } from "./compress.server";
import { Gate, inSlot } from "./gate.server";
import { pageHandlers } from "./page-handlers.server";
import { plainPage } from "./plain-page";
import { sayFailure, sayProblem } from "./problem-answer.server";
import { receiveBody, type ReceivedBody, releaseBody } from "./received-body.server";
import { REFUSED_BODY_HEADER } from "../http/refused-body";
import { packedFor, toVisitorPage, visitorKeyOf, type VisitorPage, visitorPage } from "./visitor-pages.server";
import { wholeBodyOf } from "./whole-body.server";

/** Pages that are worked on at once, and that wait for it: some seconds' worth for one core. */
const gate = new Gate(8, 200);

const BUSY_PAGE = plainPage("Hourbook is busy", "Nothing was changed. Wait a few seconds and try again.");

interface HandlerOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: "development" | "production";
  loadContext: (response: OutgoingResponse) => Record<string, unknown>;
  /** What the server says of the client, over whatever the client says of itself. */
  trustedHeaders: (request: IncomingRequest) => Record<string, string> & { "X-Request-Id": string };
}

/**
 * Serves the pages: the body is received within its limit before a page is worked on, so that slow clients cost a
 * connection and nothing else; pages that wait have an order and an end; what a page does not say of caching is private.
 */
export function remixHandler({ build, mode, loadContext, trustedHeaders }: HandlerOptions): RequestHandler {
  const handle = typeof build === "function" ? createRequestHandler(build, mode) : pageHandlers(build, mode);
  const serve = async (request: IncomingRequest, response: OutgoingResponse) => {
    const methods = methodsOf(request.path);
    if (!methods.includes(request.method)) {
      response.set("Allow", methods.join(", "));
      if (!sayProblem(request, response, 405, `This address takes ${methods.join(", ")}.`))
        response.status(405).type("text").send("This page cannot do that.");
      return;
    }
    const visitor = mode === "production" ? visitorKeyOf(request) : null;
    if (visitor !== null) return serveVisitor(visitor, request, response);
    const body = ["POST", "PUT", "PATCH"].includes(request.method)
      ? await receiveBody(request, bodyLimitOf(request.path))
      : null;
    try {
      if (body?.ok === false && body.reason === "gone") return;
      await inTurn(response, async () => {
        const whole = toRequest(request, { body, trusted: trustedHeaders(request), signal: leavingSignal(response) });
        return handle(whole, loadContext(response));
      });
    } finally {
      if (body) releaseBody(body);
    }
  };
  const inTurn = async (response: OutgoingResponse, make: () => Promise<Response>) => {
    const slot = await gate.enter();
    if (!slot) return sendBusy(response);
    try {
      // Whoever left while waiting needs no page.
      if (response.destroyed) return;
      const answer = await inSlot(slot, make);
      slot.leave();
      await send(response, answer);
    } finally {
      slot.leave();
    }
  };
  const serveVisitor = async (key: string, request: IncomingRequest, response: OutgoingResponse) => {
    const page = await visitorPage(key, now(), async () => {
      const slot = await gate.enter();
      if (!slot) throw new TooBusy();
      try {
        // Others wait for it as well, and its scripts are known by what they are: neither signal nor nonce is this client's.
        const trusted = trustedHeaders(request);
        const whole = toRequest(request, { body: null, trusted });
        const answer = await inSlot(slot, () => handle(whole, {}));
        return await toVisitorPage(answer, { whole: wholeBodyOf(answer), reference: trusted["X-Request-Id"] });
      } finally {
        slot.leave();
      }
    }).catch((error: unknown) => {
      if (error instanceof TooBusy) return null;
      throw error;
    });
    if (page) sendVisitorPage(response, page);
    else sendBusy(response);
  };
  return (request, response, next) => void serve(request, response).catch(next);
}

class TooBusy extends Error {}

function sendBusy(response: OutgoingResponse): void {
  response.set({ "Retry-After": "3", "Cache-Control": "no-store" });
  if (!sayProblem(response.req, response, 503, "Nothing was changed. Wait a few seconds and try again."))
    response.status(503).type("html").send(BUSY_PAGE);
}

/** Aborted when the client leaves before it has its answer. */
function leavingSignal(outgoing: OutgoingResponse): AbortSignal {
  const leaving = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) leaving.abort();
  });
  return leaving.signal;
}

interface RequestParts {
  body: ReceivedBody | null;
  trusted: Record<string, string>;
  signal?: AbortSignal;
}

function toRequest(incoming: IncomingRequest, { body, trusted, signal }: RequestParts): Request {
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
  return new Request(addressOf(incoming), {
    method: incoming.method,
    headers,
    ...(signal && { signal }),
    ...(body?.ok && { body: streamOf(body.chunks), duplex: "half" as const }),
  });
}

/** Bytes as they are: given as such they would be copied, and copies of the pieces of a large file pile up. */
function streamOf(chunks: readonly Buffer[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
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
  if (answer.status >= 400 && sayFailure(outgoing, answer)) return void answer.body?.cancel();
  outgoing.statusMessage = answer.statusText;
  outgoing.status(answer.status);
  setHeaders(outgoing, answer.headers);
  if (!answer.headers.has("Cache-Control")) outgoing.set("Cache-Control", "private, no-store");
  if (!answer.headers.has("X-Robots-Tag") && !isForSearchEngines(outgoing.req.path))
    outgoing.set("X-Robots-Tag", "noindex");
  const whole = wholeBodyOf(answer) ?? (isPageData(answer) ? Buffer.from(await answer.arrayBuffer()) : null);
  if (whole) sendPacked(outgoing, pack(whole, packingFor(outgoing)));
  else if (answer.body) await writeReadableStreamToWritable(answer.body, outgoing);
  else outgoing.end();
}

/** What the framework fetches for a page: a stream by its form, but nothing in it comes later than the rest. */
const isPageData = (answer: Response) => answer.headers.get("Content-Type") === "text/x-script" && answer.body !== null;

function sendVisitorPage(outgoing: OutgoingResponse, page: VisitorPage): void {
  outgoing.status(page.status);
  setHeaders(outgoing, page.headers);
  const policy = outgoing.get("Content-Security-Policy");
  if (policy && page.scripts.length > 0)
    outgoing.set("Content-Security-Policy", policy.replace(/'nonce-[^']*'/, page.scripts.join(" ")));
  if (page.etag === null) outgoing.set("Cache-Control", "private, no-store");
  else outgoing.set({ "Cache-Control": "no-cache", ETag: page.etag }).vary("Cookie");
  if (page.etag !== null && outgoing.req.get("If-None-Match")?.includes(page.etag)) outgoing.status(304).end();
  else sendPacked(outgoing, packedFor(page, packingFor(outgoing)));
}

function setHeaders(outgoing: OutgoingResponse, headers: Iterable<[string, string]>): void {
  for (const [name, value] of headers) {
    // What an answer says of itself goes before what the server says of all: of two, browsers heed the laxer or neither.
    if (name === "set-cookie") outgoing.append(name, value);
    else outgoing.set(name, value);
  }
}

function packingFor(outgoing: OutgoingResponse): Packing {
  if (env.COMPRESSION === "proxy") return null;
  outgoing.vary("Accept-Encoding");
  // Browsers name all that they can in an order that means nothing: the smallest is ours to choose.
  return (["br", "gzip"] as const).find((each) => outgoing.req.acceptsEncodings(each)) ?? null;
}

function sendPacked(outgoing: OutgoingResponse, { bytes, packing }: ReturnType<typeof pack>): void {
  if (packing) outgoing.set("Content-Encoding", packing);
  outgoing.set("Content-Length", String(bytes.length)).end(bytes);
}
