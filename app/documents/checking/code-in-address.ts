import { groupCode } from "~/documents/issuing/document-code";

/** The code in what a QR code holds: the address of a public page, on whatever site; null for anything else. */
export function codeInAddress(text: string): string | null {
  const code = /\/verify\/([A-Za-z0-9-]{10,60})\/?$/.exec(text.trim())?.[1];
  return (code !== undefined && groupCode(code)) || null;
}
