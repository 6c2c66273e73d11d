import { amountInWords, CHARTS, inUnit, type ToldChart } from "./overview";

const WIDTH = 440;
const ROW = 30;
const LABELS = 190;
const LONGEST_LABEL = 28;

const shortened = (label: string): string =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;

/**
 * The bars of a chart as SVG, drawn here so that a page needs no scripts for it. Colours are the page's own, by classes; what a bar
 * says stands beside it. Null for a chart without a row.
 */
export async function drawChart({ name, cells }: ToldChart): Promise<string | null> {
  if (cells.length === 0) return null;
  // Loaded when a chart is drawn: no other page needs it.
  const [Plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]);
  const { unit, title } = CHARTS[name];
  const rows = cells.map(({ label, amount }, index) => ({
    place: String(index),
    label: shortened(label),
    value: inUnit(amount, unit),
    words: amountInWords(amount, unit),
  }));
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const picture = Plot.plot({
    document: parseHTML("<!doctype html><html><body></body></html>").document,
    className: "chart",
    ...{
      width: WIDTH,
      height: rows.length * ROW + 8,
      marginLeft: LABELS,
      marginRight: 8,
      marginTop: 4,
      marginBottom: 4,
    },
    // Room for the words behind the longest bar.
    x: { axis: null, domain: [0, most * 1.4] },
    y: { axis: null, domain: rows.map(({ place }) => place), padding: 0.3 },
    marks: [
      Plot.barX(rows, { x: "value", y: "place", className: "chart-bars" }),
      Plot.text(rows, { x: 0, y: "place", text: "label", textAnchor: "end", dx: -8, className: "chart-labels" }),
      Plot.text(rows, { x: "value", y: "place", text: "words", textAnchor: "start", dx: 6, className: "chart-words" }),
      Plot.ruleX([0], { className: "chart-rule" }),
    ],
  });
  picture.querySelector("style")?.remove();
  // What names its parts is nobody's to hear: the whole is one picture.
  for (const part of picture.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", `${title}: as in the table below`);
  return picture.outerHTML;
}
