import { toPlainText } from "@react-email/components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/**
 * Renders one message as HTML and as plain text: headings keep their case, links stand in full, lines are not broken.
 * Not react-email's own `render`: that one streams, and React 18's stream puts NUL bytes into text outside ASCII
 * wherever it crosses a buffer's end.
 */
export function renderEmail(message: ReactElement): { html: string; text: string } {
  const html = `<!DOCTYPE html>${renderToStaticMarkup(message)}`;
  const text = toPlainText(html, { selectors: [{ selector: "h1", options: { uppercase: false } }] });
  return { html, text };
}
