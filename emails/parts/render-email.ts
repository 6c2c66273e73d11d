import { compile } from "html-to-text";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

// What react-email's toPlainText says, compiled once instead of for every message.
const toText = compile({
  wordwrap: false,
  selectors: [
    { selector: "img", format: "skip" },
    { selector: "a", options: { linkBrackets: false } },
    { selector: "h1", options: { uppercase: false } },
  ],
});

/** What stands before a message's heading is for mail programs: to read it would take a third of the time. */
const WHERE_TEXT_BEGINS = "<h1";

/** How a message looks and is laid out is most of it, and nothing of its text; quotes stand in tags alone, since text has them escaped. */
const LOOKS = / (?!href=)[a-z-]+="[^"]*"/g;

/**
 * Renders one message as HTML and as plain text: headings keep their case, links stand in full, lines are not broken.
 * Not react-email's own `render`: that one streams, and React 18's stream puts NUL bytes into text outside ASCII
 * wherever it crosses a buffer's end.
 */
export function renderEmail(message: ReactElement): { html: string; text: string } {
  const html = `<!DOCTYPE html>${renderToStaticMarkup(message)}`;
  return { html, text: toText(html.slice(html.indexOf(WHERE_TEXT_BEGINS)).replaceAll(LOOKS, "")) };
}
