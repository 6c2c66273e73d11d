import { z } from "zod";

const LONGEST_TEXT = 200_000;

/** Links, one on each line; blank lines left out. */
const links = z
  .string()
  .max(20_000)
  .default("")
  .transform((all) => [...new Set(all.split(/\s+/).filter((each) => each !== ""))])
  .pipe(
    z
      .array(
        z.url({ protocol: /^https$/, error: "Use addresses that begin with https://, one on each line." }).max(500),
      )
      .max(20, "Use at most 20 links."),
  );

/** The words or links of a part, and how often it had been changed when the page read it. */
const partFields = {
  key: z.string().min(1),
  text: z
    .string()
    .max(LONGEST_TEXT, "This is too long to be kept.")
    .default("")
    .transform((text) => text.replaceAll("\r\n", "\n")),
  links,
  revision: z.coerce.number().int().min(0),
};

/** What a device sends by itself while somebody writes. */
export const autosaveForm = z.object({ text: partFields.text, links, revision: partFields.revision });

/** Everything that the page of a portfolio can post. */
export const portfolioPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save-part"), ...partFields }),
  z.object({
    intent: z.literal("add-file"),
    key: z.string().min(1),
    file: z.instanceof(File, { error: "Choose a file." }),
  }),
  z.object({ intent: z.literal("remove-file"), fileId: z.string().min(1) }),
  z.object({ intent: z.literal("drop-upload"), uploadId: z.string().min(1) }),
  z.object({
    intent: z.literal("submit"),
    faces: z.literal("on", { error: "Please check this first." }),
    names: z.literal("on", { error: "Please check this first." }),
    voices: z.literal("on", { error: "Please check this first." }),
    original: z.literal("on", { error: "Please agree to this first." }),
    forPractice: z.literal("on").optional(),
  }),
  z.object({ intent: z.literal("take-back") }),
  z.object({ intent: z.literal("abandon") }),
  z.object({ intent: z.literal("allow-practice") }),
  z.object({ intent: z.literal("end-practice") }),
]);
export type PortfolioPageForm = z.output<typeof portfolioPageForm>;

/** The button on the public page that begins a portfolio. */
export const startForm = z.object({ intent: z.literal("start") });
