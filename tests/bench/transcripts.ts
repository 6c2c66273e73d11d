import { drawDocument } from "~/documents/drawing/drawing.server";
import { jobFor } from "../documents/drawing/drawn";
import { sampleTranscript } from "../documents/drawing/transcript-sample";
import { drawBare } from "./bare-document";
import { compare } from "./compare";
import { placedTexts } from "./placed-texts";

/** Transcripts of one and of 20 pages, tagged and signed, against a bare PDFKit script with the same text and fonts. */
export async function run(): Promise<void> {
  for (const [name, lines] of [
    ["one page", 1],
    ["20 pages", 176],
  ] as const) {
    const job = await jobFor(sampleTranscript(lines));
    const texts = await placedTexts(() => drawDocument(job));
    await compare({
      name: `A signed transcript of ${name} (${texts.at(-1)!.page + 1}), ${lines} lines`,
      against: "floor: bare pdfkit, the same text in the same two fonts",
      rounds: 15,
      aim: 0.9,
      floor: () => drawBare(texts),
      ours: () => drawDocument(job),
    });
  }
}
