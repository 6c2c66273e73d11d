import type { GrowthPlanParameters } from "~/documents/issuing/growth-plan-parameters";
import { dayOf } from "~/platform/format";
import { PAGE, STYLES, type Sheet } from "./page.server";
import { drawFact, drawParagraph, drawSection } from "./prose.server";
import { group, type Tag } from "./tags.server";

const INDENT = 150;
/** Lines that are kept together: less than a page, so that a long text runs on. */
const MOST_LINES = 24;

/** What a growth plan says, what proves it, and who reviewed and signed it. */
export function drawGrowthPlan(sheet: Sheet, root: Tag, parameters: GrowthPlanParameters): void {
  const { year, completedOn, topics, texts, evidence, reviewer } = parameters;
  facts(sheet, root, "The plan", [
    ["Year", `${year}, July to June`],
    ["Completed", dayOf(completedOn)],
    ["Goal in the topics", topics.join("; ") || "None"],
  ]);
  for (const { heading, text } of texts) drawText(sheet, root, heading, text);
  facts(
    sheet,
    root,
    "Files of evidence",
    evidence.length > 0 ? evidence.map(({ name, sha256 }) => [name, `SHA-256 ${sha256}`]) : [["Files", "None"]],
  );
  facts(sheet, root, "Reviewed and signed", [
    ["Reviewed by", reviewer.legalName],
    ["Certificate number", reviewer.certificateNumber],
    ["Signed on", dayOf(reviewer.signedOn)],
  ]);
}

function facts(sheet: Sheet, root: Tag, title: string, rows: readonly (readonly [string, string])[]): void {
  const section = group(sheet.doc, root, "Sect");
  drawSection(sheet, section, title);
  for (const [label, value] of rows) drawFact(sheet, section, label, value, { indent: INDENT });
  section.end();
}

function drawText(sheet: Sheet, root: Tag, heading: string, text: string): void {
  const section = group(sheet.doc, root, "Sect");
  drawSection(sheet, section, heading);
  for (const paragraph of text.split(/\n+/).filter((each) => each.trim() !== "")) {
    const lines = sheet.type.wrap(paragraph, PAGE.right - PAGE.left, STYLES.text);
    for (let at = 0; at < lines.length; at += MOST_LINES)
      drawParagraph(sheet, section, lines.slice(at, at + MOST_LINES).join(""), STYLES.text);
  }
  section.end();
}
