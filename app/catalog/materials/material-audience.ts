/** For whom a material is: everybody who sees the offering, or those who have a seat in it. */
export const MATERIAL_AUDIENCES = ["everyone", "seat"] as const;
export type MaterialAudience = (typeof MATERIAL_AUDIENCES)[number];

/** Each of them in words. */
export const MATERIAL_AUDIENCE_LABELS: Record<MaterialAudience, string> = {
  everyone: "Everyone",
  seat: "Those with a seat",
};
