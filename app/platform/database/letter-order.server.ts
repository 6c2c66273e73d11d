import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** By what one title or name stands before another, whatever their case and marks. Folds row by row. */
export const lettersOf = (text: SQLWrapper): SQL => sql`fold(${text})`;

/**
 * The order of titles and names of organizations: by letters, whatever their case and marks. Folds row by row: for lists
 * of thousands. People have a sort name of their own.
 */
export const byLetters = (text: SQLWrapper): SQL => sql`fold(${text}), ${text}`;
