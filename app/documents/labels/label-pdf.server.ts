import PDFDocument from "pdfkit";
import { INK } from "~/documents/drawing/page.server";
import { artifact, group, spoken, type Tag, tagged } from "~/documents/drawing/tags.server";
import { type Style, Typesetter } from "~/documents/typesetting/typesetter.server";
import { drawQrPng } from "~/platform/text/qr-picture.server";
import { type Box, LABEL_STOCKS, placeLabels, WALLET } from "./label-sheet";

/** What stands on a badge or a card. */
export interface Label {
  name: string;
  /** Under the name; the first is the strongest. */
  lines: string[];
  /** A check-in pass, drawn as a QR code, with its short code; null for whoever has none. */
  pass: { text: string; code: string } | null;
}

interface Pages {
  title: string;
  author: string;
  /** Epoch milliseconds. */
  madeAt: number;
}

/** Pixels of a module: sharp at any size on paper. */
const QR_SCALE = 8;
const PAD = 11;
/** Its quiet zone, four modules wide, is part of the picture. */
const QR_SHARE = 0.6;

/** Draws name badges on a sheet of labels, from one of its labels on, as a tagged PDF on US Letter (D6). */
export function renderBadges(
  pages: Pages,
  labels: readonly Label[],
  { stock, startAt }: { stock: keyof typeof LABEL_STOCKS; startAt: number },
): Promise<Buffer> {
  const boxes = placeLabels(LABEL_STOCKS[stock], labels.length, startAt);
  return render(pages, (drawing) => {
    let page = -1;
    for (const [index, box] of boxes.entries()) {
      for (; page < box.page; page += 1) drawing.doc.addPage();
      drawLabel(drawing, box, labels[index]!);
    }
  });
}

/** Draws one card for a wallet with lines to cut along, on US Letter, in its own size. */
export function renderCard(pages: Pages, label: Label): Promise<Buffer> {
  const box = { page: 0, x: 54, y: 84, ...WALLET };
  return render(pages, (drawing) => {
    const { doc, type, root } = drawing;
    doc.addPage();
    const hint = "Print at 100 %, and cut along the line. Or show the code on your phone.";
    tagged(doc, root, "P", () => type.line(hint, box.x, 66, { size: 10, color: INK.soft }));
    artifact(doc, "Layout", () =>
      doc
        .lineWidth(0.5)
        .dash(3, { space: 3 })
        .strokeColor(INK.line)
        .rect(box.x, box.y, box.width, box.height)
        .stroke()
        .undash(),
    );
    drawLabel(drawing, box, label);
  });
}

interface Drawing {
  doc: PDFKit.PDFDocument;
  type: Typesetter;
  root: Tag;
}

function render({ title, author, madeAt }: Pages, draw: (drawing: Drawing) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: "LETTER", margin: 0, autoFirstPage: false, pdfVersion: "1.7", tagged: true, lang: "en-US" },
    displayTitle: true,
    info: { Title: title, Author: author, Creator: "Hourbook", CreationDate: new Date(madeAt) },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  const root = doc.struct("Document", { title });
  doc.addStructure(root);
  draw({ doc, type: new Typesetter(doc), root });
  root.end();
  doc.end();
  return finished;
}

/** The name across the whole width; below it the code at the right, and what else is to be said beside it. */
function drawLabel(drawing: Drawing, box: Box, { name, lines, pass }: Label): void {
  const { doc, type, root } = drawing;
  const part = group(doc, root, "Sect");
  const [left, right, bottom] = [box.x + PAD, box.x + box.width - PAD, box.y + box.height - PAD];
  const qr = pass ? Math.round(box.height * QR_SHARE) : 0;
  const nameHeight = box.height - 2 * PAD - (qr || box.height * 0.4);
  const { size, wrapped } = fitName(type, name, right - left, nameHeight);
  const nameStyle: Style = { size, weight: "bold", color: INK.text };
  wrapped.forEach((line, index) =>
    tagged(
      doc,
      part,
      "P",
      () => type.line(line, left, box.y + PAD + size * (0.82 + index * 1.12), nameStyle),
      spoken(line),
    ),
  );
  const top = box.y + PAD + Math.max(wrapped.length * size * 1.12, pass ? nameHeight : 0) + 4;
  drawLines(drawing, part, lines, { left, top, width: right - left - qr, bottom: pass ? bottom - 14 : bottom });
  if (pass) drawPass(drawing, part, pass, { x: right - qr + PAD / 2, y: bottom - qr + PAD / 2, qr, left, bottom });
  part.end();
}

function drawPass(
  { doc, type }: Drawing,
  part: Tag,
  { text, code }: { text: string; code: string },
  { x, y, qr, left, bottom }: { x: number; y: number; qr: number; left: number; bottom: number },
): void {
  const alt = `QR code of the check-in pass ${code}`;
  const draw = () => void doc.image(drawQrPng(text, QR_SCALE), x, y, { width: qr });
  tagged(doc, part, "Figure", draw, { alt, bbox: [x, y, x + qr, y + qr] });
  tagged(doc, part, "P", () => type.line(code, left, bottom - 1, { size: 10.5, weight: "bold", color: INK.text }));
}

/** The largest size, of at most 26 points, in which a name fits into two lines; the smallest cuts it. */
function fitName(type: Typesetter, name: string, width: number, height: number) {
  for (let size = 26; size > 9; size -= 1) {
    const wrapped = type.wrap(name, width, { size, weight: "bold" });
    if (wrapped.length <= 2 && wrapped.length * size * 1.12 <= height) return { size, wrapped };
  }
  const [first = "", second] = type.wrap(name, width, { size: 9, weight: "bold" });
  return { size: 9, wrapped: second === undefined ? [first] : [first, second] };
}

function drawLines(
  { doc, type }: Drawing,
  part: Tag,
  lines: readonly string[],
  { left, top, width, bottom }: { left: number; top: number; width: number; bottom: number },
): void {
  let y = top;
  for (const [index, text] of lines.entries()) {
    const style: Style = index === 0 ? { size: 9.5, color: INK.text } : { size: 8.5, color: INK.soft };
    const leading = style.size * 1.3;
    const room = Math.min(3, Math.floor((bottom - y) / leading));
    for (const line of cutLines(type.wrap(text, width, style), room)) {
      const baseline = y + style.size;
      tagged(doc, part, "P", () => type.line(line, left, baseline, style), spoken(line));
      y += leading;
    }
    y += 2;
  }
}

/** The first lines of a text; where some are left out, the last of them says so. */
function cutLines(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  return lines.slice(0, most).map((line, at) => (at === most - 1 ? `${line.replace(/[\s\-–—:,]+$/, "")} …` : line));
}
