import { bind, countPages } from "./bind.server";
import type { BindingJob, BoundPart } from "./bound-part";

/** Runs on a thread of its own: binds. */
export default async function run(job: BindingJob): Promise<Uint8Array> {
  return bind(job);
}

/** Runs on a thread of its own: counts. */
export async function count(parts: readonly BoundPart[]): Promise<number[]> {
  return countPages(parts);
}
