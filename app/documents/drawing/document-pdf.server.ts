import PDFDocument from "pdfkit";
import { drawCredits, drawTotals } from "./credit-table.server";
import { attachData } from "~/documents/signing/data-attachment.server";
import { type DocumentParameters, sectionsAfter, sectionsBefore } from "~/documents/issuing/document-parameters";
import type { DrawingJob } from "./drawing-job";
import { drawForm } from "./form-body.server";
import { drawGrowthPlan } from "./growth-plan-body.server";
import { drawLetterhead } from "./letterhead.server";
import { drawFooters, PAGE, STYLES, type Sheet } from "./page.server";
import { drawParagraph } from "./prose.server";
import { reserveSignature } from "~/documents/signing/pdf-signature.server";
import { certificateSentence } from "~/documents/issuing/period-words";
import { dayOf } from "~/platform/format";
import { drawTranscriptSections } from "./section-table.server";
import { drawSignature } from "./signature.server";
import type { Tag } from "./tags.server";
import { Typesetter } from "~/documents/typesetting/typesetter.server";

/**
 * Draws a document (D2–D4) as a tagged PDF on US Letter (D6), with its data attached and room for the file's signature.
 * The same job gives the same bytes. Reads no clock and no database; rejects only when the font packages are missing.
 */
export async function renderDocument(job: DrawingJob): Promise<Buffer> {
  const composed = compose(job, false);
  // A form is one sheet, as whoever files it expects (D4).
  const fits = job.parameters.kind !== "registration-form" || composed.doc.bufferedPageRange().count === 1;
  const { doc, finished } = fits ? composed : compose(job, true);
  doc.end();
  return finished;
}

function compose({ parameters, issuedAt, seal, signature, key }: DrawingJob, isTight: boolean) {
  const { title, educator, provider, code } = parameters;
  const { doc, finished } = openPdf({
    title: `${title}: ${educator.legalName}`,
    author: provider.name,
    keywords: `Verification code ${code}`,
    madeAt: issuedAt,
  });
  const root = doc.struct("Document", { title: parameters.title });
  doc.addStructure(root);
  doc.addPage();
  const runningTitle = `${parameters.educator.legalName} · ${parameters.title} · code ${parameters.code}`;
  const sheet: Sheet = { doc, type: new Typesetter(doc), y: PAGE.top, runningTitle, seal, signature, isTight };

  drawLetterhead(sheet, root, parameters);
  drawBody(sheet, root, parameters);
  drawSignature(sheet, root, parameters);
  root.end();
  drawFooters(sheet, `Issued ${dayOf(parameters.issuedOn)} by ${parameters.provider.name} · code ${parameters.code}`);
  attachData(doc, parameters, { key, issuedAt });
  reserveSignature(doc, { signer: parameters.provider.name, signedAt: issuedAt });
  return { doc, finished };
}

function drawBody(sheet: Sheet, root: Tag, parameters: DocumentParameters): void {
  if (parameters.kind === "registration-form") return drawForm(sheet, root, parameters);
  if (parameters.kind === "growth-plan") return drawGrowthPlan(sheet, root, parameters);
  if (parameters.kind === "certificate") {
    sheet.y += 14;
    drawParagraph(sheet, root, certificateSentence(parameters), { ...STYLES.text, size: 12.5 });
  }
  drawTranscriptSections(sheet, root, sectionsBefore(parameters));
  drawCredits(sheet, root, parameters.lines);
  if (parameters.kind === "transcript" && parameters.lines.length > 0) drawTotals(sheet, root, parameters.lines);
  drawTranscriptSections(sheet, root, sectionsAfter(parameters));
}

/** What a reader of PDFs shows about a file. */
interface FileFacts {
  title: string;
  author: string;
  keywords: string;
  /** Epoch milliseconds. */
  madeAt: number;
}

/** A tagged PDF on US Letter (D6) without pages, and the whole of it once it is ended. */
export function openPdf({ title, author, keywords, madeAt }: FileFacts) {
  const doc = new PDFDocument({
    size: "LETTER",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Creator: "Hourbook",
      Keywords: keywords,
      CreationDate: new Date(madeAt),
    },
  });
  return { doc, finished: collect(doc) };
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}
