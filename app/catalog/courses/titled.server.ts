import { inArray, or, type SQL, type SQLWrapper } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { searchWords } from "~/platform/text/fold";

/** A query of the ids of the courses whose title holds a word. They are looked through once, and are fewer than offerings. */
export const coursesTitled = (db: Reader, word: string) =>
  db.select({ id: courses.id }).from(courses).where(holdsTyped(word, courses.title));

/**
 * Condition: of an offering, its course's title and these texts of its own together hold every word that somebody typed, in
 * any order, as a part, both folded. For all offerings; where they are few, their titles are, too. Undefined where nothing
 * was typed.
 */
export function offeringHolds(db: Reader, typed: string, ...own: SQLWrapper[]): SQL | undefined {
  // What folds to nothing is kept as typed: it finds nothing, where no words at all would find everything.
  const words = searchWords(typed).join(" ") || typed;
  return everyWord(words, (word) => or(inArray(offerings.courseId, coursesTitled(db, word)), holdsTyped(word, ...own)));
}
