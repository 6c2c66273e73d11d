import { and, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { searchWords, typedWords } from "~/platform/text/fold";

/** Condition: a text holds these characters somewhere, without regard to case. The signs % and _ stand for themselves. */
export function contains(text: SQLWrapper, characters: string): SQL {
  const pattern = `%${characters.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`${text} like ${pattern} escape '\\'`;
}

/** A full-text index of trigrams knows any three characters that follow each other. */
export const SHORTEST_INDEXED = 3;

/** What a full-text index looks for: these characters as they are, whatever sign is among them. NUL would end it. */
export const phrase = (characters: string): string => `"${characters.replaceAll("\0", "").replaceAll('"', '""')}"`;

/**
 * Condition: a row fulfils one of these. Each finds its rows by an index, where one condition over all would read the whole
 * table.
 * @param id the column by which rows are known
 */
export function fulfilsOneOf(id: SQLiteColumn, ...conditions: (SQL | undefined)[]): SQL {
  const each = conditions.map((condition) => sql`select ${id} from ${id.table} where ${condition}`);
  return sql`${id} in (${sql.join(each, sql` union all `)})`;
}

/**
 * Condition: each word that somebody typed fulfils one. Undefined, so that all rows are found, where nothing was typed;
 * none is found where what was typed holds no letter and no digit.
 */
export function everyWord(typed: string, conditionOf: (word: string) => SQL | undefined): SQL | undefined {
  if (typed.trim() === "") return undefined;
  const words = typedWords(typed);
  return words.length === 0 ? sql`0` : and(...words.map(conditionOf));
}

/**
 * Condition: these texts together hold every word that somebody typed, in any order, as a part, both folded. Folds row by
 * row: for tables of thousands of rows. Undefined where nothing was typed.
 */
export function holdsTyped(typed: string, ...texts: SQLWrapper[]): SQL | undefined {
  if (typed.trim() === "") return undefined;
  const words = searchWords(typed).join(" ");
  return words === "" ? sql`0` : sql`holds_words(${words}, ${sql.join(texts, sql`, `)})`;
}
