import { z } from "zod";
import { BASE, KEEP } from "./stale-form";

/** The fields by which a form that writes a whole row carries its version, and the choices after a collision. */
export const versionFields = {
  [BASE]: z.string().max(200_000).optional(),
  [KEEP]: z.record(z.string(), z.enum(["mine", "theirs"])).optional(),
} as const;
