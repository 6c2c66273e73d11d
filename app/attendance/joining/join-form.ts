import { z } from "zod";
import { device } from "~/attendance/roster/attendance-form";

/** What somebody who joins online posts: to be marked in, or only to be let in. */
export const joinForm = z.object({
  intent: z.enum(["mark", "forward"]),
  code: z.string().trim().max(20, "Enter the six characters that the facilitator shows.").default(""),
  ...device,
});
