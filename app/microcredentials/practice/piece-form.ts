import { z } from "zod";

const submissionId = z.string().min(1);

/** What a coordinator can post about pieces of practice. */
export const pieceForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("choose"), submissionId }),
  z.object({ intent: z.literal("remove"), submissionId }),
  z.object({ intent: z.literal("propose") }),
]);
