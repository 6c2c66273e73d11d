import { facesFor, type Weight } from "~/documents/typesetting/faces.server";
import { parsedFont, type ParsedFont } from "~/documents/typesetting/fonts.server";

/** A line of text as outlines, so that a picture looks the same wherever it is opened. Lengths in ems. */
export interface OutlinedLine {
  width: number;
  /** SVG of the line, its baseline's start at 0 0, to be scaled by the size of the font. */
  svg: string;
}

/** Outlines a line; what no face on board can draw is left out. */
export function outlineLine(text: string, weight: Weight): OutlinedLine {
  let width = 0;
  const parts: string[] = [];
  for (const { font, run } of runsOf(text, weight)) {
    const { glyphs, positions } = font.layout(run);
    const scale = 1 / font.unitsPerEm;
    glyphs.forEach(({ path }, index) => {
      const at = positions[index] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
      const outline = path.toSVG();
      const x = width + at.xOffset * scale;
      if (outline) {
        const place = `translate(${round(x)} ${round(-at.yOffset * scale)}) scale(${scale} -${scale})`;
        parts.push(`<path transform="${place}" d="${outline}"/>`);
      }
      width += at.xAdvance * scale;
    });
  }
  return { width, svg: parts.join("") };
}

const round = (value: number) => Number(value.toFixed(4));

/** Parts of a text that one face draws. */
function runsOf(text: string, weight: Weight): { font: ParsedFont; run: string }[] {
  const runs: { font: ParsedFont; run: string }[] = [];
  for (const character of text) {
    const before = runs.at(-1);
    const font = fontFor(character, weight, before?.font);
    if (!font) continue;
    if (before?.font === font) before.run += character;
    else runs.push({ font, run: character });
  }
  return runs;
}

function fontFor(character: string, weight: Weight, before: ParsedFont | undefined): ParsedFont | null {
  const code = character.codePointAt(0) ?? 0;
  if (before?.hasGlyphForCodePoint(code)) return before;
  for (const face of facesFor(character)) {
    const font = parsedFont(face, weight);
    if (font.hasGlyphForCodePoint(code)) return font;
  }
  return null;
}

/** Words of a text on as few lines as their width allows; a word that is wider stands alone. Width in ems. */
export function breakLines(text: string, weight: Weight, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : "";
    if (longer && outlineLine(longer, weight).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
