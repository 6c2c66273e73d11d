import type { ExportFormat, ExportLayout } from "~/hr/exports/layouts/export-layout";

/** What is asked of an export. Dates `YYYY-MM-DD`, both included, null for open. */
export interface ExportOrder {
  from: string | null;
  to: string | null;
  /** S4: leave out what this organisation has had already in the same version. */
  onlyNew: boolean;
  /** These people alone; null for everybody of the organisation. */
  personIds: string[] | null;
  format: ExportFormat;
  /** As it was when the export was asked for; null for all columns as they are. */
  layout: (ExportLayout & { name: string }) | null;
}

/** What becomes of an export that was asked for. */
export const EXPORT_RUN_STATES = ["waiting", "running", "done", "empty", "stopped", "failed"] as const;
export type ExportRunState = (typeof EXPORT_RUN_STATES)[number];

/** In these, it is still worked on. */
export const OPEN_EXPORT_RUNS = ["waiting", "running"] as const satisfies readonly ExportRunState[];

export const isOpenRun = (state: ExportRunState): boolean => OPEN_EXPORT_RUNS.some((each) => each === state);

export const EXPORT_RUN_WORDS: Record<ExportRunState, string> = {
  waiting: "Begins in a moment",
  running: "Being written",
  done: "Ready",
  empty: "Nothing to export",
  stopped: "Stopped",
  failed: "Not made",
};

export const EXPORT_RUN_TONES = {
  waiting: "waiting",
  running: "info",
  done: "good",
  empty: "neutral",
  stopped: "neutral",
  failed: "attention",
} as const satisfies Record<ExportRunState, string>;

/** So many exports of one organisation are under way at once, at most; they are made one after another. */
export const MOST_OPEN_RUNS = 5;

/** So many people can be chosen for one export; whoever wants more takes everybody. */
export const MOST_CHOSEN = 1_000;
