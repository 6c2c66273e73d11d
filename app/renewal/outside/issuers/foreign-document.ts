import { DESIGNATION_CODES } from "~/catalog/courses/designation";
import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import { FILE_REFUSALS, type FileRefusal } from "~/platform/files/file-refusal";
import { plural } from "~/platform/format";
import { fold } from "~/platform/text/fold";
import { UNTRUSTED_REFUSALS, type UntrustedRefusal } from "~/platform/untrusted/refusal";
import type { OutsideInput } from "~/renewal/outside/outside-hours";

/** Why nothing was read from a file. */
export type ForeignRefusal =
  | FileRefusal
  | UntrustedRefusal
  | "issued-here"
  | "no-document"
  | "not-checked"
  | "altered"
  | "several"
  | "somebody-else"
  | "no-hours";

/** Each refusal in plain words. */
export const FOREIGN_REFUSALS: Record<ForeignRefusal, string> = {
  ...FILE_REFUSALS,
  ...UNTRUSTED_REFUSALS,
  "file-too-large": "The file is larger than any document of a Hourbook.",
  "issued-here": "This document was issued here: its hours stand in your record already.",
  "no-document": "No Hourbook issued this file, or it was scanned or printed anew. Enter the hours by hand instead.",
  "not-checked":
    "Not checked: it names a key that is not on this Hourbook’s list. Enter the hours by hand, and add the file as evidence.",
  altered: "The file was changed after it was signed, so nothing in it can be relied on. Get it anew from its issuer.",
  several: "Several documents were put into this file. Hand in the single files.",
  "somebody-else":
    "This document names somebody else. It has to bear your certificate number, or your legal name as your profile says it now or said it before.",
  "no-hours": "This document holds no hours.",
};

/** By which names and number somebody is known here. */
export interface KnownAs {
  names: readonly string[];
  certificateNumber: string | null;
}

/** Whether a document is somebody's: by the number of their certificate, else by a legal name that they bear or bore. */
export function isAbout({ educator }: Pick<DocumentParameters, "educator">, { names, certificateNumber }: KnownAs) {
  if (educator.certificateNumber !== null && certificateNumber !== null)
    return educator.certificateNumber === certificateNumber;
  const known = new Set(names.map(fold));
  return [educator.legalName, ...educator.formerNames].some((name) => known.has(fold(name)));
}

/** The hours on a document, as they are entered here; what that Hourbook itself did not verify is no part of them. */
export const readLines = ({ lines }: Pick<DocumentParameters, "lines">): OutsideInput[] =>
  lines
    .filter(({ minutes }) => minutes > 0)
    .map((line) => ({
      kind: "clock-hours",
      amount: line.minutes,
      title: line.courseTitle,
      providerName: line.providerName,
      startedOn: line.startedOn,
      completedOn: line.completedOn,
      inPerson: false,
      designations: DESIGNATION_CODES.flatMap((code) => {
        const found = line.designations.find((each) => each.code === code && each.minutes > 0);
        return found ? [{ code, minutes: found.minutes }] : [];
      }),
    }));

/** What was read from a document, in one sentence or two. */
export function readInWords({ read, known }: { read: number; known: number }, issuer: string): string {
  const held =
    known > 0 ? ` ${plural(known, "entry", "entries")} stood here already; take one out to read it anew.` : "";
  return `${plural(read, "entry", "entries")} read from a document signed by ${issuer}.${held}`;
}
