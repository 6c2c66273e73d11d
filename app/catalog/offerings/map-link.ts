import type { Modality } from "./offering-state";

interface Placed {
  modality: Modality;
  address: string | null;
  mapLink: string | null;
}

/**
 * Where a map of an offering's place is: the link that was given, or else a search for the address on OpenStreetMap. Null
 * where there is no way to go. It is a link and never a picture, so nobody's visit is told to another site unasked.
 */
export function mapLinkOf({ modality, address, mapLink }: Placed): string | null {
  if (mapLink) return mapLink;
  if (modality === "online" || !address) return null;
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
}
