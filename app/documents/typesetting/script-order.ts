/** Letters in the order in which they are drawn, and the rules of the font to draw them with. */
export interface Prepared {
  text: string;
  /** Asked of the font beside its usual rules; none for most scripts. */
  features: readonly string[];
}

const MYANMAR = /[\u1000-\u109F\uA9E0-\uA9FF\uAA60-\uAA7F]/;
const MYANMAR_FEATURES = ["rphf", "pref", "blwf", "pstf", "pres", "abvs", "blws", "psts"];
const LETTERS =
  "\\u1000-\\u102A\\u103F\\u104E\\u1050-\\u1055\\u105A-\\u105D\\u1061\\u1065\\u1066\\u106E-\\u1070\\u1075-\\u1081\\u108E\\uAA60-\\uAA6F\\uAA71-\\uAA76\\uAA7A";
const MARKS =
  "\\u102B-\\u1038\\u103A-\\u103E\\u1056-\\u1059\\u105E-\\u1060\\u1062-\\u1064\\u1067-\\u106D\\u1071-\\u1074\\u1082-\\u108D\\u108F\\u109A-\\u109D";
/** A syllable of Burmese: what stands above it, its letter, letters stacked under that, and signs around. */
const SYLLABLE = new RegExp(
  `((?:[\\u1004\\u101B\\u105A]\\u103A\\u1039)?)([${LETTERS}])((?:\\u1039[${LETTERS}])*)([${MARKS}]*)`,
  "gu",
);
const E = "\u1031";
const RA = "\u103C";
const BELOW = /[\u102F\u1030]/;
const ABOVE = /[\u1032\u1036]/;

/** Thai and Lao AM, with the tone before it: its ring stands under the tone. */
const AM: [RegExp, string][] = [
  [/([\u0E48-\u0E4B]*)\u0E33/gu, "\u0E4D$1\u0E32"],
  [/([\u0EC8-\u0ECB]*)\u0EB3/gu, "\u0ECD$1\u0EB2"],
];

/**
 * A text as fontkit has to be given it, where it does not know by itself what a script asks for: the order of Burmese
 * syllables, and the parts of AM in Thai and Lao. As HarfBuzz does it.
 */
export function prepare(text: string): Prepared {
  if (MYANMAR.test(text)) return { text: text.replace(SYLLABLE, orderSyllable), features: MYANMAR_FEATURES };
  return { text: AM.reduce((all, [am, parts]) => all.replace(am, parts), text), features: [] };
}

function orderSyllable(_all: string, over: string, letter: string, stack: string, marks: string): string {
  const before = [...marks].filter((mark) => mark === E);
  const around = [...marks].filter((mark) => mark === RA);
  const others = [...marks].filter((mark) => mark !== E && mark !== RA);
  const below = others.findIndex((mark) => BELOW.test(mark));
  if (below < 0) return [...before, ...around, letter, over, stack, ...others].join("");
  const after = others.slice(below);
  const early = after.filter((mark) => ABOVE.test(mark));
  const late = after.filter((mark) => !ABOVE.test(mark));
  return [...before, ...around, letter, over, stack, ...others.slice(0, below), ...early, ...late].join("");
}
