import { renderDocument } from "./document-pdf.server";
import type { DrawingJob } from "./drawing-job";
import { signFile } from "~/documents/signing/pdf-signature.server";

/** Makes the file of a document: drawn, its data attached, signed (D5). The same job gives the same bytes. */
export async function drawDocument(job: DrawingJob): Promise<Buffer> {
  return signFile(await renderDocument(job), job.key);
}
