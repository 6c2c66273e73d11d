import { makeRoom, PAGE, rule, STYLES, type Sheet } from "./page.server";
import { artifact, spoken, tagged, type Tag } from "./tags.server";
import type { Style } from "./typesetter.server";

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

/** A wrapped paragraph at the pen, which moves below it. */
export function drawParagraph(
  sheet: Sheet,
  parent: Tag,
  text: string,
  style: Style,
  { x = PAGE.left, width = PAGE.right - PAGE.left }: { x?: number; width?: number } = {},
): void {
  const lines = sheet.type.wrap(text, width, style);
  makeRoom(sheet, lines.length * style.size * LEADING + 4);
  const draw = () => {
    for (const line of lines) {
      sheet.type.line(line, x, sheet.y + style.size, style);
      sheet.y += style.size * LEADING;
    }
  };
  tagged(sheet.doc, parent, "P", draw, spoken(text));
  sheet.y += 3;
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
  const strong = { ...STYLES.strong, size };
  const lines = sheet.type.wrap(value ?? "", width - indent, strong);
  makeRoom(sheet, lines.length * size * leading + 2);
  const draw = () => {
    sheet.type.line(`${label}: `, PAGE.left, sheet.y + size, { ...STYLES.text, size, color: STYLES.small.color });
    for (const line of lines) {
      sheet.type.line(line, PAGE.left + indent, sheet.y + size, strong);
      sheet.y += size * leading;
    }
  };
  const meant = value === null ? { actual: `${label}: to be written by hand` } : spoken(`${label}: ${value}`);
  tagged(sheet.doc, parent, "P", draw, meant);
  if (value === null) {
    sheet.y += 3;
    artifact(sheet.doc, "Layout", () => rule(sheet.doc, sheet.y - 3, PAGE.left + indent, PAGE.left + width));
  }
  sheet.y += sheet.isTight ? 0.5 : 2;
}
