import { z } from "zod";

/** How many sections beside the credits a transcript holds at most. */
export const MOST_SECTIONS = 10;
const MOST_COLUMNS = 6;
/** Rows of one section. */
export const MOST_SECTION_ROWS = 1_000;

const column = z.object({ head: z.string().min(1).max(60), holds: z.enum(["text", "minutes"]) });

const row = z.object({
  /**
   * The day that it counts for: whose business the row is depends on it (S1). Drawn only where a column says it, but in the
   * data for machines in any case.
   */
  on: z.iso.date(),
  /** One for each column: words, or minutes. */
  cells: z.array(z.union([z.string().max(500), z.int().min(0)])),
});

/**
 * What stands on a transcript beside its credits, whoever made it: a heading, a note, and a table whose first column names
 * the rows. A section without rows is left out instead.
 */
export const transcriptSection = z
  .object({
    /** Stands on one line. */
    heading: z.string().min(1).max(60),
    /** Empty for none. */
    note: z.string().max(500),
    columns: z.array(column).min(1).max(MOST_COLUMNS),
    rows: z.array(row).min(1).max(MOST_SECTION_ROWS),
    /** Whether a last row sums each column of minutes. */
    hasTotal: z.boolean(),
  })
  .refine(({ columns }) => columns[0]?.holds === "text", "The first column names the rows.")
  .refine(
    ({ columns, rows }) =>
      rows.every(
        ({ cells }) =>
          cells.length === columns.length &&
          cells.every((cell, index) => (typeof cell === "string") === (columns[index]?.holds === "text")),
      ),
    "Every row has a cell for each column, of the column's kind.",
  );

export type TranscriptSection = z.infer<typeof transcriptSection>;
