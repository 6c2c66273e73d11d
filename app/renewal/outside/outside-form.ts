import { z } from "zod";
import { type Designation, HOUR_DESIGNATIONS } from "~/catalog/courses/designation";
import { parseHours } from "~/platform/amount";
import { formatHours } from "~/platform/format";
import { plainDate, requiredText } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { minutesOf, OUTSIDE_KINDS, type OutsideInput, readAmount, typedAmount } from "./outside-hours";

const typedHours = z.string().trim().max(12, "Enter hours like 3.5.").optional();
const topics = z.object(
  Object.fromEntries(HOUR_DESIGNATIONS.map((code) => [code, typedHours])) as Record<Designation, typeof typedHours>,
);

/** What is typed of hours from elsewhere, before the amounts are read. */
const fields = z.object({
  intent: z.literal("save-hours"),
  kind: z.enum(OUTSIDE_KINDS, "Choose what it is."),
  amount: requiredText("Enter how much.", 12),
  title: requiredText("Enter what it was called.", 200),
  providerName: requiredText("Enter who gave it.", 200),
  startedOn: plainDate("Enter the first day."),
  completedOn: plainDate("Enter the day on which you completed it."),
  inPerson: z.literal("on").optional(),
  topics: topics.optional(),
  file: z.instanceof(File).optional(),
  ...versionFields,
});

type Typed = z.output<typeof fields>;

/**
 * Saves hours from elsewhere. A topic's hours are part of the whole, so that none has more; a college credit says its topics in
 * clock hours, too.
 */
export const outsideForm = fields.transform((typed, ctx): OutsideInput & { intent: "save-hours"; file?: File } => {
  const say = (message: string, ...path: string[]) => ctx.addIssue({ code: "custom", path, message });
  const read = readAmount(typed.kind, typed.amount);
  if ("wrong" in read) say(read.wrong, "amount");
  if (typed.completedOn < typed.startedOn) say("The last day is before the first. Look at both again.", "completedOn");
  const { kind, title, providerName, startedOn, completedOn, file } = typed;
  const amount = "wrong" in read ? 0 : read.amount;
  const designations = readTopics(typed.topics, say);
  const whole = minutesOf({ kind, amount, completedOn });
  for (const { code, minutes } of amount > 0 ? designations : [])
    if (minutes > whole) say(`At most ${formatHours(whole)}: that is all of it.`, "topics", code);
  return {
    intent: "save-hours",
    ...{ kind, amount, title, providerName, startedOn, completedOn, designations },
    inPerson: typed.inPerson === "on" && kind === "clock-hours",
    ...(file && { file }),
  };
});

function readTopics(
  typed: Typed["topics"],
  say: (message: string, ...path: string[]) => void,
): OutsideInput["designations"] {
  return HOUR_DESIGNATIONS.flatMap((code) => {
    const text = typed?.[code];
    if (!text) return [];
    const minutes = parseHours(text);
    if (minutes === null) say("Enter hours like 3.5.", "topics", code);
    return minutes ? [{ code, minutes }] : [];
  });
}

/** What the form of hours from elsewhere shows of them, all text. */
export interface OutsideDraft extends Record<string, unknown> {
  kind: string;
  amount: string;
  title: string;
  providerName: string;
  startedOn: string;
  completedOn: string;
  inPerson: string | null;
  topics: Record<string, string>;
}

/** Hours from elsewhere as their form shows them. */
export const toOutsideDraft = (row: OutsideInput): OutsideDraft => ({
  kind: row.kind,
  amount: typedAmount(row.kind, row.amount),
  title: row.title,
  providerName: row.providerName,
  startedOn: row.startedOn,
  completedOn: row.completedOn,
  inPerson: row.inPerson ? "on" : null,
  topics: Object.fromEntries(row.designations.map(({ code, minutes }) => [code, formatHours(minutes)])),
});

/** Everything that the page of one entry can post. */
export const outsidePageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["send", "call-back", "remove-file", "remove-hours"]) }),
  outsideForm,
]);

/** A document of another Hourbook, to be read. */
export const foreignDocumentForm = z.object({ file: z.instanceof(File, { error: "Choose a file." }) });

const reason = requiredText("Say why; the person reads it.", 500);
/** The version that the registrar looked at: nobody decides on what they have not seen. */
const seen = z.coerce.number().int();

/** Everything that the registrar's page of one entry can post. */
export const outsideDecisionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), seen }),
  z.object({ intent: z.literal("return"), seen, reason }),
  z.object({ intent: z.literal("take-back"), reason }),
]);
