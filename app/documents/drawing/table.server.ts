import { INK, makeRoom, PAGE, type Sheet } from "./page.server";
import { contentOf, type PlacedLine } from "./line-content.server";
import { artifact, group, tagged, type Tag } from "./tags.server";
import { type Style, Typesetter } from "~/documents/typesetting/typesetter.server";

export interface Column {
  title: string;
  /** Points, padding included. */
  width: number;
  align?: "left" | "right";
}

/** A paragraph of a cell. */
export interface CellText {
  text: string;
  soft?: boolean;
  bold?: boolean;
}

export type Cell = CellText[];

export interface TableOptions {
  columns: Column[];
  rows: Cell[][];
  /** A last row in bold, kept with the row before it. */
  totals?: Cell[];
  x?: number;
}

const PAD = { x: 4, y: 4 };
const HEAD: Style = { size: 8, weight: "bold", color: INK.text };
const LEADING = 1.28;

/** Points that a page other than the first has for a table. */
const ROOM_BELOW_TITLE = PAGE.bottom - PAGE.top - 22;

/** A cell's wrapped lines with their styles. */
type Lines = { text: string; style: Style }[];

/** Draws a tagged table below the pen. Rows stay whole, unless one is higher than a page; the header is repeated, as an artifact, on each further page. */
export function drawTable(sheet: Sheet, parent: Tag, options: TableOptions): void {
  const { columns, x = PAGE.left } = options;
  const table = group(sheet.doc, parent, "Table");
  const head = columns.map((column) => wrapCell(sheet, column, [{ text: column.title, bold: true }], HEAD.size));
  const totals = options.totals && wrapRow(sheet, columns, options.totals);
  const highest = ROOM_BELOW_TITLE - heightOf(head) - (totals ? heightOf(totals) : 0);
  const rows = options.rows.flatMap((row) => splitHigh(wrapRow(sheet, columns, row), highest));
  const draw = (lines: Lines[], type: "TH" | "TD" | "totals" | "artifact") =>
    drawRow(sheet, table, columns, x, lines, type);

  makeRoom(sheet, heightOf(head) + heightOf(rows[0] ?? totals ?? []));
  draw(head, "TH");
  rows.forEach((row, index) => {
    const isLast = index === rows.length - 1;
    const needed = heightOf(row) + (isLast && totals ? heightOf(totals) : 0);
    if (makeRoom(sheet, needed)) draw(head, "artifact");
    draw(row, "TD");
  });
  if (totals) draw(totals, "totals");
  table.end();
}

/** A row that no page holds goes on in further rows. */
function splitHigh(row: Lines[], highest: number): Lines[][] {
  if (heightOf(row) <= highest) return [row];
  const fitting = row.map((lines) => lines.filter((_line, index) => heightOf([lines.slice(0, index + 1)]) <= highest));
  const rest = row.map((lines, index) => lines.slice(fitting[index]!.length));
  return [fitting, ...splitHigh(rest, highest)];
}

function wrapRow(sheet: Sheet, columns: Column[], row: Cell[]): Lines[] {
  return columns.map((column, index) => wrapCell(sheet, column, row[index] ?? [], 8.5));
}

function wrapCell(sheet: Sheet, column: Column, cell: Cell, size: number): Lines {
  return cell.flatMap(({ text, soft, bold }, index) => {
    const style: Style = {
      size: soft ? size - 1 : size,
      weight: bold ? "bold" : "regular",
      color: soft ? INK.soft : INK.text,
    };
    const lines = sheet.type.wrap(text, column.width - 2 * PAD.x, style);
    // A closing space keeps this paragraph's last word apart from the next one's first when the cell is read aloud.
    if (index < cell.length - 1) lines.push(`${lines.pop()} `);
    return lines.map((line) => ({ text: line, style }));
  });
}

const heightOfLine = ({ text, style }: Lines[number]): number => style.size * Typesetter.leadingOf(text, LEADING);

function heightOf(row: Lines[]): number {
  const tallest = row.map((lines) => lines.reduce((sum, line) => sum + heightOfLine(line), 0));
  return Math.max(0, ...tallest) + 2 * PAD.y;
}

function drawRow(
  sheet: Sheet,
  table: Tag,
  columns: Column[],
  x: number,
  row: Lines[],
  type: "TH" | "TD" | "totals" | "artifact",
): void {
  const { doc } = sheet;
  const height = heightOf(row);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const isTinted = type !== "TD";
  artifact(doc, "Layout", () => {
    if (isTinted) doc.rect(x, sheet.y, width, height).fill(INK.tint);
    doc.lineWidth(0.5).strokeColor(isTinted ? INK.line : INK.faint);
    doc
      .moveTo(x, sheet.y + height)
      .lineTo(x + width, sheet.y + height)
      .stroke();
  });
  const rowTag = type === "artifact" ? null : group(doc, table, "TR");
  let left = x;
  columns.forEach((column, index) => {
    const at = left;
    const lines = row[index] ?? [];
    left += column.width;
    const placed = placeCell(sheet, column, at, lines);
    if (!rowTag) artifact(doc, "Pagination", () => placed.forEach((l) => sheet.type.line(l.text, l.x, l.y, l.style)));
    else tagged(doc, rowTag, type === "TH" ? "TH" : "TD", contentOf(doc, sheet.type, placed), SCOPES[type]);
  });
  rowTag?.end();
  sheet.y += height;
}

const SCOPES = { TH: { scope: "Column" }, TD: {}, totals: {}, artifact: {} } as const;

function placeCell(sheet: Sheet, column: Column, left: number, lines: Lines): PlacedLine[] {
  let y = sheet.y + PAD.y;
  return lines.map((line) => {
    const { text, style } = line;
    const shift = column.align === "right" ? column.width - PAD.x - sheet.type.width(text.trimEnd(), style) : PAD.x;
    const placed = { text, x: left + shift, y: y + style.size * 0.95, style };
    y += heightOfLine(line);
    return placed;
  });
}
