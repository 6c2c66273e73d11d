import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type Weight = "regular" | "bold";

/** One embedded font file per weight, for a part of Unicode. */
export interface Face {
  name: string;
  files: Record<Weight, string>;
  /** Only characters of these scripts are looked for in it, so that no other file is read for them. */
  scripts: RegExp;
  /** A part of a font cut up for the web: marks may stand in another part, from which none can be placed on its letters. */
  isPart?: true;
  /** Of a part that is one of a hundred: the characters that it has, so that not all are read to find one. */
  ranges?: readonly (readonly [number, number])[];
}

const ANY = /./su;

function part(font: string, subset: string, scripts: RegExp): Face {
  const file = (weight: number) => `@fontsource/${font}/files/${font}-${subset}-${weight}-normal.woff`;
  return { name: `${font}-${subset}`, files: { regular: file(400), bold: file(700) }, scripts, isPart: true };
}

/** A font as its makers give it, with every mark and every rule for placing it. */
function whole(font: string, name: string, scripts: RegExp): Face {
  const file = (weight: string) => `@expo-google-fonts/${font}/${weight}/${name}_${weight}.ttf`;
  return { name: font, files: { regular: file("400Regular"), bold: file("700Bold") }, scripts };
}

const of = (script: string): RegExp => new RegExp(`[\\p{Script_Extensions=${script}}]`, "u");
const notos = (font: string, name: string, script: string) => whole(`noto-sans-${font}`, `NotoSans${name}`, of(script));

const HAN = /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]/u;

/** What most of every document is set in. */
export const TEXT_FACES: readonly [Face, ...Face[]] = [
  part("public-sans", "latin", ANY),
  part("public-sans", "vietnamese", ANY),
  part("public-sans", "latin-ext", ANY),
];

export const EMOJI_FACE = whole("noto-emoji", "NotoEmoji", /[\p{Emoji}\p{Script=Common}]/u);

/** Fonts of other scripts, and of what the text's own lacks. A new script is a new entry. */
const OTHER_FACES: readonly Face[] = [
  whole(
    "noto-sans",
    "NotoSans",
    /[\p{Script_Extensions=Latin}\p{Script_Extensions=Cyrillic}\p{Script_Extensions=Greek}\p{Script=Common}\p{Script=Inherited}]/u,
  ),
  part("noto-sans-arabic", "arabic", of("Arabic")),
  part("noto-sans-ethiopic", "ethiopic", of("Ethiopic")),
  notos("hebrew", "Hebrew", "Hebrew"),
  notos("devanagari", "Devanagari", "Devanagari"),
  notos("gurmukhi", "Gurmukhi", "Gurmukhi"),
  notos("gujarati", "Gujarati", "Gujarati"),
  notos("bengali", "Bengali", "Bengali"),
  notos("tamil", "Tamil", "Tamil"),
  notos("telugu", "Telugu", "Telugu"),
  notos("kannada", "Kannada", "Kannada"),
  notos("malayalam", "Malayalam", "Malayalam"),
  notos("sinhala", "Sinhala", "Sinhala"),
  notos("khmer", "Khmer", "Khmer"),
  notos("thai", "Thai", "Thai"),
  notos("lao", "Lao", "Lao"),
  notos("myanmar", "Myanmar", "Myanmar"),
  whole("noto-serif-tibetan", "NotoSerifTibetan", of("Tibetan")),
  notos("armenian", "Armenian", "Armenian"),
  notos("georgian", "Georgian", "Georgian"),
  notos("syriac", "Syriac", "Syriac"),
  notos("thaana", "Thaana", "Thaana"),
  notos("cherokee", "Cherokee", "Cherokee"),
  notos("canadian-aboriginal", "CanadianAboriginal", "Canadian_Aboriginal"),
  part("noto-sans-tc", "chinese-traditional", HAN),
  part("noto-sans-sc", "chinese-simplified", HAN),
  part("noto-sans-kr", "korean", /[\p{Script_Extensions=Hangul}\p{Script_Extensions=Han}]/u),
  ...numbered("noto-sans-tc"),
  ...numbered("noto-sans-sc"),
  EMOJI_FACE,
];

/** In order of preference. */
export const FACES: readonly [Face, ...Face[]] = [...TEXT_FACES, ...OTHER_FACES];

/** The faces in which a character is looked for, in order of preference. */
export function facesFor(character: string): Face[] {
  const code = character.codePointAt(0) ?? 0;
  return FACES.filter(
    ({ scripts, ranges }) =>
      scripts.test(character) && (!ranges || ranges.some(([from, to]) => from <= code && code <= to)),
  );
}

/** The rare characters of a large font, in a hundred small files. */
function numbered(font: string): Face[] {
  const file = createRequire(import.meta.url).resolve(`@fontsource/${font}/unicode.json`);
  const listed = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return Object.entries(listed).flatMap(([subset, ranges]) => {
    const number = /^\[(\d+)\]$/.exec(subset)?.[1];
    return number ? [{ ...part(font, number, HAN), ranges: ranges.split(",").map(readRange) }] : [];
  });
}

function readRange(range: string): [number, number] {
  const [from = "", to = from] = range.replace(/^U\+/i, "").split("-");
  return [parseInt(from, 16), parseInt(to, 16)];
}
