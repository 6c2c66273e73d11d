import { MODALITY_LABELS, type Modality } from "./offering-state";

/** Where and how on one line, without saying "Online" twice. */
export function placeInWords(place: string, modality: Modality): string {
  const how = MODALITY_LABELS[modality];
  return place.toLowerCase() === how.toLowerCase() ? how : `${place} · ${how}`;
}
