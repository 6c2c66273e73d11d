import { z } from "zod";
import { plainDate } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";

const TOO_SHORT = "Write the whole affidavit.";

const fields = {
  fromDate: plainDate("Enter the first day."),
  text: z
    .string({ error: TOO_SHORT })
    .transform((text) => text.replaceAll(/\s+/g, " ").trim())
    .pipe(z.string().min(40, TOO_SHORT).max(2000, "Use at most 2,000 characters.")),
};

/** Everything that the page of affidavits can post. */
export const affidavitForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("plan-affidavit"), ...fields }),
  z.object({ intent: z.literal("change-affidavit"), version: z.string().min(1), ...versionFields, ...fields }),
  z.object({ intent: z.literal("delete-affidavit"), version: z.string().min(1) }),
]);

/** The version of a new text: its year and the next number of the year, such as "2027-2". */
export function nextVersion(fromDate: string, versions: readonly string[]): string {
  const year = fromDate.slice(0, 4);
  const numbers = versions.flatMap((version) => (version.startsWith(`${year}-`) ? Number(version.slice(5)) : []));
  return `${year}-${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}
