import PDFDocument from "pdfkit";
import { renderTranscript } from "~/documents/transcript-pdf.server";
import { sampleTranscript } from "../documents/transcript-sample";
import { compare } from "./compare";

/** A transcript of ours against a bare pdfkit script that writes the same lines without tags, table or fonts. */
export async function run(): Promise<void> {
  for (const lines of [10, 200]) {
    const parameters = sampleTranscript(lines);
    await compare({
      name: `A transcript of ${lines} lines`,
      against: "floor: bare pdfkit, the same text",
      rounds: 9,
      aim: 0.5,
      floor: () => bare(parameters),
      ours: () => renderTranscript(parameters),
    });
  }
}

function bare(parameters: ReturnType<typeof sampleTranscript>): Promise<Buffer> {
  const doc = new PDFDocument({ size: "LETTER" });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve) => doc.on("end", () => resolve(Buffer.concat(chunks))));
  doc
    .fontSize(18)
    .text(parameters.title)
    .fontSize(9)
    .text(parameters.educator.certificateNumber ?? "");
  for (const line of parameters.lines) {
    const { completedOn, courseTitle, inServiceNumber, providerName, minutes } = line;
    doc
      .text(completedOn)
      .text(courseTitle)
      .text(inServiceNumber)
      .text(providerName)
      .text(String(minutes / 60));
  }
  doc.end();
  return finished;
}
