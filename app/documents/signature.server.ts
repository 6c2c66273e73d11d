import { dayOf } from "./day";
import { makeRoom, PAGE, rule, STYLES, type Sheet } from "./page.server";
import { drawParagraph, drawSection } from "./prose.server";
import { artifact, group, type Tag } from "./tags.server";
import type { TranscriptParameters } from "./transcript-parameters";

const BLOCK_HEIGHT = 170;
const SIGNATURE_WIDTH = 250;
const STATEMENT =
  "The provider approved the offerings listed, verified the clock hours claimed for them and posted them to this record.";

/** The designee's signature (D2) and how anyone can verify the document (D3, D5). Stays on one page. */
export function drawSignature(sheet: Sheet, root: Tag, parameters: TranscriptParameters): void {
  const { provider, issuedOn, lines } = parameters;
  const section = group(sheet.doc, root, "Sect");
  makeRoom(sheet, BLOCK_HEIGHT);
  drawSection(sheet, section, "Signature and verification", BLOCK_HEIGHT - 40);
  if (lines.length > 0) drawParagraph(sheet, section, STATEMENT, STYLES.text);
  sheet.y += 10;
  drawParagraph(sheet, section, `/s/ ${provider.designeeName}`, { ...STYLES.heading, size: 14, weight: "regular" });
  artifact(sheet.doc, "Layout", () => rule(sheet.doc, sheet.y, PAGE.left, PAGE.left + SIGNATURE_WIDTH));
  sheet.y += 3;
  drawParagraph(sheet, section, `${provider.designeeName}, ${provider.designeeTitle}`, STYLES.strong);
  drawParagraph(
    sheet,
    section,
    `${provider.name}, designee · signed electronically on ${dayOf(issuedOn)}`,
    STYLES.small,
  );
  sheet.y += 8;
  drawVerifyLine(sheet, section, parameters);
  drawParagraph(
    sheet,
    section,
    "One clock hour is 60 minutes. Ten clock hours equal one quarter credit; quarter credits are not rounded up.",
    STYLES.small,
  );
  section.end();
}

function drawVerifyLine(sheet: Sheet, section: Tag, { code, verificationUrl }: TranscriptParameters): void {
  const { doc, type } = sheet;
  const intro = `Compare every line with the public record. Verification code: ${code}. Open `;
  drawParagraph(sheet, section, intro, STYLES.text);
  const paragraph = group(doc, section, "P");
  const link = group(doc, paragraph, "Link");
  const style = { ...STYLES.text, color: "#0a4a7a" };
  for (const line of type.wrap(verificationUrl, PAGE.right - PAGE.left, style)) {
    const y = sheet.y;
    const width = type.width(line, style);
    link.add(() => type.line(line, PAGE.left, y + style.size, style));
    const annotation = { structParent: link, Contents: new String(`Verify at ${verificationUrl}`) };
    doc.link(
      PAGE.left,
      y,
      width,
      style.size * 1.35,
      verificationUrl,
      annotation as unknown as PDFKit.Mixins.AnnotationOption,
    );
    sheet.y += style.size * 1.35;
  }
  paragraph.end();
  sheet.y += 6;
}
