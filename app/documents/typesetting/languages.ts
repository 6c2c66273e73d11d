/** A part of a line in one language; null for the document's own, which is English. */
export interface LanguagePart {
  text: string;
  language: string | null;
}

/** By what a word is known to be in another language, and its code; the first that fits. */
const KNOWN: [RegExp, string][] = [
  [/[\u019B\u026C\u02B7\u0294\u0295]|[cxqkptlmnw][\u0313\u0315\u030C]|[xq]\u0323/u, "lut"],
  [/[ĻļŅņ]|[MmNnOoLl]\u0327|[Nn]\u0304/u, "mh"],
  [/[\u1EA0-\u1EF9\u01A0\u01A1\u01AF\u01B0]/u, "vi"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Syriac}/u, "syr"],
  [/\p{Script=Thaana}/u, "dv"],
  [/\p{Script=Devanagari}/u, "hi"],
  [/\p{Script=Gurmukhi}/u, "pa"],
  [/\p{Script=Gujarati}/u, "gu"],
  [/\p{Script=Bengali}/u, "bn"],
  [/\p{Script=Tamil}/u, "ta"],
  [/\p{Script=Telugu}/u, "te"],
  [/\p{Script=Kannada}/u, "kn"],
  [/\p{Script=Malayalam}/u, "ml"],
  [/\p{Script=Sinhala}/u, "si"],
  [/\p{Script=Khmer}/u, "km"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Lao}/u, "lo"],
  [/\p{Script=Myanmar}/u, "my"],
  [/\p{Script=Tibetan}/u, "bo"],
  [/\p{Script=Armenian}/u, "hy"],
  [/\p{Script=Georgian}/u, "ka"],
  [/\p{Script=Ethiopic}/u, "am"],
  [/\p{Script=Cherokee}/u, "chr"],
  [/\p{Script=Canadian_Aboriginal}/u, "iu"],
  [/\p{Script=Hangul}/u, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Han}/u, "zh"],
  [/[ҐґЄєІіЇї]/u, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Greek}/u, "el"],
];

const FOREIGN =
  /[^\p{ASCII}\u0080-\u024F\u2000-\u206F\u20A0-\u20CF\u2100-\u2BFF]|[\u01A0\u01A1\u01AF\u01B0\u019BĻļŅņ]/u;

/** The language of a word by its letters alone; null where nothing says that it is not English. */
export function languageOf(word: string): string | null {
  if (!FOREIGN.test(word)) return null;
  return KNOWN.find(([letters]) => letters.test(word))?.[1] ?? null;
}

/** Whether a word is a further part of a name in Latin letters that are known: "Ánh" after "Nguyễn Thị". */
function goesOn(last: LanguagePart | undefined, word: string): boolean {
  const isName = last?.language === "vi" || last?.language === "mh" || last?.language === "lut";
  return isName && !/[.,;:]\s*$/.test(last.text) && /^[\p{Lu}\p{M}]/u.test(word) && languageOf(word) === null;
}

/** A line as parts of one language each, in their order: words of one language and the spaces between them are one part. */
export function languageParts(line: string): LanguagePart[] {
  if (!FOREIGN.test(line)) return [{ text: line, language: null }];
  const parts: LanguagePart[] = [];
  for (const word of line.match(/\s+|\S+/gu) ?? []) {
    const last = parts.at(-1);
    const language = word.trim() === "" || goesOn(last, word) ? (last?.language ?? null) : languageOf(word);
    if (last && last.language === language) last.text += word;
    else parts.push({ text: word, language });
  }
  return parts;
}
