import { z } from "zod";

/** Calls off what was started; `back` is the page from which it was called off. */
export const callOffForm = z.object({ id: z.string().max(64), back: z.string().max(2_000).optional() });
