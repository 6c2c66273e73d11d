import { Resvg } from "@resvg/resvg-js";
import { breakLines, outlineLine } from "./text-outline.server";
import { type PictureWords, pictureTone, SHARE_CARD } from "./badge-picture";

const SIZE = 600;
const MIDDLE = SIZE / 2;

interface Block {
  text: string;
  weight: "regular" | "bold";
  /** Sizes to try, largest first, in pixels; the last one is taken whatever comes. */
  sizes: readonly number[];
  width: number;
  mostLines: number;
}

/** The badge of a micro-credential: drawn from its words alone, the same wherever it is opened. */
export function drawBadge(words: PictureWords): string {
  const { ring, field, light } = pictureTone(words.id);
  const title = fit({ text: words.title, weight: "bold", sizes: [62, 54, 46, 40, 34, 28], width: 420, mostLines: 4 });
  const provider = fit({ text: words.provider, weight: "regular", sizes: [28, 24, 20], width: 330, mostLines: 2 });
  const level = outlineLine(words.level.toUpperCase(), "bold");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" role="img" aria-labelledby="badge-title badge-words">`,
    `<title id="badge-title">${escapeXml(words.title)}</title>`,
    `<desc id="badge-words">${escapeXml(`${words.level} of ${words.provider}`)}</desc>`,
    `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="296" fill="${ring}"/>`,
    `<g fill="${light}">${ticks()}</g>`,
    `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="256" fill="${field}" stroke="${light}" stroke-width="4"/>`,
    placed(level.svg, { x: MIDDLE - (level.width * 22) / 2, y: 148, size: 22, fill: light }),
    `<path d="M232 172h136" stroke="${light}" stroke-width="3" fill="none"/>`,
    centred(title, { middle: 296, fill: "#ffffff" }),
    centred(provider, { middle: 442, fill: light }),
    `<path d="M274 514l17 17 33-36" stroke="${light}" stroke-width="9" stroke-linecap="round" stroke-linejoin="round" fill="none"/>`,
    "</svg>",
  ].join("");
}

/** A badge beside its words, in the size in which social networks show what is linked. */
export function drawShareCard(words: PictureWords): string {
  const { width, height } = SHARE_CARD;
  const { ring } = pictureTone(words.id);
  const title = fit({ text: words.title, weight: "bold", sizes: [64, 54, 46, 40], width: 560, mostLines: 4 });
  const holder = fit({
    text: words.holder ?? words.provider,
    weight: "regular",
    sizes: [36, 30],
    width: 560,
    mostLines: 2,
  });
  const provider = fit({ text: words.provider, weight: "regular", sizes: [28, 24], width: 560, mostLines: 2 });
  const badge = drawBadge(words)
    .replace(/^<svg [^>]*>/, "")
    .replace(/<\/svg>$/, "");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/><rect width="${width}" height="14" fill="${ring}"/>`,
    `<g transform="translate(50 75) scale(0.8)">${badge}</g>`,
    stacked(title, { x: 590, top: 190, fill: "#1b1f24" }),
    stacked(provider, { x: 590, top: 560 - (provider.lines.length - 1) * provider.size * LEADING, fill: "#4a5360" }),
    stacked(holder, { x: 590, top: 210 + title.lines.length * title.size * LEADING, fill: "#4a5360" }),
    "</svg>",
  ].join("");
}

/** A picture as PNG, so many pixels wide. */
export function renderPng(svg: string, width: number): Buffer {
  const picture = new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } });
  return picture.render().asPng();
}

const LEADING = 1.15;

interface Fitted {
  size: number;
  lines: { width: number; svg: string }[];
}

function fit({ text, weight, sizes, width, mostLines }: Block): Fitted {
  for (const size of sizes) {
    const isLast = size === sizes.at(-1);
    const lines = breakLines(text, weight, width / size).map((line) => outlineLine(line, weight));
    const fits = lines.length <= mostLines && lines.every((line) => line.width * size <= width);
    if (fits || isLast) return { size: fits ? size : shrunk(lines, { size, width, mostLines }), lines };
  }
  return { size: 0, lines: [] };
}

/** What does not fit at the smallest size gets smaller still, rather than being cut. */
function shrunk(
  lines: { width: number }[],
  { size, width, mostLines }: Pick<Block, "width" | "mostLines"> & { size: number },
) {
  const widest = Math.max(...lines.map((line) => line.width));
  return Math.min(size, width / widest, (size * mostLines) / lines.length);
}

function centred({ size, lines }: Fitted, { middle, fill }: { middle: number; fill: string }): string {
  const top = middle - ((lines.length - 1) * size * LEADING) / 2 + size * 0.35;
  return lines
    .map(({ width, svg }, index) =>
      placed(svg, { x: MIDDLE - (width * size) / 2, y: top + index * size * LEADING, size, fill }),
    )
    .join("");
}

function stacked({ size, lines }: Fitted, { x, top, fill }: { x: number; top: number; fill: string }): string {
  return lines.map(({ svg }, index) => placed(svg, { x, y: top + index * size * LEADING, size, fill })).join("");
}

const placed = (svg: string, { x, y, size, fill }: { x: number; y: number; size: number; fill: string }) =>
  `<g fill="${fill}" transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${size.toFixed(3)})">${svg}</g>`;

/** Sixty marks around the edge: a clock's. */
function ticks(): string {
  return Array.from({ length: 60 }, (_, index) => {
    const long = index % 5 === 0;
    return `<rect x="${MIDDLE - 2}" y="12" width="4" height="${long ? 22 : 10}" rx="2" transform="rotate(${index * 6} ${MIDDLE} ${MIDDLE})"/>`;
  }).join("");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- XML cannot hold them
  return text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "").replaceAll(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}
