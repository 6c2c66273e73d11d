import { z } from "zod";
import { TIME_ZONES } from "~/platform/time/time-zone";

/** What a page of reports posts besides a file. */
const about = { report: z.string().min(1).max(64) };

/** "ID|who" for whom somebody is, "out|who" for left out, "forget|who"; empty where nothing was chosen. */
const decision = z
  .string()
  .max(500)
  .transform((text) => {
    const [said = "", ...who] = text.split("|");
    const personId = said === "forget" ? null : said === "out" ? "" : said;
    return { who: who.join("|"), personId };
  });

/** The forms of a session's page of attendance reports. */
export const reportForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("upload"),
    file: z.array(z.instanceof(File)).max(10, "Ten files at once at most.").default([]),
  }),
  z.object({
    intent: z.literal("read-as"),
    ...about,
    timeZone: z.enum(TIME_ZONES, "Choose a time zone."),
    dateOrder: z
      .enum(["month-first", "day-first"])
      .optional()
      .transform((order) => order ?? null),
  }),
  z.object({ intent: z.literal("drop"), ...about }),
  z.object({
    intent: z.literal("match"),
    decision: z
      .array(decision)
      .max(2_000)
      .default([])
      .transform((decisions) => decisions.filter(({ who }) => who !== "")),
  }),
  z.object({
    intent: z.literal("apply"),
    ...about,
    vouched: z.array(z.string().max(64)).max(2_000).default([]),
    reason: z.string().trim().max(300).optional(),
  }),
  z.object({
    intent: z.literal("take-back"),
    ...about,
    reason: z.string({ error: "Say why." }).trim().min(3, "Say why, in a few words.").max(300),
  }),
]);
export type ReportForm = z.output<typeof reportForm>;
