import { FILE_REFUSALS, type FileRefusal } from "~/platform/files/file-refusal";

/** How many materials an offering may have. */
export const MOST_MATERIALS = 40;

/** Why a change of an offering's materials changed nothing. */
export type MaterialRefusal = FileRefusal | "unknown-material" | "too-many-materials" | "no-link" | "not-a-file";

/** Each refusal in plain words. */
export const MATERIAL_REFUSALS: Record<MaterialRefusal, string> = {
  ...FILE_REFUSALS,
  "unknown-material": "Somebody has taken this away meanwhile.",
  "too-many-materials": `An offering has at most ${MOST_MATERIALS} materials. Take one away first.`,
  "no-link": "Enter a web address that begins with https://.",
  "not-a-file": "This is a link. Change its address instead.",
};

/** The field that a refusal is about; undefined for the form as a whole. */
export function refusedMaterialField(reason: MaterialRefusal): string | undefined {
  if (Object.hasOwn(FILE_REFUSALS, reason)) return "file";
  return reason === "no-link" ? "link" : undefined;
}
