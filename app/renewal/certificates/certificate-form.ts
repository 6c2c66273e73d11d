import { z } from "zod";
import { optionalText, plainDate, ticksOf } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { isPlainDate } from "~/platform/time/plain-date";
import { lastDayOf } from "~/renewal/paraeducator";
import { EDUCATOR_CERTIFICATE_KINDS, isRenewedKind, paraKindOf } from "./educator-certificate";
import { ENDORSEMENTS } from "./endorsement";

const NO_LAST_DAY = "Enter the last day that the paper shows.";
const ENDS_EARLY = "The last day is not after the day of issue. Look at both again.";

/** Saves a certificate. Of paraeducators' the rules say how long they are valid, so that no last day is asked for. */
export const certificateForm = z
  .object({
    intent: z.literal("save-certificate"),
    kind: z.enum(EDUCATOR_CERTIFICATE_KINDS, "Choose what the paper says."),
    issuedOn: plainDate("Enter the day of issue."),
    expiresOn: optionalText(10).refine((date) => date === null || isPlainDate(date), "Enter a date."),
    ...versionFields,
  })
  .superRefine(({ kind, issuedOn, expiresOn }, ctx) => {
    if (!isRenewedKind(kind)) return;
    if (expiresOn === null) ctx.addIssue({ code: "custom", path: ["expiresOn"], message: NO_LAST_DAY });
    else if (expiresOn <= issuedOn) ctx.addIssue({ code: "custom", path: ["expiresOn"], message: ENDS_EARLY });
  })
  .transform((form) => {
    const para = paraKindOf(form.kind);
    return para === null ? form : { ...form, expiresOn: lastDayOf(para, form.issuedOn) };
  });

/** Takes a certificate off that was entered by mistake. */
export const removeCertificateForm = z.object({ intent: z.literal("remove-certificate") });

/** Everything that the page of one certificate can post. */
export const certificatePageForm = z.discriminatedUnion("intent", [removeCertificateForm, certificateForm]);

const boardDate = optionalText(10).refine((date) => date === null || isPlainDate(date), "Enter a date.");

/** Endorsements and National Board: what besides the kind decides what a renewal takes. */
export const qualificationForm = z
  .object({
    intent: z.literal("save-qualifications"),
    endorsements: ticksOf(ENDORSEMENTS, "Choose from the list: one of these is no endorsement of Washington."),
    boardFrom: boardDate,
    boardTo: boardDate,
    ...versionFields,
  })
  .superRefine(({ boardFrom, boardTo }, ctx) => {
    const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (boardFrom !== null && boardTo === null) say("boardTo", "Enter the last day, too.");
    if (boardFrom === null && boardTo !== null) say("boardFrom", "Enter the first day, too.");
    if (boardFrom !== null && boardTo !== null && boardTo <= boardFrom)
      say("boardTo", "The last day is not after the first. Look at both again.");
  });
