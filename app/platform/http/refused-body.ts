/** How the server tells a route that the body was not taken, in a header that no client can set. */
export const REFUSED_BODY_HEADER = "X-Refused-Body";

export type RefusedBody = "too-large" | "no-room";

/** What people read then, with the status. */
export const REFUSED_BODY_ANSWERS: Record<RefusedBody, { status: number; words: string }> = {
  "too-large": { status: 413, words: "What you sent is larger than this page takes, so nothing was changed." },
  "no-room": {
    status: 503,
    words: "Too many files are arriving at once, so nothing was changed. Try again in a minute.",
  },
};
