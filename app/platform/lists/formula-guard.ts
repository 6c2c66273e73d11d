/** What a spreadsheet takes for the beginning of a formula, after any apostrophes that stand before it. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * S3: a text with an apostrophe before it where a spreadsheet would run it as a formula. A text that begins with an apostrophe
 * and then so gets one more, so that taking one away always gives the text as it was.
 */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before `guardFormula`: of what begins with an apostrophe and then like a formula, one apostrophe goes. */
export const unguardFormula = (text: string): string => (/^'/.test(text) && FORMULA.test(text) ? text.slice(1) : text);
