import { copyDraft } from "~/catalog/offerings/copy-draft";
import type { OfferingDraft } from "~/catalog/offerings/offering-draft";

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
