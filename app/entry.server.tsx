import { Writable } from "node:stream";
import type { EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { wholeAnswer } from "~/platform/serving/whole-body.server";
import { logger } from "~/platform/logging/logger.server";
import { NonceContext } from "~/ui/frame/nonce";
import { preloadFonts } from "~/documents/typesetting/fonts.server";

// Once the process serves, so that the first document waits no longer than the others.
setImmediate(preloadFonts);

const RENDER_TIMEOUT_MS = 10_000;

/** Renders a page as a whole: nothing in it comes later than the rest, and one piece is less work than many. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: { nonce?: string },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let statusCode = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.nonce}>
        <RemixServer
          context={remixContext}
          url={request.url}
          abortDelay={RENDER_TIMEOUT_MS}
          nonce={loadContext.nonce}
        />
      </NonceContext.Provider>,
      {
        nonce: loadContext.nonce,
        onAllReady() {
          clearTimeout(late);
          headers.set("Content-Type", "text/html; charset=utf-8");
          pipe(collect((body) => resolve(wholeAnswer(body, { headers, status: statusCode }))));
        },
        onShellError: reject,
        onError(error: unknown) {
          statusCode = 500;
          const reference = request.headers.get("X-Request-Id");
          logger.error({ err: error, reference, url: request.url }, "A page failed to render");
        },
      },
    );
    const late = setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref();
  });
}

function collect(done: (whole: Buffer) => void): Writable {
  const pieces: Buffer[] = [];
  return new Writable({
    write(piece: Buffer, _encoding, next) {
      pieces.push(piece);
      next();
    },
    final(next) {
      done(Buffer.concat(pieces));
      next();
    },
  });
}

/** Logs what no loader or action threw, under the reference of the page; theirs are logged where they are guarded. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  // A page that does not exist, or a form that cannot be taken, is an answer and no fault of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const reference = request.headers.get("X-Request-Id");
  logger.error({ err: error, reference, url: request.url }, "A request failed");
}
