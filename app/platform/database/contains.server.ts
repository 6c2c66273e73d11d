import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** Condition: a text holds these characters somewhere, without regard to case. The signs % and _ stand for themselves. */
export function contains(text: SQLWrapper, characters: string): SQL {
  const pattern = `%${characters.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`${text} like ${pattern} escape '\\'`;
}
