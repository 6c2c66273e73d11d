import { copyDraft } from "~/catalog/offerings/copy-draft";
import type { OfferingDraft } from "~/catalog/offerings/offering-draft";

/** Why nothing was done to a template of offerings. */
export type OfferingTemplateRefusal = "name-taken" | "unknown-template" | "unknown-offering";

/** Each in plain words. */
export const OFFERING_TEMPLATE_REFUSALS: Record<OfferingTemplateRefusal, string> = {
  "name-taken": "There is a template of this name already. Choose another name, or delete that one first.",
  "unknown-template": "This template does not exist any more. Go back to the list.",
  "unknown-offering": "This offering does not exist.",
};

/**
 * What the form of a new offering begins with: the template's weekdays, hours, place, seats and terms, four weeks ahead at
 * least. What hours count for is the course's own; where the template counts the same designation, its hours are proposed.
 * @param today `YYYY-MM-DD`
 */
export function beginWith(template: OfferingDraft, fresh: OfferingDraft, today: string): OfferingDraft {
  const { draft } = copyDraft(template, today);
  return {
    ...fresh,
    ...draft,
    designations: fresh.designations.map((row) => ({
      ...row,
      hours: template.designations.find(({ designation }) => designation === row.designation)?.hours ?? row.hours,
    })),
  };
}
