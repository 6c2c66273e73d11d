import { parse } from "csv-parse/sync";
import { z } from "zod";
import { DETAIL_HEADS, type Details, type RawDetails, readDetails } from "./import-details";

/** One line of a list of people, as it was given. */
export interface ImportRow {
  /** In the text that was given, from 1. */
  line: number;
  email: string;
  first: string;
  last: string;
  /** What the line says of a workplace and a certificate; absent where the list has no such columns. */
  details?: Details;
}

/** A line that cannot be taken, and why. */
export interface BadLine {
  line: number;
  text: string;
  reason: string;
}

/** More people than this are brought in by several lists. */
export const MOST_ROWS = 500;

const HEADS: Record<"email" | "first" | "last", RegExp> = {
  email: /^e-?mail( address)?$|^address$/i,
  first: /^(legal )?(first|given)( ?name)?$/i,
  last: /^(legal )?(last|family|sur)( ?name)?$/i,
};

const address = z.email();

/** A list that was read: its lines, in order, and how many more there are than one list takes. */
export interface ReadList {
  lines: (ImportRow | BadLine)[];
  beyond: number;
}

/**
 * Reads a list of people: addresses one on a line, "Ana Sample <ana@district.example>", or comma, semicolon or tab
 * separated columns, with a head or without. Every line comes back, in its order: as a row or as a bad line.
 */
export function readList(text: string): ReadList {
  const lines = splitLines(text);
  const head = lines[0] && readHead(lines[0].cells);
  const body = head ? lines.slice(1) : lines;
  const rows = body.slice(0, MOST_ROWS).map(({ line, cells }) => {
    const row = head ? pick(cells, head) : guess(cells);
    const shown = cells.join(", ");
    if (!row.email) return { line, text: shown, reason: "This line has no email address." };
    const email = row.email.trim().toLowerCase();
    if (!address.safeParse(email).success) return { line, text: shown, reason: `“${row.email}” is no email address.` };
    const named = { line, email, first: row.first.trim(), last: row.last.trim() };
    if (!head || !saysMore(head)) return named;
    const details = readDetails(pickDetails(cells, head));
    return details.ok ? { ...named, details: details.value } : { line, text: shown, reason: details.reason };
  });
  return { lines: rows, beyond: Math.max(0, lines.length - MOST_ROWS) };
}

/** Lines with their numbers; blank ones are left out. */
function splitLines(text: string): { line: number; cells: string[] }[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .flatMap((raw, index) => (raw.trim() === "" ? [] : [{ line: index + 1, cells: splitCells(raw) }]));
}

function splitCells(raw: string): string[] {
  const delimiter = ["\t", ";", ","].find((sign) => raw.includes(sign)) ?? ",";
  const [cells = []]: string[][] = parse(raw, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    trim: true,
  });
  return cells.filter((cell, index) => cell !== "" || index < cells.length - 1);
}

type Column = keyof typeof HEADS | keyof typeof DETAIL_HEADS;
type Head = Partial<Record<Column, number>>;

const DETAILS = Object.keys(DETAIL_HEADS) as (keyof typeof DETAIL_HEADS)[];

function readHead(cells: readonly string[]): Head | null {
  const find = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell.trim()));
  if (find(HEADS.email) < 0) return null;
  const columns = Object.entries({ ...HEADS, ...DETAIL_HEADS }).map(([key, pattern]) => [key, find(pattern)]);
  return Object.fromEntries(columns) as Head;
}

const saysMore = (head: Head): boolean => DETAILS.some((key) => (head[key] ?? -1) >= 0);

function pickDetails(cells: readonly string[], head: Head): RawDetails {
  const cell = (key: keyof RawDetails) => (cells[head[key] ?? -1] ?? "").trim();
  return Object.fromEntries(DETAILS.map((key) => [key, cell(key)])) as RawDetails;
}

function pick(cells: readonly string[], head: Head) {
  const cell = (key: keyof typeof HEADS) => cells[head[key] ?? -1] ?? "";
  return { email: cell("email"), first: cell("first"), last: cell("last") };
}

/** Without a head: the cell with an @ is the address, and the others are the name, the first name first. */
function guess(cells: readonly string[]) {
  const at = cells.findIndex((cell) => cell.includes("@"));
  const found = /^(.*?)<([^<>]+)>\s*$/.exec(cells[at] ?? "");
  const email = found?.[2] ?? cells[at] ?? "";
  const others = cells.filter((cell, index) => index !== at && cell !== "");
  const words = others.length > 0 ? others : (found?.[1] ?? "").trim().split(/\s+/).filter(Boolean);
  const [first = "", ...rest] = words;
  return { email, first, last: rest.join(" ") };
}
