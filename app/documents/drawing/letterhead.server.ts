import { drawQrCode, drawSeal } from "./emblems.server";
import { PAGE, rule, STYLES, type Sheet } from "./page.server";
import { joinWithin, LONGEST_FORMER_NAMES } from "~/documents/issuing/document-limits";
import { describeDesignation, describePeriod, describeWindow } from "~/documents/issuing/period-words";
import { drawPicture } from "./picture.server";
import { drawFact, drawParagraph } from "./prose.server";
import { artifact, tagged, type Tag } from "./tags.server";
import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import { dayOf } from "~/platform/format";

const SEAL_RADIUS = 25;
const QR_SIZE = 76;
const FACTS_WIDTH = PAGE.right - PAGE.left - QR_SIZE - 60;

/** The top of the first page: provider, title, whose record it is, and how to verify it (D2, D3). */
export function drawLetterhead(sheet: Sheet, root: Tag, parameters: DocumentParameters): void {
  drawProvider(sheet, root, parameters);
  const { doc, type } = sheet;
  doc.outline.addItem(parameters.title);
  tagged(doc, root, "H1", () => {
    for (const line of type.wrap(parameters.title, PAGE.right - PAGE.left, STYLES.title)) {
      type.line(line, PAGE.left, sheet.y + 18, STYLES.title);
      sheet.y += 25;
    }
  });
  sheet.y += 4;
  const top = sheet.y;
  drawFacts(sheet, root, parameters);
  const below = sheet.y;
  drawVerification(sheet, root, parameters, { top, below });
  sheet.y = Math.max(below, sheet.y);
}

function drawProvider(sheet: Sheet, root: Tag, { provider }: DocumentParameters): void {
  const { doc, type } = sheet;
  const top = sheet.y;
  const box = { x: PAGE.left, y: top, width: 2 * SEAL_RADIUS, height: 2 * SEAL_RADIUS };
  const draw = () =>
    sheet.seal
      ? drawPicture(doc, sheet.seal, box)
      : drawSeal(doc, type, provider.name, box.x + SEAL_RADIUS, top + SEAL_RADIUS, SEAL_RADIUS);
  tagged(doc, root, "Figure", draw, {
    alt: `${sheet.seal ? "Seal" : "Mark"} of ${provider.name}`,
    bbox: [box.x, top, box.x + box.width, top + box.height],
  });
  const beside = { x: PAGE.left + 2 * SEAL_RADIUS + 12, width: PAGE.right - PAGE.left - 2 * SEAL_RADIUS - 12 };
  sheet.y = top + 4;
  drawParagraph(sheet, root, provider.name, STYLES.heading, beside);
  if (provider.address) drawParagraph(sheet, root, provider.address, STYLES.small, beside);
  drawParagraph(
    sheet,
    root,
    `Approved in-service education provider, State of Washington, ${provider.approvalYear}`,
    STYLES.small,
    beside,
  );
  sheet.y = Math.max(sheet.y, top + 2 * SEAL_RADIUS) + 8;
  artifact(doc, "Layout", () => rule(doc, sheet.y));
  sheet.y += 12;
}

function drawFacts(sheet: Sheet, root: Tag, parameters: DocumentParameters): void {
  const fact = (label: string, value: string) => drawFact(sheet, root, label, value, { width: FACTS_WIDTH });
  const { educator, issuedOn } = parameters;
  const isForm = parameters.kind === "registration-form";
  // A form has a part of its own for both.
  if (!isForm) fact("Educator", educator.legalName);
  if (educator.formerNames.length > 0 && !isForm)
    fact("Former names", joinWithin(educator.formerNames, LONGEST_FORMER_NAMES));
  fact("Certificate number", educator.certificateNumber ?? "Not on file");
  if (parameters.kind === "transcript") {
    fact("Period", describePeriod(parameters.period));
    if (parameters.designation) fact("Designation", describeDesignation(parameters.designation));
  }
  if (parameters.kind === "renewal-summary") fact("Hours of", describeWindow(parameters.window));
  fact("Date of issue", dayOf(issuedOn));
}

function drawVerification(
  sheet: Sheet,
  root: Tag,
  parameters: DocumentParameters,
  { top, below }: { top: number; below: number },
): void {
  const { doc, type } = sheet;
  const { code, verificationUrl } = parameters;
  const x = PAGE.right - QR_SIZE;
  tagged(doc, root, "Figure", () => drawQrCode(doc, verificationUrl, x, top, QR_SIZE), {
    alt: `QR code that opens ${verificationUrl}`,
    bbox: [x, top, PAGE.right, top + QR_SIZE],
  });
  // The code is wider than its picture: long facts would run into it, so it stands below them.
  const under = top + QR_SIZE + 10;
  sheet.y = below > under ? below + 4 : under;
  tagged(doc, root, "P", () => {
    for (const line of type.wrap(`Verification code ${code}`, 230, STYLES.small)) {
      type.line(line, PAGE.right - type.width(line.trimEnd(), STYLES.small), sheet.y + 8, STYLES.small);
      sheet.y += 11;
    }
  });
}
