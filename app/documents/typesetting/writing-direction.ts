/** A stretch of text that is read in one direction. */
export interface Stretch {
  clusters: string[];
  rtl: boolean;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LEFT_TO_RIGHT = /[\p{L}\p{N}]/u;
const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Whether any of it is written from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

const REORDERED =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}]/u;

/** Whether its letters are drawn from right to left, or some of them before others that they are written after. */
export const isDrawnInAnotherOrder = (text: string): boolean => hasRightToLeft(text) || REORDERED.test(text);

/** The user-perceived characters of a text. */
export const clustersOf = (text: string): string[] => [...clusters.segment(text)].map(({ segment }) => segment);

/**
 * Cuts a line that is read from left to right as a whole into stretches of one direction, in the order in which they
 * stand on the page. What has no direction of its own, such as a space, goes from right to left only between two
 * stretches that do.
 */
export function stretchesOf(text: string): Stretch[] {
  const parts = clustersOf(text);
  const strong = parts.map((part) => (RIGHT_TO_LEFT.test(part) ? true : LEFT_TO_RIGHT.test(part) ? false : null));
  const stretches: Stretch[] = [];
  parts.forEach((part, index) => {
    const rtl = strong[index] ?? (nearest(strong, index, -1) && nearest(strong, index, 1));
    const last = stretches.at(-1);
    if (last?.rtl === rtl) last.clusters.push(part);
    else stretches.push({ clusters: [part], rtl });
  });
  return stretches;
}

function nearest(strong: (boolean | null)[], from: number, step: -1 | 1): boolean {
  for (let index = from + step; index >= 0 && index < strong.length; index += step) {
    const found = strong[index];
    if (found !== null && found !== undefined) return found;
  }
  return false;
}
