import { and, asc, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { personNames, persons } from "#drizzle/schema/people";
import { contains, everyWord, phrase, SHORTEST_INDEXED } from "~/platform/database/contains.server";
import { searchWords } from "~/platform/text/fold";

/** What can be searched of a person's names: those they bear now, those they bore, their e-mail address. */
export type NamePart = "names" | "former" | "address";

/** Where whoever may see somebody's former names and address looks. */
export const EVERY_PART: readonly NamePart[] = ["names", "former", "address"];

/** What `staffNameOf` and `displayNameOf` ask of a person: whoever shows a name need not read their whole row. */
export const NAMED = {
  id: persons.id,
  legalFirst: persons.legalFirst,
  legalLast: persons.legalLast,
  preferredName: persons.preferredName,
};

/** What lists of people's work say of a person besides. */
export const LISTED = { ...NAMED, email: persons.email, certificateNumber: persons.certificateNumber };

/** Every list of people by name is in this order: Đ with D, Á with A, namesakes always in the same order. */
export const BY_NAME: SQL[] = [asc(persons.sortName), asc(persons.id)];

/**
 * Condition on the id of a person: every word that somebody typed is a part of what is searched, folded, in any order.
 * Words of three letters and more are found by the index; shorter ones are looked for in what these leave, or in a narrow
 * table. Undefined where nothing was typed.
 */
export function isNamedBy(personId: SQLWrapper, typed: string, parts: readonly NamePart[]): SQL | undefined {
  return everyWord(typed, (word) => isNamed(personId, searchWords(word), parts));
}

/**
 * A query of the ids of the people whom a word means to staff: by what they are called, or by a part of their certificate
 * number. For large tables, which are asked for these people's rows instead of for each row's person.
 */
export function foundPersons(word: string): SQL {
  const named = sql`select ${personNames.personId} from ${personNames} where ${isNamedBy(personNames.personId, word, ["names"]) ?? sql`0`}`;
  // Every certificate number has a digit; other words are not looked for among them.
  if (!/\d/.test(word)) return sql`(${named})`;
  return sql`(${named} union all select ${persons.id} from ${persons} where ${contains(persons.certificateNumber, word)})`;
}

function isNamed(personId: SQLWrapper, words: readonly string[], parts: readonly NamePart[]): SQL {
  const long = words.filter((word) => [...word].length >= SHORTEST_INDEXED);
  const short = words.filter((word) => !long.includes(word));
  const where = and(long.length > 0 ? isIndexed(long, parts) : undefined, ...short.map((word) => isPart(word, parts)));
  return sql`${personId} in (select ${personNames.personId} from ${personNames} where ${where})`;
}

/**
 * The order of the few people that a search shows first: who has every word as a whole in their name, then whose names
 * begin with them, then others; within each by name. Without it a short name would be lost among those that it is part of.
 */
export function byLikeness(personId: SQLWrapper, typed: string): SQL[] {
  const each = (after: string) =>
    searchWords(typed).map((word) => sql`instr(' ' || ${personNames.names} || ' ', ${` ${word}${after}`}) > 0`);
  const [whole, begun] = [each(" "), each("")].map((conditions) => and(...conditions) ?? sql`1`);
  const likeness = sql`(select case when ${whole} then 0 when ${begun} then 1 else 2 end
    from ${personNames} where ${personNames.personId} = ${personId})`;
  return [likeness, ...BY_NAME];
}

/** Words of folded text are letters, digits and @: in quotes nothing of them is an operator. */
function isIndexed(words: readonly string[], parts: readonly NamePart[]): SQL {
  const expression = `{${parts.join(" ")}} : (${words.map(phrase).join(" AND ")})`;
  return sql`${personNames.number} in (select rowid from person_search where person_search match ${expression})`;
}

function isPart(word: string, parts: readonly NamePart[]): SQL {
  const found = parts.map((part) => sql`instr(${personNames[part]}, ${word}) > 0`);
  return sql`(${sql.join(found, sql` or `)})`;
}
