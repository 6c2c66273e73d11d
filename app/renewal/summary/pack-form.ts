import { z } from "zod";

/** How the documents of a cycle are wanted: as a ZIP of the files, or as one PDF. */
export const packForm = z.object({ as: z.enum(["zip", "pdf"]) });
export type PackForm = z.infer<typeof packForm>;
