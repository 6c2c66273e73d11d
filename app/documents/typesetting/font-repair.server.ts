import type { ParsedFont } from "./fonts.server";

interface Anchored {
  markAnchor: unknown;
}

/** The parts of a parsed font that replace and place glyphs; its types leave them out. */
interface WithEngine {
  _layoutEngine?: {
    engine?: {
      GPOSProcessor?: { applyAnchor(mark: Anchored, base: unknown, index: number): void } | null;
      GSUBProcessor?: { glyphs: readonly unknown[]; applyLookup(type: number, table: unknown): unknown } | null;
    } | null;
  };
}

/** No script makes more glyphs of a character; what goes on making them never ends. */
const MOST_GLYPHS = { each: 8, atLeast: 40 };

class Endless extends Error {}

/**
 * Mends what fontkit does wrong with fonts on board, so that a name can neither fail a document nor hang a process: a letter
 * without the anchor of a mark, as OpenType allows (there the mark stays where its own shape puts it), and rules of Burmese
 * that it applies again and again to what they have made (then those are left out).
 */
export function repairFont<Font extends ParsedFont>(font: Font): Font {
  const engine = (font as unknown as WithEngine)._layoutEngine?.engine;
  const { GPOSProcessor: places, GSUBProcessor: replaces } = engine ?? {};
  if (places) {
    const plain = places.applyAnchor.bind(places);
    places.applyAnchor = (mark, base, index) => {
      if (base && mark.markAnchor) plain(mark, base, index);
    };
  }
  if (!replaces) return font;
  let most = Infinity;
  const apply = replaces.applyLookup.bind(replaces);
  replaces.applyLookup = (type, table) => {
    if (replaces.glyphs.length > most) throw new Endless("A font's rules go on making glyphs.");
    return apply(type, table);
  };
  const plain = font.layout.bind(font);
  font.layout = (text, features, ...others: unknown[]) => {
    most = text.length * MOST_GLYPHS.each + MOST_GLYPHS.atLeast;
    try {
      return plain(text, features, ...others);
    } catch (error) {
      if (!(error instanceof Endless) || !features?.length) throw error;
      return plain(text, [], ...others);
    }
  };
  return font;
}
