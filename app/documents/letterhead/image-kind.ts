/** D2: pictures of a provider that its documents show. */
export const IMAGE_KINDS = ["seal", "signature"] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** Formats that a provider may upload. */
export const IMAGE_TYPES = ["image/svg+xml", "image/png"] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** A picture as documents draw it: its format and its bytes. */
export interface ProviderImage {
  mediaType: ImageType;
  bytes: Uint8Array;
}
