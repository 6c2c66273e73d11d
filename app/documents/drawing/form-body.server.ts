import { dayOf, formatHours, formatMoney, formatQuarterCredits } from "~/platform/format";
import { joinWithin, LONGEST_FORMER_NAMES } from "~/documents/issuing/document-limits";
import type { RegistrationFormParameters } from "~/documents/issuing/document-parameters";
import { type Sheet } from "./page.server";
import { drawFact, drawSection } from "./prose.server";
import { group, type Tag } from "./tags.server";

const INDENT = 150;
const NOTHING = "None on file";

/** The three parts of the SPI 1125-equivalent form (D4). */
export function drawForm(sheet: Sheet, root: Tag, parameters: RegistrationFormParameters): void {
  const { educator, lines, address, workLocation, phone } = parameters;
  const [line] = lines;
  part(sheet, root, "I. Educator", [
    ["Legal name", educator.legalName],
    ["Former name", joinWithin(educator.formerNames, LONGEST_FORMER_NAMES) || NOTHING],
    ["Address", address],
    ["Work location", workLocation],
    ["Phone", phone],
  ]);
  const dates = line.startedOn === line.completedOn ? "" : `${dayOf(line.startedOn)} to `;
  part(sheet, root, "II. In-service education", [
    ["Title", line.courseTitle],
    ["Instructor", line.instructor || NOTHING],
    ["In-service number", line.inServiceNumber],
    ["Dates", `${dates}${dayOf(line.completedOn)}`],
    ["Provider", `${line.providerName}, approved for ${line.providerApprovalYear}`],
    [
      "Designations, hours",
      line.designations.map(({ code, minutes }) => `${code} ${formatHours(minutes)}`).join("; ") || "None",
    ],
  ]);
  part(sheet, root, "III. Clock hours", hoursOf(parameters));
}

function hoursOf(parameters: RegistrationFormParameters): [string, string | null][] {
  const { lines, approvedMinutes, paidCents, paidHow, affidavit, educator } = parameters;
  const [{ minutes, version }] = lines;
  const earned = `Earned ${formatHours(minutes)} of ${formatHours(approvedMinutes)} hours`;
  const corrected = version > 1 ? `; corrected, version ${version}` : "";
  return [
    ["Hours", `${earned} (${formatQuarterCredits(minutes)} quarter credits${corrected})`],
    ["Amount paid", `${formatMoney(paidCents)}${paidHow ? ` (${paidHow})` : ""}`],
    [
      "Educator’s signature",
      affidavit && `/s/ ${educator.legalName}, affidavit ${affidavit.version} agreed to electronically`,
    ],
    ["Date", affidavit && dayOf(affidavit.on)],
  ];
}

function part(sheet: Sheet, root: Tag, title: string, facts: [string, string | null][]): void {
  const section = group(sheet.doc, root, "Sect");
  drawSection(sheet, section, title, 80);
  for (const [label, value] of facts) drawFact(sheet, section, label, value, { indent: INDENT });
  section.end();
}
