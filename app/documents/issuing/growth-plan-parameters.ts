import { z } from "zod";
import { LONGEST_FULL_NAME } from "~/people/names/name-limit";
import { LONGEST_PLAN_TEXT, MOST_PLAN_FILES } from "./document-limits";
import { digest, isoDate, sharedParameters, transcriptLine } from "./transcript-parameters";

/** A professional growth plan as its reviewer signed it (N1). It holds no clock hours. */
export const growthPlanParameters = z.object({
  ...sharedParameters,
  kind: z.literal("growth-plan"),
  /** From July to June, ready to read: "2025–26". */
  year: z.string().min(1).max(20),
  completedOn: isoDate,
  /** The topics that it has as a goal (N3), in words. */
  topics: z.array(z.string().min(1).max(60)).max(10),
  texts: z.array(z.object({ heading: z.string().min(1).max(60), text: z.string().max(LONGEST_PLAN_TEXT) })).max(10),
  /** Each by its digest, so that it is known whether a file is still the same. */
  evidence: z.array(z.object({ name: z.string().min(1).max(200), sha256: digest })).max(MOST_PLAN_FILES),
  reviewer: z.object({
    legalName: z.string().min(1).max(LONGEST_FULL_NAME),
    certificateNumber: z.string().min(1).max(40),
    signedOn: isoDate,
  }),
  lines: z.array(transcriptLine).max(0),
});

export type GrowthPlanParameters = z.infer<typeof growthPlanParameters>;
