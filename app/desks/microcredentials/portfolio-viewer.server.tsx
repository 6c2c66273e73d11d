import { renderToStaticMarkup } from "react-dom/server";
import { EvidenceViewer, type Viewed } from "~/microcredentials/evidence/EvidenceViewer";

/**
 * No script runs on this page, not even one of ours: the sandbox allows none. It keeps its origin only so that the picture or
 * the video is asked for with the session of whoever looks.
 */
const POLICY = [
  "sandbox allow-same-origin allow-downloads",
  "default-src 'none'",
  "img-src 'self'",
  "media-src 'self'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** The page that shows or plays a file and can do nothing else. */
export function viewerResponse(viewed: Viewed): Response {
  return new Response(`<!doctype html>${renderToStaticMarkup(<EvidenceViewer {...viewed} />)}`, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
