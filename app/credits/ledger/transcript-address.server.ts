import { origin } from "~/platform/env.server";

/** Where a person sees their transcript; every message about posted hours leads there. */
export const transcriptUrl = `${origin}/transcript`;
