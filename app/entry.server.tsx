import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { logger } from "~/platform/logging/logger.server";
import { NonceContext } from "~/ui/frame/nonce";
import { preloadFonts } from "~/documents/drawing/fonts.server";

// Once the process serves, so that the first document waits no longer than the others.
setImmediate(preloadFonts);

const STREAM_TIMEOUT_MS = 10_000;

/** Renders a page: bots get it whole, browsers as soon as its frame is ready. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: { nonce?: string },
): Promise<Response> {
  const whole = isbot(request.headers.get("User-Agent") ?? "");
  return new Promise((resolve, reject) => {
    let statusCode = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.nonce}>
        <RemixServer
          context={remixContext}
          url={request.url}
          abortDelay={STREAM_TIMEOUT_MS}
          nonce={loadContext.nonce}
        />
      </NonceContext.Provider>,
      {
        nonce: loadContext.nonce,
        [whole ? "onAllReady" : "onShellReady"]() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: statusCode }));
          // Until then the timer holds everything that the page was made of.
          body.once("close", () => clearTimeout(late));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          statusCode = 500;
          logger.error({ err: error, url: request.url }, "A page failed to render");
        },
      },
    );
    const late = setTimeout(abort, STREAM_TIMEOUT_MS + 1_000).unref();
  });
}

/** Logs what a loader or action threw, under the reference that the error page shows. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  // A page that does not exist, or a form that cannot be taken, is an answer and no fault of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const reference = request.headers.get("X-Request-Id");
  logger.error({ err: error, reference, url: request.url }, "A request failed");
}
