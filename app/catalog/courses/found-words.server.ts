import { type SQL, sql } from "drizzle-orm";
import type { SearchWord } from "./search-words";

/** Whether a folded text, with a blank before, between and after its words, holds every part of some words; never for none. */
export function holdsParts(text: SQL, words: readonly SearchWord[]): SQL {
  const parts = words.flatMap((word) => word.parts.map((part) => sql`instr(${text}, ${part}) > 0`));
  return parts.length > 0 ? sql`(${sql.join(parts, sql` and `)})` : sql`0`;
}
