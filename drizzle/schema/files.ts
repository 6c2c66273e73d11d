import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./column";

/**
 * Files whose bytes lie in the folder beside the database, each once, by the SHA-256 of its bytes. Whatever has a file names it
 * by a foreign key: by those the sweeper knows what is still of use.
 */
export const storedFiles = sqliteTable(
  "stored_files",
  {
    sha256: text("sha256").primaryKey(),
    size: integer("size").notNull(),
    /** By the content, never by the name or by what a browser said. */
    contentType: text("content_type").notNull(),
    keptAt: instant("kept_at").notNull(),
    /** Since when the sweeper has found no row that names it; null while one does. */
    unnamedAt: instant("unnamed_at"),
  },
  (t) => [
    check("stored_files_hash", sql`length(${t.sha256}) = 64 and ${t.sha256} not glob '*[^0-9a-f]*'`),
    check("stored_files_size", sql`${t.size} > 0`),
    index("stored_files_unnamed").on(t.unnamedAt),
  ],
);
