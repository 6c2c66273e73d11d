import { z } from "zod";
import { ATTACHMENTS_BYTES } from "~/platform/http/body-limit";
import { REGISTRATION_STATUSES } from "~/registration/seats/status";
import { MESSAGE_AUDIENCES } from "./message-audience";
import { templateNameField } from "./message-template-form";
import { writtenFields } from "./written-fields";

/** How many files may go with a message. */
export const MOST_FILES = 5;
/** How many people can be chosen one by one. */
export const MOST_CHOSEN = 1_000;

/** What is said where files are more, or larger, than may go with a message. */
export const TOO_MANY_FILES = `Attach at most ${MOST_FILES} files.`;
export const TOO_LARGE_FILES = `The files are larger than ${ATTACHMENTS_BYTES / 1024 / 1024} MB in total. Attach fewer, or add them to the offering’s materials.`;

const ids = z.array(z.string().max(64)).max(MOST_CHOSEN).default([]);

/** To whom staff write; which of the lists counts depends on the audience. */
const toFields = {
  audience: z.enum(MESSAGE_AUDIENCES, "Choose whom you write to.").default("status"),
  statuses: z.array(z.enum(REGISTRATION_STATUSES)).default([]),
  districts: ids,
  people: ids,
};

/** What staff write to the people of an offering, and whether it is shown, tried, kept as a template or sent. */
export const messageForm = z
  .object({
    intent: z.enum(["preview", "test", "send", "keep-template"]).default("send"),
    ...toFields,
    ...writtenFields,
    /** Files that came with an earlier post of the same form, by their position. */
    kept: z.array(z.coerce.number().int().min(0).max(99)).max(MOST_FILES).default([]),
    files: z
      .array(z.instanceof(File).optional())
      .max(MOST_FILES, TOO_MANY_FILES)
      .default([])
      .transform((files) => files.filter((file) => file !== undefined))
      .refine((files) => files.reduce((sum, { size }) => sum + size, 0) <= ATTACHMENTS_BYTES, TOO_LARGE_FILES),
    templateName: templateNameField.optional(),
    nonce: z.string().min(1).max(64),
  })
  .superRefine(({ intent, audience, statuses, districts, people, templateName }, ctx) => {
    const refuse = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    if (intent === "keep-template") {
      if (!templateName) refuse("templateName", "Give the template a name.");
      return;
    }
    if (audience === "status" && statuses.length === 0) refuse("statuses", "Choose whom you write to.");
    if (audience === "district" && districts.length === 0) refuse("districts", "Choose whom you write to.");
    if (audience === "chosen" && people.length === 0) refuse("people", "Choose whom you write to.");
  });

export type MessageForm = z.output<typeof messageForm>;
