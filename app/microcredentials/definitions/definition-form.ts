import { z } from "zod";
import { requiredText, wholeNumber } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { EVIDENCE_KINDS } from "./definition";
import { parseAlignment } from "./definition-draft";

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Use at most ${longest.toLocaleString("en-US")} characters.`)
    .default("");

/** A text of several lines as a list, blank lines left out. */
const lines = (most: number, longest: number) =>
  text(most * longest)
    .transform((all) =>
      all
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .pipe(
      z
        .array(z.string().max(longest, `Use at most ${longest} characters on each line.`))
        .max(most, `Write at most ${most} lines.`),
    );

const standards = lines(20, 600).transform((all, context) =>
  all.flatMap((line, index) => {
    const alignment = parseAlignment(line);
    if (alignment) return [alignment];
    context.addIssue({
      code: "custom",
      message: `Line ${index + 1} needs a code, a name and an address that begins with https://, with semicolons between them.`,
    });
    return [];
  }),
);

/** Clock hours in minutes: whole or half hours; 0 where nothing is asked for. */
const hours = z
  .string()
  .trim()
  .default("")
  .transform((typed) => (typed === "" ? 0 : Number(typed.replace(",", ".")) * 60))
  .pipe(
    z
      .number({ error: "Enter hours as a number, such as 7.5." })
      .min(0, "Enter hours as a number, such as 7.5.")
      .max(100 * 60, "Ask for at most 100 hours.")
      .multipleOf(30, "Ask for whole or half hours."),
  );

const years = z
  .string()
  .trim()
  .default("")
  .transform((typed) => (typed === "" ? null : Number(typed)))
  .pipe(
    z.number({ error: "Use a whole number." }).int("Use a whole number.").min(1, "Use at least 1.").max(20).nullable(),
  );

/** What a coordinator writes of a micro-credential itself. */
const definitionFields = {
  programArea: requiredText("Choose a program area.", 40),
  title: requiredText("Enter the title.", 120),
  competency: requiredText("Say in one sentence what somebody who holds it can do.", 300),
  method: text(2000),
  importance: text(3000),
  sources: lines(20, 400),
  audience: text(300),
  audiences: z.array(z.string()).max(20, "Choose at most 20.").default([]),
  example: text(5000),
  alignment: standards,
  promisedDays: wholeNumber("Enter how many days.", 1, 180),
  hours,
  validYears: years,
  secondEvery: wholeNumber("Enter a whole number.", 1, 100),
  blind: z.literal("on").optional(),
  courses: z.array(z.string()).max(10, "Choose at most 10.").default([]),
  first: z.array(z.string()).max(10, "Choose at most 10.").default([]),
  stack: z.array(z.string()).max(12, "Choose at most 12.").default([]),
};

export const newDefinitionForm = z.object({
  intent: z.literal("create"),
  providerId: z.string({ error: "Choose the provider." }),
  programArea: definitionFields.programArea,
  title: definitionFields.title,
  competency: definitionFields.competency,
});

export const definitionForm = z.object({ intent: z.literal("save"), ...versionFields, ...definitionFields });
export type DefinitionForm = z.output<typeof definitionForm>;

/** Everything that the page of a micro-credential can post. */
export const definitionPageForm = z.discriminatedUnion("intent", [
  definitionForm,
  z.object({ intent: z.literal("publish") }),
  z.object({ intent: z.literal("new-version") }),
  z.object({ intent: z.literal("drop-version") }),
  z.object({ intent: z.literal("retire") }),
  z.object({ intent: z.literal("return") }),
  z.object({ intent: z.literal("delete") }),
]);

const rubric = {
  title: requiredText("Name the criterion.", 120),
  words: requiredText("Say what is asked for.", 1000),
  demonstrated: requiredText("Say what it looks like when it is demonstrated.", 1000),
  notYet: requiredText("Say what it looks like when it is not there yet.", 1000),
};

/** Everything that the page of criteria can post. */
export const criteriaPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), ...rubric }),
  z.object({ intent: z.literal("change"), key: z.string().min(1), ...versionFields, ...rubric }),
  z.object({ intent: z.literal("remove"), key: z.string().min(1) }),
  z.object({ intent: z.literal("move-up"), key: z.string().min(1) }),
]);

const part = {
  kind: z.enum(EVIDENCE_KINDS, "Choose what it is made of."),
  title: requiredText("Name the part.", 120),
  words: requiredText("Say what people write or bring.", 1000),
  most: wholeNumber("Enter how many at most.", 1, 20).default(1),
  leastWords: wholeNumber("Enter how many words.", 0, 10_000).default(0),
  mostWords: wholeNumber("Enter how many words.", 10, 20_000).default(1_500),
  required: z.literal("on").optional(),
  example: text(3000),
  criteria: z.array(z.string()).default([]),
};

const wordsInOrder = <Fields extends { leastWords: number; mostWords: number }>({ leastWords, mostWords }: Fields) =>
  leastWords <= mostWords;
const OUT_OF_ORDER = { error: "At most must not be less than at least.", path: ["mostWords"] };

/** Everything that the page of evidence can post. */
export const evidencePageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), ...part }).refine(wordsInOrder, OUT_OF_ORDER),
  z
    .object({ intent: z.literal("change"), key: z.string().min(1), ...versionFields, ...part })
    .refine(wordsInOrder, OUT_OF_ORDER),
  z.object({ intent: z.literal("remove"), key: z.string().min(1) }),
  z.object({ intent: z.literal("move-up"), key: z.string().min(1) }),
]);
