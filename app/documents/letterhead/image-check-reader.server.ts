import { checkImage, type ImageCheck } from "./image-check.server";

/** Runs in a process of its own: checks one picture; see platform/untrusted. */
export default function read(bytes: Uint8Array): ImageCheck {
  return checkImage(Buffer.from(bytes));
}
