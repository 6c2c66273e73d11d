import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs one of poppler's tools on a PDF held in memory and returns what it prints. */
function poppler(tool: string, pdf: Buffer, args: string[], toStdout: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), "hourbook-pdf-"));
  try {
    const file = join(folder, "document.pdf");
    writeFileSync(file, pdf);
    return execFileSync(tool, [...args, file, ...(toStdout ? ["-"] : [])], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 256 * 1024 * 1024,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text as it lies on the pages, pages parted by a form feed. */
export const textOf = (pdf: Buffer) => poppler("pdftotext", pdf, ["-layout"], true);
/** Title, page count, page size, tagging. */
export const infoOf = (pdf: Buffer) => poppler("pdfinfo", pdf, [], false);
/** The structure tree with its text, in reading order. */
export const tagsOf = (pdf: Buffer) => poppler("pdfinfo", pdf, ["-struct-text"], false);
/** The same, where names in another language, which are tags within a tag, are a part of its text. */
export const structureOf = (pdf: Buffer) =>
  tagsOf(pdf)
    .replace(/\n *Span \(inline\)(?=\n)/g, "")
    .replace(/"\n *"/g, "");
/** One line for each font: name, type, encoding, embedded, subset, unicode. */
export const fontsOf = (pdf: Buffer) => poppler("pdffonts", pdf, [], false);

/** What poppler's tool says of the signatures in a file. */
export const signaturesOf = (pdf: Buffer) => poppler("pdfsig", pdf, ["-nocert"], false);
/** The attached file of a name. */
export function attachmentOf(pdf: Buffer, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "hourbook-pdf-"));
  try {
    const target = join(folder, "attachment");
    poppler("pdfdetach", pdf, ["-savefile", name, "-o", target], false);
    return readFileSync(target, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface Box {
  page: number;
  word: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Every word with the box it fills, in points. */
export function wordsOf(pdf: Buffer): Box[] {
  const pages = poppler("pdftotext", pdf, ["-bbox"], true).split("<page ").slice(1);
  return pages.flatMap((page, index) =>
    [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(
      ([, left, top, right, bottom, word]) => ({
        page: index + 1,
        word: word ?? "",
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }),
    ),
  );
}

/** Pairs of words of one page whose boxes share more than a sliver. */
export function overlapsIn(words: Box[]): [Box, Box][] {
  const found: [Box, Box][] = [];
  const pages = new Set(words.map((word) => word.page));
  for (const page of pages) {
    const boxes = words.filter((word) => word.page === page);
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Boxes are as high as the font's ascent and descent, which reach past the letters and into the next line.
        if (across > 1 && down > 4) found.push([a, b]);
      }
    });
  }
  return found;
}
