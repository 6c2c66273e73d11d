import { type Face, FACES, facesFor, TEXT_FACES, type Weight } from "./faces.server";
import { parsedFont } from "./fonts.server";
import { prepare } from "./script-order";
import { clustersOf } from "./writing-direction";

/** What is drawn by nothing: joiners, marks of direction, selectors of variants. */
const UNDRAWN = /\p{Default_Ignorable_Code_Point}/u;
const MARK = /\p{M}/u;
const NOTDEF = 0;

const known = new Map<string, Face | null>();
const knownOfText = new Map<string, Face | null>();

/** Forgets which face draws what, so that memory stays bounded. */
export function forgetFaces(): void {
  known.clear();
  knownOfText.clear();
}

/** The faces that draw the clusters of a word: one for all of them where one can, so that letters join and look alike. */
export function facesOfWord(word: readonly string[], weight: Weight): Face[] {
  const own = word.map((cluster) => textFaceOf(cluster, weight));
  if (own.every((face) => face !== null)) return own;
  const first = word.find((_cluster, index) => own[index] === null) ?? "";
  const one = facesFor(baseOf(first)).find((face) => word.every((cluster) => drawsCluster(face, cluster, weight)));
  return word.map((cluster) => one ?? faceOf(cluster, weight) ?? FACES[0]);
}

/** The first face that draws a cluster whole; null where none on board does. */
export const faceOf = (cluster: string, weight: Weight): Face | null =>
  remember(known, cluster, weight, () => facesFor(baseOf(cluster)));

const textFaceOf = (cluster: string, weight: Weight): Face | null =>
  remember(knownOfText, cluster, weight, () => TEXT_FACES);

function remember(faces: typeof known, cluster: string, weight: Weight, list: () => readonly Face[]): Face | null {
  const key = `${weight} ${cluster}`;
  let face = faces.get(key);
  if (face === undefined) {
    face = list().find((each) => drawsCluster(each, cluster, weight)) ?? null;
    faces.set(key, face);
  }
  return face;
}

const baseOf = (cluster: string): string => [...cluster].find((character) => !UNDRAWN.test(character)) ?? " ";

/** Whether every character of a cluster has a glyph in a face, with rules that place its marks, and none is left a box. */
function drawsCluster(face: Face, cluster: string, weight: Weight): boolean {
  const characters = [...cluster].filter((character) => !UNDRAWN.test(character));
  const isMarked = characters.length > 1 && characters.some((character) => MARK.test(character));
  if (face.isPart && isMarked && TEXT_FACES.includes(face)) return false;
  if (!facesFor(characters[0] ?? " ").includes(face)) return false;
  const font = parsedFont(face, weight);
  if (!characters.every((character) => font.hasGlyphForCodePoint(character.codePointAt(0)!))) return false;
  return characters.length === 1 || isShaped(face, cluster, weight);
}

function isShaped(face: Face, cluster: string, weight: Weight): boolean {
  try {
    const { text, features } = prepare(drawable(cluster, face, weight));
    return parsedFont(face, weight)
      .layout(text, features)
      .glyphs.every(({ id }) => id !== NOTDEF);
  } catch {
    return false;
  }
}

/** A text without what a face has no glyph for and that is drawn by nothing anyway. */
export function drawable(text: string, face: Face, weight: Weight): string {
  if (!UNDRAWN.test(text)) return text;
  const font = parsedFont(face, weight);
  return [...text]
    .filter((character) => !UNDRAWN.test(character) || font.hasGlyphForCodePoint(character.codePointAt(0)!))
    .join("");
}

/** What of a text no font on board can draw, each once: documents show a box in its place. */
export function undrawableIn(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [];
  const clusters = clustersOf(text.normalize("NFC")).filter((cluster) => cluster.trim() !== "");
  return [...new Set(clusters)].filter(
    (cluster) => faceOf(cluster, "regular") === null || faceOf(cluster, "bold") === null,
  );
}
