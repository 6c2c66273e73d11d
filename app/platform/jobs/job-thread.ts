/** What the thread of the pages and the thread of the jobs share. */
export interface JobThread {
  /** How busy the thread of the pages is, in thousandths. */
  busy: SharedArrayBuffer;
  /** Whether the jobs have begun, or are not to begin any more: see `isFirst`. */
  begun: SharedArrayBuffer;
}

/** Of all threads that ever ask, true for the first alone. */
export const isFirst = (shared: SharedArrayBuffer): boolean =>
  Atomics.compareExchange(new Int32Array(shared), 0, 0, 1) === 0;
