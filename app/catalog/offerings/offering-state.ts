/** States of an offering. Approved before published (A1); only published and cancelled ones are public. */
export const OFFERING_STATES = ["draft", "approved", "published", "cancelled"] as const;
export type OfferingState = (typeof OFFERING_STATES)[number];

/** How people take part. */
export const MODALITIES = ["in-person", "online", "hybrid"] as const;
export type Modality = (typeof MODALITIES)[number];

/** Modalities in words. */
export const MODALITY_LABELS: Record<Modality, string> = {
  "in-person": "In person",
  online: "Online",
  hybrid: "Hybrid",
};

/** Pauses within a session: meals never count, breaks by the provider's policy (H1, H2). */
export const PAUSE_KINDS = ["meal", "break"] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];

/** For whom registration may open first: people of member districts, or of the host district. */
export const FIRST_AUDIENCES = ["members", "host"] as const;
export type FirstAudience = (typeof FIRST_AUDIENCES)[number];

/** Those for whom registration opens first, in words. */
export const FIRST_AUDIENCE_LABELS: Record<FirstAudience, string> = {
  members: "People of member districts",
  host: "People of the host district",
};
