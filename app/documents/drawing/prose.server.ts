import { makeRoom, PAGE, rule, STYLES, type Sheet } from "./page.server";
import { contentOf, type PlacedLine } from "./line-content.server";
import { artifact, tagged, type Tag } from "./tags.server";
import { type Style, Typesetter } from "~/documents/typesetting/typesetter.server";

const LEADING = 1.35;
const TIGHT = { size: 8, leading: 1.2 };

/** A heading of the second level and its bookmark; `keepWith` points stay on the same page below it. */
export function drawSection(sheet: Sheet, parent: Tag, title: string, keepWith = 50): void {
  makeRoom(sheet, 30 + keepWith);
  sheet.y += sheet.isTight ? 6 : 16;
  sheet.doc.outline.addItem(title);
  tagged(sheet.doc, parent, "H2", () => {
    sheet.type.line(title, PAGE.left, sheet.y + STYLES.heading.size * 0.9, STYLES.heading);
  });
  sheet.y += sheet.isTight ? 17 : 20;
}

const leadingOf = (line: string, { size }: Style, least: number) => size * Typesetter.leadingOf(line, least);

const heightOf = (lines: readonly string[], style: Style, least = LEADING): number =>
  lines.reduce((sum, line) => sum + leadingOf(line, style, least), 0);

/** Lines below the pen, each on its baseline. */
function placeBelow(sheet: Sheet, lines: readonly string[], x: number, style: Style, least = LEADING): PlacedLine[] {
  return lines.map((text, index) => ({
    text,
    x,
    y: sheet.y + heightOf(lines.slice(0, index), style, least) + style.size,
    style,
  }));
}

/** A wrapped paragraph at the pen, which moves below it. */
export function drawParagraph(
  sheet: Sheet,
  parent: Tag,
  text: string,
  style: Style,
  { x = PAGE.left, width = PAGE.right - PAGE.left }: { x?: number; width?: number } = {},
): void {
  const lines = sheet.type.wrap(text, width, style);
  makeRoom(sheet, heightOf(lines, style) + 4);
  tagged(sheet.doc, parent, "P", contentOf(sheet.doc, sheet.type, placeBelow(sheet, lines, x, style)));
  sheet.y += heightOf(lines, style) + 3;
}

/** A paragraph "Label: value" with the value in bold, hanging at `indent`; without a value, a line to write on. */
export function drawFact(
  sheet: Sheet,
  parent: Tag,
  label: string,
  value: string | null,
  { width = PAGE.right - PAGE.left, indent = 104 }: { width?: number; indent?: number } = {},
): void {
  const { size, leading } = sheet.isTight ? TIGHT : { size: STYLES.text.size, leading: LEADING };
  const [text, strong] = [STYLES.text, STYLES.strong].map((style) => ({ ...style, size }));
  const lines = sheet.type.wrap(value ?? "", width - indent, strong!);
  const height = heightOf(lines, strong!, leading);
  makeRoom(sheet, height + 2);
  const content = contentOf(sheet.doc, sheet.type, [
    { text: `${label}: `, x: PAGE.left, y: sheet.y + size, style: { ...text!, color: STYLES.small.color } },
    ...placeBelow(sheet, lines, PAGE.left + indent, strong!, leading),
  ]);
  const meant = value === null ? { actual: `${label}: to be written by hand` } : {};
  tagged(sheet.doc, parent, "P", content, meant);
  sheet.y += height;
  if (value === null) {
    sheet.y += 3;
    artifact(sheet.doc, "Layout", () => rule(sheet.doc, sheet.y - 3, PAGE.left + indent, PAGE.left + width));
  }
  sheet.y += sheet.isTight ? 0.5 : 2;
}
