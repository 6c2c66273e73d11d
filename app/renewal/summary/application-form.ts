import { z } from "zod";

/** The forms of the page on which an application is prepared. */
export const applicationForm = z.object({ intent: z.enum(["summary", "pack", "bound-pack"]) });
