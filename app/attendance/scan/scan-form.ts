import { z } from "zod";
import { SCAN_DIRECTIONS } from "./scan-outcome";

/** A pass that a scanner typed into the search of a roster, or the short code of somebody on it. */
export const scanFields = {
  intent: z.literal("scan"),
  scanned: z.string({ error: "Scan a pass." }).trim().min(1, "Scan a pass.").max(400),
  direction: z.enum(SCAN_DIRECTIONS).default("arriving"),
};
