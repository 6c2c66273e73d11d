import { type DocumentParameters, sectionsAfter, sectionsBefore } from "~/documents/issuing/document-parameters";
import { dayOf } from "~/platform/format";
import { makeRoom, PAGE, rule, STYLES, type Sheet } from "./page.server";
import { drawParagraph, drawSection } from "./prose.server";
import { artifact, group, tagged, type Tag } from "./tags.server";
import { drawPicture } from "./picture.server";

/** Points that the block takes: with the two explanations that a list of courses needs and one course does not, or longer. */
const HEIGHT = { list: 200, listAndMore: 214, single: 168, tight: 148, plan: 110 };
const SIGNATURE = { width: 250, height: 40 };
const STATEMENT =
  "The clock hours listed were verified against attendance and posted to this record by the providers named with them.";
/** Where other tables follow the credits: it vouches for none of those. */
const NARROW_STATEMENT = STATEMENT.replace("hours listed", "hours listed under “Clock hours earned”");
const UNITS =
  "One clock hour is 60 minutes. Ten clock hours equal one quarter credit; quarter credits are not rounded up.";

/** Nobody of the provider vouches for what a growth plan says: its reviewer does. */
const PLAN_STATEMENT =
  "The plan was reviewed and signed in Hourbook by the educator named above. The electronic signature of this file shows that nothing in it was changed since.";

/** The designee's signature (D2) and how anyone can verify the document (D3, D5). Stays on one page. */
export function drawSignature(sheet: Sheet, root: Tag, parameters: DocumentParameters): void {
  const { provider, issuedOn, lines } = parameters;
  const section = group(sheet.doc, root, "Sect");
  if (parameters.kind === "growth-plan") return drawPlanSignature(sheet, section, parameters);
  const isList = parameters.kind === "transcript" || parameters.kind === "renewal-summary";
  const hasMore = sectionsBefore(parameters).length + sectionsAfter(parameters).length > 0;
  const height = hasMore ? HEIGHT.listAndMore : isList ? HEIGHT.list : sheet.isTight ? HEIGHT.tight : HEIGHT.single;
  makeRoom(sheet, height);
  drawSection(sheet, section, "Signature and verification", height - 40);
  if (isList && lines.length > 0) drawParagraph(sheet, section, hasMore ? NARROW_STATEMENT : STATEMENT, STYLES.text);
  sheet.y += 10;
  drawHand(sheet, section, provider.designeeName);
  artifact(sheet.doc, "Layout", () => rule(sheet.doc, sheet.y, PAGE.left, PAGE.left + SIGNATURE.width));
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
  if (isList) drawParagraph(sheet, section, UNITS, STYLES.small);
  section.end();
}

function drawPlanSignature(sheet: Sheet, section: Tag, parameters: DocumentParameters): void {
  makeRoom(sheet, HEIGHT.plan);
  drawSection(sheet, section, "Signature and verification", HEIGHT.plan - 40);
  drawParagraph(sheet, section, PLAN_STATEMENT, STYLES.text);
  drawVerifyLine(sheet, section, parameters);
  section.end();
}

/** The designee's signature as a picture, or in words where the provider has given none. */
function drawHand(sheet: Sheet, section: Tag, name: string): void {
  const { doc, signature } = sheet;
  if (!signature) {
    drawParagraph(sheet, section, `/s/ ${name}`, { ...STYLES.heading, size: 14, weight: "regular" });
    return;
  }
  const box = { x: PAGE.left, y: sheet.y, ...SIGNATURE };
  tagged(doc, section, "Figure", () => drawPicture(doc, signature, box), {
    alt: `Signature of ${name}`,
    bbox: [box.x, box.y, box.x + box.width, box.y + box.height],
  });
  sheet.y += SIGNATURE.height + 4;
}

function drawVerifyLine(sheet: Sheet, section: Tag, { code, verificationUrl }: DocumentParameters): void {
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
