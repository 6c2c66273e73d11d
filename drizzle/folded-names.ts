import { FOLD_EDITION } from "../app/platform/text/fold";

/**
 * How names come to be folded, whoever writes them (docs/decisions/016). Triggers of the file note whose name was written;
 * they need nothing but SQLite, so that any program can write. Connections of ours have one more trigger, of their own,
 * that folds what was noted in the same statement, by functions that only they have.
 */

/** A statement that notes a person. Deleted first: an insertion that is passed over would fire nothing. */
const note = (person: string) =>
  `DELETE FROM names_to_fold WHERE person_id = ${person}; INSERT INTO names_to_fold (person_id) VALUES (${person})`;

const WRITTEN = "legal_first, legal_last, preferred_name, email";
const differ = WRITTEN.split(", ")
  .map((column) => `OLD.${column} IS NOT NEW.${column}`)
  .join(" OR ");

const PARTS = "names, former, address";
const indexed = (row: string) => `${row}.number, ${row}.names, ${row}.former, ${row}.address`;
const index = `INSERT INTO person_search (rowid, ${PARTS}) VALUES (${indexed("NEW")})`;
const unindex = `INSERT INTO person_search (person_search, rowid, ${PARTS}) VALUES ('delete', ${indexed("OLD")})`;

/** What notes written names, and what keeps the index beside the folded text. */
export const NAME_TRIGGERS: [name: string, head: string, body: string][] = [
  ["persons_names_insert", "AFTER INSERT ON persons", note("NEW.id")],
  ["persons_names_update", `AFTER UPDATE OF ${WRITTEN} ON persons\nWHEN ${differ}`, note("NEW.id")],
  ["former_names_names_insert", "AFTER INSERT ON former_names", note("NEW.person_id")],
  ["former_names_names_update", "AFTER UPDATE ON former_names", `${note("OLD.person_id")}; ${note("NEW.person_id")}`],
  ["former_names_names_delete", "AFTER DELETE ON former_names", note("OLD.person_id")],
  ["person_names_search_insert", "AFTER INSERT ON person_names", index],
  ["person_names_search_update", `AFTER UPDATE OF ${PARTS} ON person_names`, `${unindex}; ${index}`],
  ["person_names_search_delete", "AFTER DELETE ON person_names", unindex],
];

/** The index of the folded text: any three characters that follow each other find it, wherever they stand. */
export const PERSON_SEARCH = {
  name: "person_search",
  sql: `CREATE VIRTUAL TABLE person_search USING fts5(${PARTS}, content = 'person_names', content_rowid = 'number', tokenize = 'trigram')`,
  fill: "INSERT INTO person_search (person_search) VALUES ('rebuild')",
};

const foldWhere = (people: string) => [
  `UPDATE persons SET sort_name = sort_key(legal_last, legal_first)
WHERE ${people} AND sort_name IS NOT sort_key(legal_last, legal_first)`,
  `INSERT INTO person_names (person_id, ${PARTS})
SELECT id, searchable_text(legal_last, legal_first, preferred_name),
  coalesce((SELECT group_concat(searchable_text(name), ' ') FROM former_names WHERE person_id = persons.id), ''),
  searchable_text(email)
FROM persons WHERE ${people}
ON CONFLICT (person_id) DO UPDATE SET names = excluded.names, former = excluded.former, address = excluded.address
WHERE names <> excluded.names OR former <> excluded.former OR address <> excluded.address`,
  "DELETE FROM names_to_fold",
];

/** Folds the names that were noted. Needs `searchable_text` and `sort_key`, which only connections of ours have. */
export const FOLD_NOTED = foldWhere("id IN (SELECT person_id FROM names_to_fold)");

/** Folds the names of everybody, and the edition by which it does: a new one is carried out at the next start. */
export const FOLD_ALL = { edition: FOLD_EDITION, statements: foldWhere("true") };

/** Our connections' own trigger. */
export const FOLD_AT_ONCE = `CREATE TEMP TRIGGER IF NOT EXISTS names_fold_at_once AFTER INSERT ON main.names_to_fold
BEGIN ${FOLD_NOTED.join(";\n")}; END`;
