import { groupCode } from "~/documents/issuing/document-code";

/** A page that a code opens, in an address as it is copied: with what was appended on its way, in brackets, at the end of a sentence. */
const ADDRESS = /\/(?:verify|awards|badges)\/([A-Za-z0-9-]{10,60})\/?(?:[?#]\S*)?[.,;:>)\]"'”’]*$/;

/** The code in the address of a public page, on whatever site, as a QR code or somebody's clipboard holds it; null for anything else. */
export function codeInAddress(text: string): string | null {
  const code = ADDRESS.exec(text.trim())?.[1];
  return (code !== undefined && groupCode(code)) || null;
}
