import { drawDocument } from "./drawing.server";
import type { DrawingJob } from "./drawing-job";

/** Runs on a thread of the drawing pool: makes one file. */
export default async function draw(job: DrawingJob): Promise<Uint8Array> {
  return drawDocument(job);
}
