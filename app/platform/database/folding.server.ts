import type SqliteDatabase from "better-sqlite3";
import { FOLD_AT_ONCE, FOLD_NOTED } from "#drizzle/folded-names";
import { fold, searchableText, sortKey } from "~/platform/text/fold";

type Client = SqliteDatabase.Database;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * So many different texts are kept folded: all titles, summaries, places and numbers of a state's offerings, some fifteen
 * thousand. With fewer, each search would drive out what the next one looks through.
 */
const MOST_KEPT = 20_000;

function keepFolded(foldOne: (text: string) => string): (text: string) => string {
  const kept = new Map<string, string>();
  return (each) => {
    let folded = kept.get(each);
    if (folded === undefined) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(each, (folded = foldOne(each)));
    }
    return folded;
  };
}

/**
 * Gives a connection the functions by which texts are folded. For orders and conditions over short tables, they keep what they fold:
 * `fold(text)`, `folded_once(text, …)` and `holds_words(words, text, …)`. For names as they are written:
 * `searchable_text(text, …)` and `sort_key(last, first)`.
 * No CHECK, index or trigger of the file uses them: other programs must be able to write.
 */
export function teachFolding(client: Client): void {
  const rule = { deterministic: true };
  const foldedTitle = keepFolded(fold);
  client.function("fold", rule, (value: unknown) => foldedTitle(text(value)));
  client.function("sort_key", rule, (last: unknown, first: unknown) => sortKey(text(last), text(first)));
  client.function("searchable_text", { ...rule, varargs: true }, (...parts: unknown[]) =>
    searchableText(...parts.map(text)),
  );
  const foldedOnce = keepFolded(searchableText);
  const together = (parts: unknown[]) => parts.map((part) => foldedOnce(text(part))).join(" ");
  client.function("folded_once", { ...rule, varargs: true }, (...parts: unknown[]) => together(parts));
  let [sought, words]: [unknown, string[]] = ["", []];
  client.function("holds_words", { ...rule, varargs: true }, (wanted: unknown, ...parts: unknown[]) => {
    if (wanted !== sought) [sought, words] = [wanted, text(wanted).split(" ")];
    // No word has a blank, so that each stands in one of the texts: nothing is put together for thousands of rows.
    return Number(words.every((word) => parts.some((part) => foldedOnce(text(part)).includes(word))));
  });
}

/** From now on names that this connection writes are folded as they are written; what others left is folded now. */
export function keepNamesFolded(client: Client): void {
  client.exec(FOLD_AT_ONCE);
  if (client.prepare("select 1 from names_to_fold limit 1").get() === undefined) return;
  client.transaction(() => FOLD_NOTED.forEach((statement) => client.exec(statement))).immediate();
}
