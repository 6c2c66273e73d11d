import { partsOfName } from "~/people/persons/name";
import { tidyAddress, tidyCell } from "./list-text";

/** One person of a line without columns, or a part of it that names none. */
export type Addressed = { email: string; first: string; last: string } | { unread: string };

const NAMELESS = { first: "", last: "" };

/** In brackets, or as it stands between blanks and commas. */
const ADDRESS =
  /<[^<>]*[@＠][^<>]*>|\[(?:mailto|smtp):[^\][]*\]|(?:mailto:)?[^\s<>()[\],;"“”«»:＠@]*[@＠][^\s<>()[\],;"“”«»]*/giu;
const QUOTED = /"[^"]*"|“[^”]*”/gu;

/** How many addresses, or what shall be some, a text holds. One that only repeats the next counts once. */
export const countAddresses = (text: string): number => find(text).length;

/** A text of several addresses, as mail programs write them: `Ana Sample <a@x>; "Test, Ben" <b@y>, c@z`. */
export function readAddresses(text: string): Addressed[] {
  return splitAtSemicolons(text).flatMap((piece): Addressed[] => {
    if (tidyCell(piece) === "") return [];
    const found = find(piece);
    if (found.length === 0) return [{ unread: tidyCell(piece) }];
    let from = 0;
    const people: Addressed[] = found.map(({ at, length, email }) => {
      const name = piece.slice(from, at).replace(/^[\s,]+/, "");
      from = at + length;
      return { email, ...(isSame(name, email) ? NAMELESS : splitName(name)) };
    });
    const rest = piece.slice(from).replace(/^[\s,]+|[\s,]+$/g, "");
    if (!/[\p{L}\p{N}]/u.test(rest)) return people;
    const last = people.at(-1)!;
    if ("email" in last && !last.first && !last.last) return [...people.slice(0, -1), { ...last, ...splitName(rest) }];
    return [...people, { unread: tidyCell(rest) }];
  });
}

/** A name in one piece: "Sample, Ana" and "Ana Sample" are one; a single word is the whole name. */
export function splitName(text: string): { first: string; last: string } {
  const name = tidyCell(text)
    .replace(/^["“'‘(«)\],.\s]+|["”'’)»]+$/gu, "")
    .replace(/[\s,([<]+$/, "");
  return partsOfName(name);
}

interface Found {
  at: number;
  length: number;
  email: string;
  bracketed: boolean;
}

function find(text: string): Found[] {
  const found = [...text.matchAll(ADDRESS)].map((match) => ({
    at: match.index,
    length: match[0].length,
    email: tidyAddress(match[0]),
    bracketed: match[0].startsWith("<"),
  }));
  return found.filter(({ email, bracketed }, index) => {
    const next = found[index + 1];
    return bracketed || !next?.bracketed || !isSame(email, next.email);
  });
}

const isSame = (text: string, email: string): boolean => tidyAddress(text).toLowerCase() === email.toLowerCase();

function splitAtSemicolons(text: string): string[] {
  const kept = text.replace(QUOTED, (quoted) => quoted.replaceAll(";", "\u0001"));
  return kept.split(/[;\n]/).map((piece) => piece.replaceAll("\u0001", ";"));
}
